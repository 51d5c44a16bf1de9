"""The panel of words, set by Typst: it shapes Arabic, and prints `#read("/etc/passwd")` instead of obeying it."""

from __future__ import annotations

import json
from functools import cache, lru_cache
from importlib import resources
from io import BytesIO

import typst
from PIL import Image

from valoshka.errors import Refused
from valoshka.solidarity.cards.fonts import FOLDERS
from valoshka.solidarity.cards.layouts import KNOWN, LAYOUTS, PALETTES
from valoshka.solidarity.cards.words import Words, leading, paragraphs, runs_right_to_left


@lru_cache(maxsize=32)
def panel(size: str, words: Words, palette: str) -> Image.Image:
    """The words of a card as a picture, as high as they need above, or beside a picture as high as the card.

    Raises `Refused` for letters that no font has, or a message that does not fit even in the smallest letters.
    """
    content = json.dumps(_said(size, words, palette), ensure_ascii=False).encode()
    colour = PALETTES[palette]["mark"]
    drawn = f'<path fill="{colour}" d="{KNOWN["mark"]}"/>'
    mark = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">{drawn}</svg>'
    files = {"main.typ": _template(), "panel.json": content, "mark.svg": mark.encode()}
    try:
        png = _compiler(files).compile(format="png", ppi=72)
    except typst.TypstError as error:
        raise Refused("These words could not be set on a card. Shorten the message and try again.") from error
    if not isinstance(png, bytes):
        raise Refused("These words need more than one card. Shorten the message and try again.")
    return Image.open(BytesIO(png)).convert("RGB")


def _said(size: str, words: Words, palette: str) -> dict[str, object]:
    layout = LAYOUTS[size]
    height = leading(words.message)
    usual: float = KNOWN["leading"]["usual"]
    lines = paragraphs(words.message)
    return {
        "width": layout.width - layout.picture,
        "height": layout.height if layout.picture else None,
        "below": layout.height - layout.safe[1],
        "margin": layout.margin,
        "foot": layout.foot,
        "rungs": [(letters, max(int(most * usual / height), 1)) for letters, most in layout.rungs],
        "leading": height,
        "air": KNOWN["air"],
        "paragraphs": lines,
        "unbroken": [word for line in lines for word in line.split(" ") if "\u200b" not in word],
        "tag": f"#{words.hashtag}",
        "handle": words.handle,
        "lang": words.language.split("-")[0],
        "rtl": words.right_to_left,
        "runs_rtl": runs_right_to_left(words),
        "colours": PALETTES[palette],
    }


@cache
def _template() -> bytes:
    return resources.files(__package__).joinpath("panel.typ").read_bytes()


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(FOLDERS))


def _compiler(files: dict[str, bytes]) -> typst.Compiler:
    # The binding takes a dict of files in memory, which its stub does not say. No package is ever looked for online.
    nowhere = FOLDERS[0]
    return typst.Compiler(dict(files), font_paths=_fonts(), package_path=nowhere, package_cache_path=nowhere)  # type: ignore[type-var]
