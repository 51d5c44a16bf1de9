"""What people do with a casebook, one file a task: plain values in, plain values or records out."""
