"""The PDF, by Typst."""
