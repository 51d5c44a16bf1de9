"""What is left of a mention by one word once it is asked what else that word may be.

Alone, a surname that is a word of the dictionary, a place or an institution is a doubt, not a proof; and what only
sounds like a surname or a given name, and is such a word, names nobody. In small letters it is that word, unless the
text tells of its bearer in other ways.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from valoshka.disclosure.another_word import is_another_word, is_known, is_place
from valoshka.disclosure.unknown_names.language import language_of
from valoshka.names import accept, fold
from valoshka.names.folding import script
from valoshka.names.index import is_surname_shaped
from valoshka.names.parts import given_groups, parse
from valoshka.names.sexes import is_of_other_sex
from valoshka.names.surely import is_surely

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from valoshka.disclosure.unknown_names.language import Language
    from valoshka.names import Mention
    from valoshka.names.finding import GivenName

_WORD = re.compile(r"[^\W\d_]+")
_DOTTED = re.compile(r"\b[^\W\d_]{1,2}\.")
_INITIAL = 2  # letters
_PAIR = 2  # words
_TORN = re.compile(r"[-‐‑\n]|\b\w \w\b")
_SHORT = 5  # letters of a surname
_FEW = 5  # words of a line that tell no language
_AROUND = 300  # characters of a line that are looked at
_FOREIGN: Mapping[Language, frozenset[str]] = {
    "ru": frozenset("іўїєґ"),
    "be": frozenset("ищъїєґ"),
    "uk": frozenset("ыэёъў"),
    "pl": frozenset("vq"),
    "en": frozenset("ąćęłńśźż"),
}
_MANY = ("аў", "оў", "яў", "ёў", "еў", "ов", "ев", "ів", "їв", "ów", "ou", "ov")
_ALONE = frozenset({"surname", "surname_alike", "surname_common", "surname_lower_case", "surname_of_another"})

_WHOLE = frozenset({"full_name", "initials", "given_patronymic"})


class Spoken:
    """A text whose language is asked line by line, and only where it matters."""

    def __init__(self, text: str) -> None:
        self._text = text

    def word(self, start: int, end: int) -> str:
        """What stands there, folded."""
        return fold(self._text[start:end])

    def written(self, start: int, end: int) -> str:
        """What stands there."""
        return self._text[start:end]

    def words(self, start: int, end: int) -> list[str]:
        """The words of a stretch, folded."""
        return [self.word(*span) for span in self.words_within(start, end)]

    def is_disguised(self, start: int, end: int) -> bool:
        """Whether the word there is written in other letters than it is read in: circled, torn, look-alikes."""
        return self._text[start:end].lower() != self.word(start, end)

    def is_small(self, start: int) -> bool:
        """Whether the word there opens with a small letter."""
        return self._text[start].islower()

    def is_another_word(self, start: int, end: int) -> bool:
        """Whether the word there is something else than a name, too, in a language that its line may be written in."""
        forms = [self.word(start, end)]
        if self.is_small(start):
            # Many of a people, a profession: беларусаў. With a capital it is rather a surname that ends so.
            forms += [forms[0].removesuffix(ending) for ending in _MANY if forms[0].endswith(ending)]
        return any(is_another_word(form, language) for form in forms for language in self._languages(start, end))

    def words_within(self, start: int, end: int) -> list[tuple[int, int]]:
        """Where the words of a stretch stand."""
        return [(start + each.start(), start + each.end()) for each in _WORD.finditer(self._text[start:end])]

    def has_full_stop(self, start: int, end: int) -> bool:
        """Whether a letter of the stretch is an initial by its full stop."""
        return _DOTTED.search(self._text[start : end + 1]) is not None

    def is_place_within(self, start: int, end: int) -> bool:
        """Whether one of the words there is a place, so that it is nobody's surname misspelt."""
        words = self._text[start:end].split()
        return any(is_place(fold(word), each) for word in words for each in self._languages(start, end))

    def is_place(self, start: int, end: int) -> bool:
        """Whether the word there is a place."""
        folded = self.word(start, end)
        return any(is_place(folded, language) for language in self._languages(start, end))

    def is_polish(self, start: int, end: int) -> bool:
        """Whether the line is surely Polish, whose small words sound like many a Cyrillic surname."""
        return [*self._languages(start, end)] == ["pl"]

    def has_capitals(self, start: int) -> bool:
        """Whether the line is written with capitals, so that small letters say something."""
        opens = self._text.rfind("\n", max(0, start - _AROUND), start) + 1 or max(0, start - _AROUND)
        return any(map(str.isupper, self._text[opens:start]))

    def is_known(self, start: int, end: int) -> bool:
        """Whether the word there is known as anything, be it somebody else's name."""
        folded = self.word(start, end)
        return any(is_known(folded, language) for language in self._languages(start, end))

    def _languages(self, start: int, end: int) -> Iterable[Language]:
        """By the line alone, so that no other text changes what is found in it; few words may be of any neighbour's."""
        opens = self._text.rfind("\n", max(0, start - _AROUND), start) + 1 or max(0, start - _AROUND)
        ends = self._text.find("\n", end, end + _AROUND)
        line = self._text[opens : ends if ends >= 0 else end + _AROUND]
        if len(line.split(None, _FEW)) > _FEW:
            return (language_of(line),)
        letters = {*line.casefold()}
        latin = language_of(line) in ("pl", "en")
        return [each for each, foreign in _FOREIGN.items() if (each in ("pl", "en")) == latin and not letters & foreign]


