"""The words by which a text speaks of third persons, of five languages at once, and the marks that they leave in it."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple, cast

from valoshka.own_yaml import own_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LANGUAGES = ("en", "be", "ru", "uk", "pl")
_UNSEEN = "\u00ad\u0301\u200b\u200c\u200d\u2060\ufeff"  # within a word: soft hyphens, stress marks
_TOKEN = re.compile(rf"\d+|[^\W\d_]+(?:['’ʼ{_UNSEEN}]+[^\W\d_]+)*|№|&")
_ENDINGS = re.compile(r"^(.*?)\(([^)]*)\)(.*)$")
_GAP = 4  # words that … stands for, at most
_ENDS_OF_WORDS = frozenset(
    {
        "town_adjectives",
        "plural_endings",
        "singular_endings",
        "calling_endings",
        "agent_endings",
        "first_person_endings",
        "homographs",
    }
)
_NO_END = frozenset({""})
_BEGINNING = 2  # letters of a next word by which wordings are kept
_ALIKE = str.maketrans({"ё": "е", "’": "'", "ʼ": "'", **dict.fromkeys(_UNSEEN)})


class Token(NamedTuple):
    """A word or number at `start`-`end` (code points); `folded` in small letters, ё as е, without an English 's."""

    start: int
    end: int
    folded: str
    capital: bool


class Mark(NamedTuple):
    """A wording of group `kind` at `start`-`end` (code points), made of the tokens `first` to `last`."""

    kind: str
    start: int
    end: int
    first: int
    last: int


class _Part(NamedTuple):
    """One word of a wording: a stem with the ends that it may have, `None` for any; `gap` if words may stand before."""

    stem: str
    ends: frozenset[str] | None
    gap: bool

    def fits(self, word: str) -> bool:
        return word.startswith(self.stem) and (self.ends is None or word[len(self.stem) :] in self.ends)


_Wording = tuple[_Part, ...]


def tokens(text: str) -> list[Token]:
    """The words and numbers of `text`.

    >>> [token.folded for token in tokens("The nurse’s son, 15-year-old")]
    ['the', 'nurse', 'son', '15', 'year', 'old']
    """
    return [
        Token(match.start(), match.end(), folded(match[0]), match[0][0].isupper()) for match in _TOKEN.finditer(text)
    ]


@functools.lru_cache(maxsize=1 << 16)
def folded(word: str) -> str:
    """A word as the lists have it.

    >>> folded("Боль"), folded("Nurse’s")
    ('боль', 'nurse')
    """
    small = word.lower().translate(_ALIKE)
    if small.startswith("ў"):  # у after a vowel
        return f"у{small[1:]}"
    return small[:-2] if small.endswith("'s") and small.isascii() else small


class Vocabulary:
    """Groups of wordings, looked for in a text all at once: a text costs about a look-up a word."""

    def __init__(self, groups: Sequence[tuple[str, str]]) -> None:
        self._exact: dict[str, list[tuple[str, _Wording]]] = defaultdict(list)
        self._stems: dict[str, list[tuple[str, _Wording]]] = defaultdict(list)
        for kind, told in groups:
            for wording in _wordings(told):
                opening = wording[0]
                (self._exact if opening.ends == _NO_END else self._stems)[opening.stem].append((kind, wording))
        self._longest = max(map(len, self._stems), default=0)
        self._known: dict[str, _Opened] = {}

    def marks(self, told: Sequence[Token]) -> list[Mark]:
        """Every wording among the tokens of a text, in order.

        >>> known = Vocabulary([("medic", "nurse(|s)"), ("cell", "in … cell")])
        >>> [mark.kind for mark in known.marks(tokens("In her cell, a nurse"))]
        ['cell', 'medic']
        """
        found: dict[Mark, None] = {}
        for first, token in enumerate(told):
            opened = self._opened_by(token.folded)
            for kind in opened.alone:
                found[Mark(kind, token.start, token.end, first, first)] = None
            after = told[first + 1].folded if first + 1 < len(told) else ""
            for kind, wording in opened.before(after):
                last = _last(told, first, wording)
                if last is not None:
                    found[Mark(kind, token.start, told[last].end, first, last)] = None
        return list(found)

    def _opened_by(self, word: str) -> _Opened:
        known = self._known.get(word)
        if known is None:
            stems = (self._stems.get(word[:length], ()) for length in range(1, min(len(word), self._longest) + 1))
            fitting = (each for stem in stems for each in stem if each[1][0].fits(word))
            known = _Opened((*self._exact.get(word, ()), *fitting))
            if len(self._known) < 1 << 16:
                self._known[word] = known
        return known


