"""Items → the book as a tagged PDF (PDF/UA-1 and PDF/A-2a), set by Typst.

Content reaches Typst as data, so that `#read("/etc/passwd")` in a message is printed, not obeyed.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import typst

from valoshka.errors import Refused
from valoshka.solidarity.book.pages import book_page
from valoshka.solidarity.book.pictures import pictures_of
from valoshka.solidarity.cards.fonts import FOLDERS
from valoshka.solidarity.flowers import grow
from valoshka.solidarity.wall.words import direction, shown_day, shown_number, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from valoshka.solidarity.action import Action
    from valoshka.solidarity.items import Item

STANDARDS: list[typst.PDFStandard] = ["a-2a", "ua-1"]
_COVER, _COVER_KIND = ".s1.b2", "cornflower"


@dataclass(frozen=True)
class Book:
    """A book's bytes, how many flowers it holds, and the ids of those whose letters no bundled font can print."""

    pdf: bytes
    flowers: int
    left_out: tuple[str, ...]


def book_pdf(
    action: Action, items: Sequence[Item], jpeg_of: Callable[[str], bytes], language: str, a_page: int = 1
) -> Book:
    """The book of these items, in their order, for readers of `language`; one or four flowers a page.

    With four a page, long messages still have a page of their own. `jpeg_of` gives a picture's bytes by its SHA-256.
    The same items give the same bytes. Raises `Refused` if nothing can be printed, or Typst has anything to say.
    """
    pages = {item.id: book_page(item, number, language, action) for number, item in enumerate(items, start=1)}
    printed = [item for item in items if pages[item.id] is not None]
    if not printed:
        raise Refused("No bundled font can print any of these messages, so there is no book to make. Choose others.")
    pictures = pictures_of(printed, jpeg_of, a_page)
    pictures["cover"] = grow(f"{action.name[:40]}{_COVER}", _COVER_KIND).svg().encode()
    said = {
        **_furniture(action, printed, language),
        "a_page": a_page,
        "pages": [{**page, "picture": item.id} for item in printed if (page := pages[item.id])],
    }
    pdf = _set({**_templates(), **pictures, "book.json": json.dumps(said, ensure_ascii=False).encode()}, items)
    return Book(pdf, len(printed), tuple(item.id for item in items if pages[item.id] is None))


def _furniture(action: Action, printed: Sequence[Item], language: str) -> dict[str, object]:
    words, days = words_of(language), sorted(item.day for item in printed)
    book = dict(words["book"])
    book["made"] = book["made"].format(n=shown_number(len(printed), language))
    book["dated"] = book["dated"].format(first=shown_day(days[0], language), last=shown_day(days[-1], language))
    return {
        "title": action.title[language],
        "for_whom": action.for_whom[language],
        "publisher": action.publisher,
        "hashtag": f"#{action.hashtag}",
        "language": language,
        "dir": direction(language),
        "words": book,
    }


def _templates() -> dict[str, bytes]:
    return {"main.typ": (files("valoshka.solidarity.book") / "main.typ").read_bytes()}


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(FOLDERS))


def _set(all_files: Mapping[str, bytes], items: Sequence[Item]) -> bytes:
    """The PDF of `main.typ`; the day of the last flower is the only time that it tells."""
    # No package is ever looked for online.
    compiler = typst.Compiler(  # type: ignore[type-var]
        dict(all_files), font_paths=_fonts(), package_path=FOLDERS[0], package_cache_path=FOLDERS[0]
    )
    last = datetime.fromisoformat(max(item.day for item in items)).replace(tzinfo=UTC)
    try:
        pdf, warnings = compiler.compile_with_warnings(
            format="pdf", pdf_standards=STANDARDS, timestamp=int(last.timestamp())
        )
    except typst.TypstError as error:
        raise Refused(
            f"The book could not be set: {error.message}. Nothing was written; please report this."
        ) from error
    if warnings or not isinstance(pdf, bytes):
        told = "; ".join(warning.message for warning in warnings)
        raise Refused(f"The book could not be set as it should be: {told}. Nothing was written; please report this.")
    return pdf
