"""Rules: from the words of a sentence to an act, its victim, its doer, and whether it happened."""
