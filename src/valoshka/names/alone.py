"""Whether a word can be a given name that stands alone: by its ending, and by what else the word may be."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Literal

from valoshka.names import knowledge
from valoshka.names.agreement import stems
from valoshka.names.declension import oblique_stems
from valoshka.names.folding import script
from valoshka.names.given.declined import shared
from valoshka.names.parts import given_forms, given_groups
from valoshka.names.surely import said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from valoshka.names.words import Word

Reading = Literal["given", "given_word"]
# A sentence opens at the start, after a mark that ends one, after a line's end, and after a dash or bullet of a list.
_OPENING = re.compile(r"(?:^|[.!?…:;\n]|(?:^|\s)[-–—•*])[\s\"'“”„«»(\[]*\Z")
_ABBREVIATED = re.compile(r"\b[A-ZА-ЯЁЎІЇЄҐ]\w{0,2}\.\s*\Z")
_LOOK_BACK = 24  # characters: quotation marks, brackets and spaces before a word
_NUMBER = re.compile(r"\A\W{0,3}\d|\d(?:st|nd|rd|th)?\W{0,3}\Z")
_VOWELS = frozenset("аеёіоуыэюяиїє")
_ACRONYM = 4  # letters
_INITIALS = 2
_NO_CASE = frozenset({"s", "es", "as", "is", "us", "ui"})  # Lithuanian, and plurals: alone, Philips is no Philip
_STEM = 2  # letters: a stem of one letter is no name


def reading(text: str, plain: Sequence[Word], word: Word, given: str) -> Reading | None:
    """How `word` may stand for the given name `given` on its own: as a name, perhaps as a common word, or not."""
    known = knowledge.given_alone()
    if not word.capital or word.folded in known.never or not _may_be_form(word.folded, given):
        return None
    opens = opens_sentence(text, word) or _is_shouted(text, plain, word)
    if word.folded in knowledge.function_words() and (opens or not _is_written_so(word.folded, given)):
        return None
    if _is_acronym(text, word) and _is_no_name(word, given, opens=opens):
        return None
    if word.folded in known.months and _is_date(text, plain, word):
        return None
    return "given_word" if opens and word.folded in known.words else "given"


def _is_acronym(text: str, word: Word) -> bool:
    """Whether it is a few letters all in capitals (ТАСС), where what stands beside it is not."""
    return word.end - word.start <= _ACRONYM and text[word.start : word.end].isupper()


def _is_no_name(word: Word, given: str, *, opens: bool) -> bool:
    """Whether a few letters in capitals are more likely an acronym: ЕС, or what only sounds like the name."""
    return len(word.folded) <= _INITIALS or (not opens and not _is_written_so(word.folded, given))


def _is_written_so(folded: str, given: str) -> bool:
    """Whether the name itself is written so in some case; a vocative without its ending (Вась) proves nothing."""
    return folded in given_forms(given) or (folded[-1] in _VOWELS and shared(folded) in singular_forms(given))


def opens_sentence(text: str, word: Word) -> bool:
    """Whether a word stands where a sentence opens, so that its capital says nothing."""
    before = text[max(0, word.start - _LOOK_BACK) : word.start]
    return bool(_OPENING.search(before)) and not _ABBREVIATED.search(before)


def _is_shouted(text: str, plain: Sequence[Word], word: Word) -> bool:
    """Whether it stands in a line of capitals, which say nothing."""
    beside = [plain[at] for at in (word.first - 1, word.last + 1) if 0 <= at < len(plain)]
    return text[word.start : word.end].isupper() and any(
        len(other.folded) > 1 and text[other.start : other.end].isupper() for other in beside
    )


def _is_date(text: str, plain: Sequence[Word], word: Word) -> bool:
    before = plain[word.first - 1].folded if word.first else ""
    beside = (text[word.end : word.end + 4], text[max(0, word.start - 6) : word.start])
    return before in knowledge.given_alone().before_month or any(_NUMBER.search(part) for part in beside)


def _may_be_form(folded: str, given: str) -> bool:
    """Whether the ending lets `folded` be the given name; one that the table does not know must be written so."""
    if not given_groups(given):
        return _is_written_in_a_case(folded, given)
    if script(folded) == "cyrillic":
        return shared(folded) in singular_forms(given)
    whole = (stem for stem, _ in stems(folded) if folded.removeprefix(stem) not in _NO_CASE)
    return any(not said(stem).isdisjoint(_said_forms(given)) for stem in whole)


@functools.lru_cache(maxsize=1 << 12)
def _said_forms(given: str) -> frozenset[tuple[str, ...]]:
    return frozenset().union(*map(said, given_forms(given)))


def _is_written_in_a_case(folded: str, given: str) -> bool:
    """Whether `folded` is `given`, which no table knows, in some case, or sounds the same to the vowel.

    >>> [word for word in ("росса", "россия", "ross") if _is_written_in_a_case(word, "росс")]
    ['росса', 'ross']
    """
    if script(folded) == "cyrillic" == script(given):
        return shared(folded) in _declined(given)
    return not said(folded).isdisjoint(said(given))


@functools.lru_cache(maxsize=1 << 12)
def singular_forms(given: str) -> frozenset[str]:
    """Every form of the given name in every case, as Cyrillic alphabets write it, in the letters they share.

    >>> [form for form in ("люди", "людой", "людей") if form in singular_forms("людмила")]
    ['люди', 'людой']
    """
    return _declined(*(form for form in given_forms(given) if script(form) == "cyrillic"))


def _declined(*forms: str) -> frozenset[str]:
    """Each form in every case, in shared letters; all at once, as a given name has hundreds."""
    found = "\n".join(declined for form in forms for declined in (form, *_with_endings(form)))
    return frozenset(each for each in shared(found).split("\n") if len(each) >= _STEM)


def _with_endings(form: str) -> Iterator[str]:
    known = knowledge.given_alone()
    last = form[-1]
    stem, group = (form[:-1], last) if last in known.endings else (form, "other")
    if group == "а" and stem[-1:] in known.hushing:
        group = "hushing"
    stems = {stem, *oblique_stems(form)}
    yield from (one + ending for one in stems for ending in known.endings[group])
    changed = known.softened.get(stem[-1:])
    if changed is not None:
        yield from (stem[:-1] + changed + ending for ending in ("е", "и"))
