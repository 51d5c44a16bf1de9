"""Steps from one form of the identities to the next; each has a test in tests/migrations."""