class _Opened:
    """The wordings that a word opens: kinds of those it is `alone`, and longer ones by how their next word begins."""

    def __init__(self, wordings: Sequence[tuple[str, _Wording]]) -> None:
        self.alone = tuple(kind for kind, wording in wordings if len(wording) == 1)
        self._anywhere = tuple(each for each in wordings if len(each[1]) > 1 and each[1][1].gap)
        self._next: dict[str, list[tuple[str, _Wording]]] = defaultdict(list)
        for each in wordings:
            if len(each[1]) > 1 and not each[1][1].gap:
                self._next[each[1][1].stem[:_BEGINNING]].append(each)

    def before(self, word: str) -> Iterator[tuple[str, _Wording]]:
        """Wordings that may go on with `word`."""
        yield from self._anywhere
        if self._next:
            for length in range(1, min(len(word), _BEGINNING) + 1):
                yield from self._next.get(word[:length], ())


def _last(told: Sequence[Token], first: int, wording: _Wording) -> int | None:
    """The token with which `wording` ends if it begins at `first`."""
    at = first
    for part in wording[1:]:
        reach = range(at + 1, min(at + 2 + (_GAP if part.gap else 0), len(told)))
        found = next((place for place in reach if part.fits(told[place].folded)), None)
        if found is None:
            return None
        at = found
    return at


def _wordings(told: str) -> Iterator[_Wording]:
    for spelt in told.split(","):
        parts: list[list[_Part]] = [[]]
        gap = False
        for word in spelt.translate(_ALIKE).replace("-", " ").split():
            if word == "…":
                gap = True
                continue
            forms = [_Part(stem, ends, gap) for stem, ends in _forms(word)]
            parts = [[*before, form] for before in parts for form in forms]
            gap = False
        yield from (tuple(each) for each in parts if each)


def _forms(word: str) -> Iterator[tuple[str, frozenset[str] | None]]:
    """The stems of one word with their ends; ends are kept together, as writing out every form is slow."""
    match = _ENDINGS.match(word)
    if match is None:
        yield folded(word.rstrip("~")), None if word.endswith("~") else _NO_END
    elif match[1] and not match[3] and "~" not in match[2]:
        yield folded(match[1]), _ends(match[2])
    else:
        for ending in match[2].split("|"):
            yield from _forms(f"{match[1]}{ending}{match[3]}")


@functools.cache
def _ends(told: str) -> frozenset[str]:
    return frozenset(ending.lower() for ending in told.split("|"))


@functools.cache
def listed(language: str) -> dict[str, str]:
    """The groups of one language's two files, wordings parted by commas."""
    told: dict[str, list[str]] = defaultdict(list)
    for folder in ("words", "wider"):
        known = cast(dict[str, object], own_yaml("valoshka.disclosure.third_persons", folder, f"{language}.yml"))
        for group, wordings in known.items():
            if isinstance(wordings, list):
                told[group].extend(map(str, cast(list[object], wordings)))
    return {group: ",".join(wordings) for group, wordings in told.items()}


@functools.cache
def vocabulary() -> Vocabulary:
    """Every group of every language.

    >>> [mark.kind for mark in vocabulary().marks(tokens("Хірург аперыраваў падлетка"))]
    ['medic', 'care', 'person', 'distinction']
    """
    return Vocabulary(
        [
            (group, _ended(told, language) if group == "calling" else told)
            for language in LANGUAGES
            for group, told in listed(language).items()
            if group not in _ENDS_OF_WORDS and told
        ]
    )


def _ended(told: str, language: str) -> str:
    """Callings with the ends of nouns for any rest of a word: биолог, биолога, but not биология."""
    ends = "|".join(ending.strip() for ending in listed(language)["calling_endings"].split(","))
    return told.replace("~", f"({ends})")


@functools.cache
def endings(group: str) -> tuple[str, ...]:
    """The ends of words that a group lists, of every language.

    >>> "лидского".endswith(endings("town_adjectives"))
    True
    """
    return tuple(ending for language in LANGUAGES for ending in endings_in(language, group))


@functools.cache
def endings_in(language: str, group: str) -> tuple[str, ...]:
    """The ends of words that a group lists, of one language.

    >>> "kwiaciarkę".endswith(endings_in("pl", "agent_endings"))
    True
    """
    told = (word.strip().translate(_ALIKE) for word in listed(language)[group].split(","))
    return tuple(stem + end for word in told if word for stem, ends in _forms(word) for end in ends or ("",))
