"""Storage and keys: everything that touches the disk, and nothing that knows a record."""
