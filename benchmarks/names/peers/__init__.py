"""One adapter a peer, each in an environment of its own; `engine.py` says what an adapter does."""
