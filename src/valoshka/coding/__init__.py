"""Passages become acts."""
