"""One kind of flower a file: its plant; its head beside it."""
