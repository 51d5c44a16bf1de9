"""Lists of detained people in, one person found."""
