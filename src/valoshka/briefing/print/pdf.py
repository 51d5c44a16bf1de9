"""The edition as a tagged PDF (PDF/UA-1 and PDF/A-2a), set by Typst."""

from __future__ import annotations

import json
from dataclasses import asdict
from importlib.resources import files
from typing import TYPE_CHECKING

from valoshka.briefing.redrawing import framed
from valoshka.briefing.typesetting import set_pdf

if TYPE_CHECKING:
    from valoshka.briefing.edition import Edition

_TEMPLATES = ("main.typ", "theme.typ", "parts.typ")


def as_pdf(edition: Edition) -> bytes:
    """The PDF; its only date is the day of publication. Raises `Refused` if Typst has anything to complain of."""
    print_room = files("valoshka.briefing.print")
    templates = {name: (print_room / name).read_bytes() for name in _TEMPLATES}
    said = {key: value for key, value in asdict(edition).items() if key != "pictures"}
    content = json.dumps(said, ensure_ascii=False).encode()
    pictures = {name: framed(png, "image/png").encode() for name, png in edition.pictures.items()}
    return set_pdf({**templates, "edition.json": content, **pictures}, edition.timestamp)
