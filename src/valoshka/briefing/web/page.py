"""The edition as one self-contained HTML page under a strict content policy."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from valoshka.briefing.lettering import FACES, subset

if TYPE_CHECKING:
    from valoshka.briefing.edition import Edition


@cache
def _pages() -> Environment:
    return Environment(
        loader=PackageLoader("valoshka.briefing.web", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def as_page(edition: Edition) -> bytes:
    """The page in UTF-8: style, fonts and pictures inside it, no script, nothing fetched."""
    template = _pages().get_template("page.html.j2")
    pictures = {name: _embedded("image/png", image) for name, image in edition.pictures.items()}
    # What the page will say decides what its fonts must hold, so it is set once without them.
    bare = template.render(edition=edition, words=edition.words, pictures={}, style="", policy="", svg=Markup)
    style = _style(frozenset(bare))
    page = template.render(
        edition=edition,
        words=edition.words,
        pictures=pictures,
        style=Markup(style),  # noqa: S704 - our own style sheet
        policy=_policy(style),
        svg=Markup,
    )
    return page.encode()


def _style(characters: frozenset[str]) -> str:
    """The style sheet, with the fonts that the page needs."""
    # Tabs and line breaks are in no font; a space always is needed.
    printable = frozenset(character for character in characters if character >= " ")
    faces = "".join(
        f'@font-face{{font-family:"{face.family}";font-weight:{face.weight};font-style:{face.style};'
        f"font-display:swap;src:url({_embedded('font/woff', subset(face.file, printable))}) format('woff')}}\n"
        for face in FACES
    )
    return faces + (files("valoshka.briefing.web") / "briefing.css").read_text(encoding="utf-8")


def _policy(style: str) -> str:
    """What the browser may do: show this style, these fonts and pictures, and nothing else."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _embedded(media_type: str, content: bytes) -> str:
    return f"data:{media_type};base64,{base64.b64encode(content).decode()}"
