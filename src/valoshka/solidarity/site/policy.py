"""What a browser may do on the pages."""

from __future__ import annotations

from urllib.parse import urlsplit

from valoshka.own_yaml import own_yaml

_KNOWN = own_yaml("valoshka.solidarity.site", "policy.yml")
NEUTRAL: str = _KNOWN["neutral"]


def policy(collector: str) -> str:
    """The Content-Security-Policy of a page that may ask its own host, and `collector` if there is one.

    >>> policy("https://flowers.example.org/square").rpartition("; ")[2]
    'connect-src https://flowers.example.org/square/'
    >>> "connect-src" in policy("")
    False
    """
    directives: dict[str, str] = dict(_KNOWN["directives"])
    if collector:
        directives["connect-src"] = f"{collector}/" if urlsplit(collector).path else collector
    return "; ".join(f"{name} {value}" for name, value in directives.items())
