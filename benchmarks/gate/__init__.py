"""The gate, measured beside its peers. What each command measures: README.md."""

from __future__ import annotations


def main() -> None:
    """Protected people in real texts: the dev half, about 20,000 words of each language."""
    from benchmarks.gate import recall

    recall.main(["--words", "20000"])
