"""What stands beside a word of a text, and whether the two are one name: no word is a surname by itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from valoshka.names import knowledge
from valoshka.names.folding import script
from valoshka.names.given import father_groups, given_names
from valoshka.names.index import is_surname_shaped
from valoshka.names.parts import given_groups, is_given_name, is_patronymic

if TYPE_CHECKING:
    from collections.abc import Sequence

    from valoshka.names.words import Word

BESIDE = re.compile(r"(?:(?!\n[ \t]*\n)[\s,'’ʼ`´′\"“”«»()_\-‐‑–—/+%@#&=]){0,6}")
AFTER_INITIAL = re.compile(r"(?:(?!\n[ \t]*\n)[\s.,'’ʼ`´′_\-‐‑–]){0,4}")
_REACH = 2  # words: a patronymic or a middle name may stand between given name and surname
_INITIAL = 2  # letters
_LINE = 12  # words that show whether a line is a heading
_AROUND = 400  # characters of a line that are looked at, so that a text without lines costs no more
_MOSTLY = 0.6


def is_glued(text: str, word: Word) -> bool:
    """Whether the word is a part of a longer one (CityVille)."""
    return text[max(0, word.start - 1) : word.start].isalpha() or text[word.end : word.end + 1].isalpha()


def surname_beside(text: str, plain: Sequence[Word], given: Word, *, surely: bool) -> Word | None:
    """What stands right beside a given name as a surname does; its bearer's was read as their full name.

    In Latin letters headings write any word large, so that there the surname must look like one. If it must be so
    `surely`, it stands behind, and looks like one.
    """
    after = plain[given.last + 1] if given.last + 1 < len(plain) else None
    if after is not None and _joined(text, given, after) and _may_be_surname(text, after, given):
        looks_so = script(after.folded) == "cyrillic" or is_surname_shaped(after.folded)
        return after if looks_so or not (surely or _in_heading(text, plain, after)) else None
    before = plain[given.first - 1] if given.first and not surely else None
    # With a father's name beside it, too, it may be the bearer under another surname.
    is_followed = after is not None and is_patronymic(after.folded)
    if before is None or is_followed or text[before.end : given.start] != " " or not _may_be_surname(text, before):
        return None
    return before if script(before.folded) == "cyrillic" and is_surname_shaped(before.folded) else None


def _joined(text: str, given: Word, after: Word) -> bool:
    """Whether a space or a hyphen (Род-Айленд) is all that parts them."""
    return text[given.end : after.start] in (" ", "-", "‑")


def _may_be_surname(text: str, word: Word, given: Word | None = None) -> bool:
    if not word.capital or len(word.folded) <= _INITIAL:
        return False
    if text[word.start : word.end].isupper() and not is_surname_shaped(word.folded):
        return False
    if word.folded in knowledge.function_words() or is_given_name(word.folded):
        return False
    if word.folded.endswith(knowledge.surname_knowledge()["daughter"]):
        return False
    # Плыткевіч ends as a father's name does, but no father is called so; and Адамовіч is the father's of no Галіна.
    return not father_groups(word.folded) or (given is not None and _is_womans(given.folded))


def _is_womans(given: str) -> bool:
    names = given_names()
    sexes = {names[number].sex for number in given_groups(given)}
    return sexes == {"f"}


def _in_heading(text: str, plain: Sequence[Word], word: Word) -> bool:
    """Whether most words of its line are written large."""
    opens = text.rfind("\n", max(0, word.start - _AROUND), word.start)
    ends = text.find("\n", word.end, word.end + _AROUND)
    first = last = word.first
    while first and plain[first - 1].start > opens and word.first - first < _LINE:
        first -= 1
    while last + 1 < len(plain) and (ends < 0 or plain[last + 1].start < ends) and last - word.first < _LINE:
        last += 1
    large = sum(plain[at].capital for at in range(first, last + 1))
    return last - first >= _REACH and large > _MOSTLY * (last - first + 1)


def has_given_name(text: str, plain: Sequence[Word], word: Word) -> bool:
    """Whether a given name stands beside the surname, or a patronymic, which nobody bears without one."""
    before, after = (beside_surname(text, plain, word, step) for step in (-1, +1))
    if any(is_patronymic(each.folded) or given_groups(each.folded) for each in before):
        return True
    return any(given_groups(each.folded) and "," not in text[word.end : each.start] for each in after)


def beside_surname(text: str, plain: Sequence[Word], word: Word, step: int) -> list[Word]:
    """The next capitalised word beside `word`, before (`step` -1) or after it, with a patronymic between."""
    found: list[Word] = []
    near = word
    for _ in range(_REACH):
        at = near.first - 1 if step < 0 else near.last + 1
        if not 0 <= at < len(plain) or not plain[at].capital or len(plain[at].folded) <= _INITIAL:
            break
        one, other = (plain[at], near) if step < 0 else (near, plain[at])
        if not BESIDE.fullmatch(text, one.end, other.start):
            break
        near = plain[at]
        found.append(near)
        if not is_patronymic(near.folded):
            break
    return found
