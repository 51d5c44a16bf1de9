"""Files in, immutable text out."""