def is_beyond_doubt(mention: Mention, text: Spoken) -> bool:
    """Whether `mention` names somebody by more than a word that may be another one."""
    if not mention.strong or mention.how not in _ALONE:
        return mention.strong
    return not (text.is_small(mention.start) or text.is_another_word(mention.start, mention.end))


def as_a_word(
    how: str | None, mention: Mention, names: Collection[str], text: Spoken, told_of: Collection[str]
) -> str | None:
    """How `mention` names somebody once its word is known; `None` if it names nobody.

    `names` are all that its bearer is protected under: a spelling more never takes a finding away. `told_of` are those
    whom the text names beyond doubt elsewhere.
    """
    start, end = mention.start, mention.end
    if how == "near":
        return None if text.is_place_within(start, end) else how
    if how in _WHOLE and is_of_other_sex(text.words(start, end), names):
        return "other_sex"
    if how == "full_name" and not _is_by_own_given_name(text.written(start, end), text.words(start, end), names):
        return "surname_of_another"
    if how in ("initials", "full_name"):
        return how if not _is_of_other_words(mention, names, text) else None
    if how == "slip":
        return None if text.is_known(start, end) else how
    if how not in _ALONE or text.is_disguised(start, end):
        return how
    return _alone(how, mention, names, text, told_of)


def _alone(
    how: str | None, mention: Mention, names: Collection[str], text: Spoken, told_of: Collection[str]
) -> str | None:
    start, end = mention.start, mention.end
    word = text.word(start, end)
    if text.is_small(start) and text.has_capitals(start):
        # Among words with capitals, a small one that only sounds like a surname is a word, and a surname is a doubt.
        if how == "surname_alike":
            return None
        how = "surname_lower_case"
    if not text.is_another_word(start, end):
        if how != "surname_lower_case" or mention.key in told_of or _is_in_script(word, names):
            return how
        return None if text.is_polish(start, end) else how
    if text.is_small(start):
        return "surname_lower_case" if mention.key in told_of else None
    if not _is_own(word, names) or (text.is_place(start, end) and not _is_place_too(word, names)):
        return None
    return "surname_alike" if how == "surname" else how


def _is_by_own_given_name(written: str, words: Iterable[str], names: Iterable[str]) -> bool:
    """Whether it is the bearer's given name that stands beside the surname, and not one that only sounds like it.

    Leszka is no form of Алексей, though of Лёшка; what `accept` takes for the name is the bearer's in any case.
    """
    listed = {given for name in names for given in _parsed(name)[0]}
    groups = frozenset().union(*map(given_groups, listed))
    long = [word for word in words if len(word) > _INITIAL]
    if not listed or len(long) < _PAIR or _TORN.search(written):
        return True  # what is torn into letters or pieces is no stranger's name by chance
    if any(given_groups(word) & groups or any(is_surely(word, each) for each in listed) for word in long):
        return True
    return any(accept(written, name) for name in names)


def _is_of_other_words(mention: Mention, names: Collection[str], text: Spoken) -> bool:
    """Whether what was read as a whole name is other words: a preposition and a place (В России), two small words.

    None of them may be the bearer's surname itself in some case, unless the initial is without its full stop.
    """
    spans = text.words_within(mention.start, mention.end)
    long = [span for span in spans if span[1] - span[0] > _INITIAL]
    if mention.how == "full_name" and not all(text.is_small(start) for start, _ in spans):
        return False
    if not long or not all(text.is_another_word(*span) for span in long):
        return False
    dotted = text.has_full_stop(mention.start, mention.end)
    return not any(_is_own(text.word(*span), names) for span in long) or (mention.how == "initials" and not dotted)


def who_may_be_called_so(name: GivenName, names_of: Callable[[str], Collection[str]], text: Spoken) -> Iterable[str]:
    """Who may be meant by a given name alone: of a word that is another one, too, only those whose own name it is."""
    if not text.is_another_word(name.start, name.end):
        return name.bearers
    folded = text.word(name.start, name.end)
    is_place = text.is_place(name.start, name.end)
    return [key for key in name.bearers if _is_given(folded, names_of(key), is_place=is_place)]


def _is_in_script(folded: str, names: Iterable[str]) -> bool:
    """Whether the surname is written in the script of the word: in small letters, one of another is met by chance."""
    return any(script(surname) == script(folded) for surname in _surnames(names))


def _is_own(folded: str, names: Iterable[str]) -> bool:
    return any(is_surely(folded, surname) for surname in _surnames(names))


def _is_given(folded: str, names: Iterable[str], *, is_place: bool) -> bool:
    every = (each for name in names for each in _parsed(name)[0])
    return any(is_surely(folded, each) for each in every if not is_place or script(each) == script(folded))


def _is_place_too(folded: str, names: Iterable[str]) -> bool:
    """Whether a place's namesake has a surname of the same script, a long one, or one that is written as surnames are.

    In another script, a country is heard in many short surnames (Rosji, Роза).
    """
    surnames = list(_surnames(names))
    return any(script(each) == script(folded) or len(each) > _SHORT or is_surname_shaped(each) for each in surnames)


def _surnames(names: Iterable[str]) -> Iterator[str]:
    return (surname for name in names for surname in _parsed(name)[1])


@functools.lru_cache(maxsize=1 << 12)
def _parsed(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    parts = parse(name)
    return parts.given, parts.surname
