"""What this room remembers of the words it was asked about, to be quick, and how it forgets them."""

from __future__ import annotations

import sys


def forget() -> None:
    """Empty every cache of this room that holds words: names must not outlive the key to the casebook they are from.

    What was read from the YAML is kept; it names nobody.

    >>> from valoshka.names import compare, forget
    >>> from valoshka.names.tokens import token_of
    >>> _ = compare("Бонч Галіна", "Бонч Г.")
    >>> forget()
    >>> token_of.cache_info().currsize
    0
    """
    for name, module in list(sys.modules.items()):
        if module is None or not name.startswith("valoshka.names"):
            continue
        for each in list(vars(module).values()):
            told = getattr(each, "cache_parameters", None)
            # A cache without bounds is of knowledge, because words would fill it.
            if told is not None and told()["maxsize"] is not None:
                each.cache_clear()
