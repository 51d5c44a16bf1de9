"""One reader for each format: untrusted bytes in, an `Extract` out."""
