"""The page on which staff decide: what the browser asks for, and what it is told."""
