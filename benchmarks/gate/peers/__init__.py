"""Ways of finding protected people in a text, ours among them, behind one interface: `engine.py`."""
