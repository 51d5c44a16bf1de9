"""A briefing's parts become one content, then files."""
