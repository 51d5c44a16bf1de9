"""Accessible SVG."""
