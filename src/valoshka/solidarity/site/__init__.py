"""The action's public pages: static files that ask nobody else for anything."""
