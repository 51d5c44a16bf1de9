"""Public corpora in which people are named: each file here reads one, where it lies, and never copies it."""
