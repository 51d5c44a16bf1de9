"""The Word file, by python-docx."""
