"""The staff's own pages, on loopback: one folder a task."""
