"""What the project measures: each module prints a table beside its peer. Never part of the tests."""
