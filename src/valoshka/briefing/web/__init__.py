"""The web page: one file, no request to anywhere."""
