"""Which words of a PDF nobody sees although they are in it: under a bar, a picture, in a layer switched off, in white.

Drawn and judged in a process apart (`pdf_sight_worker.py`), where each word's place is found, too.
"""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from valoshka.disclosure.findings import Finding, Place
from valoshka.documents import LIMITS
from valoshka.documents.apart import read_apart

if TYPE_CHECKING:
    from collections.abc import Iterator

How: TypeAlias = Literal["seen", "covered", "unseen"]
_WORKER = Path(__file__).with_name("pdf_sight_worker.py")
_MOST = 50  # findings of one sort in one file; more say nothing new
_LONGEST = 200  # characters that are quoted


@dataclass(frozen=True)
class Word:
    """One word on a page: its box in points from the page's upper left corner, and whether anybody can see it."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    how: How = "seen"


@functools.lru_cache(maxsize=1)
def words_on_pages(name: str, untrusted_bytes: bytes) -> tuple[tuple[Word, ...], ...]:
    """The words of each page in the order in which they are drawn. Raises `Unreadable` if that takes too much.

    A file that pdfium cannot open has no pages here; others refuse it.
    """
    pages = json.loads(read_apart(_WORKER, name, untrusted_bytes, LIMITS))
    return tuple(tuple(Word(*word) for word in page) for page in pages)


def find_unseen_words(name: str, untrusted_bytes: bytes) -> Iterator[Finding]:
    """Words of a PDF that stand in the file and not on the page; nothing for files of other kinds.

    Those that something covers block: whoever laid a bar over them meant them to be gone.
    """
    if not name.lower().endswith(".pdf"):
        return
    told = {"covered": 0, "unseen": 0}
    for number, words in enumerate(words_on_pages(name, untrusted_bytes), start=1):
        for how, run in groupby(words, key=lambda word: word.how):
            if how != "seen" and told[how] < _MOST:
                told[how] += 1
                text = " ".join(word.text for word in run)[:_LONGEST]
                yield Finding(f"{how}_words", None, Place(file=name, where=f"page {number}", text=text))
