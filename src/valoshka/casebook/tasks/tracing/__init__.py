"""Tracing for a helpline: searches kept open, lists kept, and likenesses that people decide about."""
