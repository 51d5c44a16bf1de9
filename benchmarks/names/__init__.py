"""Names measured beside their peers. The quick tables: `python -m benchmarks names`. See README.md for the others."""

from __future__ import annotations


def main() -> None:
    """How people are found in running text, then the search among 10,000 people, dev half."""
    from benchmarks.names import finding, search

    finding.main()
    print(flush=True)
    search.quick()
