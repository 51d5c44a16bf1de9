"""Steps from one form of the records to the next; each has a test in tests/migrations."""
