"""The staff's own pages, on loopback: one folder a task; `web` is what all of them stand on."""
