"""A text as the checks of third persons read it: its marks, sentence by sentence, its days and its named hospitals."""

from __future__ import annotations

import bisect
import functools
import itertools
import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from valoshka.disclosure.jigsaw.sentences import sentences
from valoshka.disclosure.third_persons.agents import agents
from valoshka.disclosure.third_persons.speakers import SPEAKERS
from valoshka.disclosure.third_persons.vocabulary import Mark, endings, tokens, vocabulary

if TYPE_CHECKING:
    from valoshka.disclosure.third_persons.vocabulary import Token

_NUMERIC = re.compile(
    r"(?<![\d.])\d{1,2}[./]\d{1,2}[./](?:19|20)?\d{2}(?![\d.]*\d)|(?<!\d)(?:19|20)\d\d-\d\d-\d\d(?!\d)"
)
_LONGEST_SUFFIX = 2  # letters: 3rd, 3-й
_DAYS = 31
_MODIFIERS = 4  # words between a hospital and its name
_AFTER_QUOTE = re.compile(r"[,!?\"”»“–—‑-]\s*$")
_NO_PLACES = ("months", "months_beside_a_number", "countries")
_ARTICLES = frozenset({"a", "an", "the"})
_NO_NAME = frozenset({"i", "covid", "ppe", "dr"})
_APPOSED = re.compile(r"\s*[,(—–]\s*(?:[^\W\d_]+\s+){0,2}")
_TITLED = 5  # words from a name to what its bearer is: "Name Name, a young protester"
_BESIDE = re.compile(r"[\s\"“”«»„-]*")
_ABBREVIATED = re.compile(r"\s*\.?\s*[\"“«„]?")


@dataclass(frozen=True)
class Context:
    """A text, its tokens and marks, and where its sentences begin (code points)."""

    text: str
    tokens: list[Token]
    marks: dict[str, list[Mark]]
    starts: list[int]

    @classmethod
    def of(cls, text: str) -> Context:
        """`text`, read once."""
        told = tokens(text)
        by_kind: dict[str, list[Mark]] = defaultdict(list)
        for mark in vocabulary().marks(told):
            by_kind[mark.kind].append(mark)
        by_kind["agent"] = list(agents(told, {mark.first for mark in by_kind["agent_not"]}))
        return cls(text, told, dict(by_kind), [start for start, _ in sentences(text)])

    def sentence(self, mark: Mark) -> int:
        """The number of the sentence in which `mark` begins."""
        return self.sentence_at(mark.start)

    def sentence_at(self, start: int) -> int:
        """The number of the sentence that has the code point at `start`."""
        return bisect.bisect_right(self.starts, start) - 1

    def of_kind(self, kind: str, first: int, last: int | None = None) -> list[Mark]:
        """The marks of a kind in the sentences `first` to `last`.

        Kinds that are worked out: `day` and `full_day`; `named`, hospitals that can be found; `telling`, those who say
        that they are medics; `self`, words for "I" and "we"; `working`, a medic's place where "we" are.
        """
        here = self._by_sentence(kind)
        return [mark for number in range(first, (first if last is None else last) + 1) for mark in here.get(number, ())]

    def places(self, kind: str) -> frozenset[int]:
        """The numbers of the tokens that open a mark of a kind."""
        known = self._places.get(kind)
        if known is None:
            known = self._places[kind] = frozenset(mark.first for mark in self.marks.get(kind, ()))
        return known

    @functools.cached_property
    def _places(self) -> dict[str, frozenset[int]]:
        return {}

    @functools.cached_property
    def _grouped(self) -> dict[str, dict[int, list[Mark]]]:
        return {}

    def _by_sentence(self, kind: str) -> dict[int, list[Mark]]:
        if kind not in self._grouped:
            worked_out = {
                "day": self._days,
                "full_day": self._full_days,
                "named": self._hospitals,
            }
            if kind in worked_out:
                marks = worked_out[kind]()
            else:
                marks = SPEAKERS[kind](self) if kind in SPEAKERS else self.marks.get(kind, [])
            grouped: dict[int, list[Mark]] = defaultdict(list)
            for mark in marks:
                grouped[self.sentence(mark)].append(mark)
            self._grouped[kind] = dict(grouped)
        return self._grouped[kind]

    def named_person(self, mark: Mark) -> bool:
        """Whether a name of two words stands beside `mark`, which then is somebody whom others look for by name."""
        after = self.tokens[mark.last + 1 : mark.last + 3]
        if len(after) > 1 and all(map(self.is_name, after)) and self._apart(mark.end, after[0], after[1]) == " ":
            return True
        before = self.tokens[max(0, mark.first - _TITLED) : mark.first]
        pairs = ((one, other) for one, other in itertools.pairwise(before) if one.capital and self.is_name(other))
        return any(
            self.text[one.end : other.start].isspace() and _APPOSED.fullmatch(self.text, other.end, mark.start)
            for one, other in pairs
        )

    def _apart(self, end: int, one: Token, other: Token) -> str:
        """What stands between; a blank if it is blanks only."""
        told = self.text[end : one.start] + self.text[one.end : other.start]
        return " " if told and not told.strip() else told

    def is_plural(self, mark: Mark) -> bool:
        """Whether a word that is listed by its stem may stand for many: "teachers", "учителей"."""
        word = self.tokens[mark.last].folded
        if word.isascii() and word.endswith("s") and not word.endswith("ss"):
            return True
        one = self.places("one")
        beside = any(place in one for place in range(mark.first - 2, mark.first))
        if beside or word.isascii() or word.endswith(endings("singular_endings")):
            return False
        return word.endswith(endings("plural_endings"))

    def speaks(self, mark: Mark) -> bool:
        """Whether `mark` tells, rather than being told of: "…, says the teacher"."""
        says = self.places("say") - self.places("recall")
        after = mark.last + 1
        if after in says and not _AFTER_QUOTE.search(self.text, mark.end, self.tokens[after].start):
            return True
        article = self.tokens[mark.first - 1].folded in _ARTICLES if mark.first else False
        before = mark.first - (2 if article else 1)
        # After a quotation only: "he says a boy was brought in" tells of the boy.
        return (
            before in says
            and _AFTER_QUOTE.search(self.text, max(0, self.tokens[before].start - 4), self.tokens[before].start)
            is not None
        )

    def counted(self, place: int) -> bool:
        """Whether the token at `place` is a number."""
        if not 0 <= place < len(self.tokens):
            return False
        return self.tokens[place].folded.isdigit() or place in self.places("cardinals")

    def between(self, one: Mark, other: Mark) -> str:
        """The text between two marks, whichever stands first."""
        first, last = sorted((one, other), key=lambda mark: mark.start)
        return self.text[first.end : last.start] if first.end <= last.start else ""

    def opens_sentence(self, token: Token) -> bool:
        """Whether `token` is the first word of its sentence or quotation, where a capital says nothing."""
        start = self.starts[bisect.bisect_right(self.starts, token.start) - 1]
        before = self.text[start : token.start]
        return not any(letter.isalnum() for letter in before) or bool(
            re.search(r"[:.!?…]\s*[\"“«„‘]?$|[\"“«„]$", before)
        )

    def _days(self) -> list[Mark]:
        """Dates to the day or the month."""
        told = [self._as_mark(match) for match in _NUMERIC.finditer(self.text)]
        told += [mark for mark in self.marks.get("months", ()) if self._is_month(mark)]
        told += [mark for mark in self.marks.get("months_beside_a_number", ()) if self._numbered(mark)]
        return sorted([*told, *self._days_without_month()], key=lambda mark: mark.start)

    def _full_days(self) -> list[Mark]:
        """Dates to the day."""
        whole = ("numeric", "feast", "ordinals")
        return [mark for mark in self._days() if mark.kind in whole or self._has_day(mark)]

    def _days_without_month(self) -> list[Mark]:
        """Days that everybody knows, and those of the month that is talked of: десятого числа, dziesiątego w nocy."""
        parts = self.places("day_part")
        by_number = [mark for mark in self.marks.get("ordinals", ()) if mark.last + 1 in parts]
        return [*self.marks.get("feast", ()), *by_number]

    def _as_mark(self, match: re.Match[str]) -> Mark:
        first = bisect.bisect_left(self.tokens, match.start(), key=lambda token: token.start)
        return Mark("numeric", match.start(), match.end(), first, first)

    def _is_month(self, mark: Mark) -> bool:
        # "august" is an adjective, too, and whoever writes the month small writes a day beside it.
        word = self.tokens[mark.first]
        return not word.folded.isascii() or word.capital or self._numbered(mark)

    def _numbered(self, mark: Mark) -> bool:
        return self._has_day(mark) or any(
            len(token.folded) == 4 and token.folded[:2] in {"19", "20"}
            for token in self.tokens[mark.last + 1 : mark.last + 3]
        )

    def _has_day(self, mark: Mark) -> bool:
        ordinals = self.places("ordinals")
        near = [*range(max(0, mark.first - 3), mark.first), *range(mark.last + 1, min(mark.last + 3, len(self.tokens)))]
        return any(self._is_day(place) or (place in ordinals and abs(place - mark.first) <= 2) for place in near)

    def _is_day(self, place: int) -> bool:
        word = self.tokens[place].folded
        return word.isdigit() and 0 < int(word) <= _DAYS

    def _hospitals(self) -> list[Mark]:
        """Hospitals told by name, number or town, or of a sort of which a town has one."""
        coded = [mark for mark in self.marks.get("coded", ()) if self.text[mark.start : mark.end].isupper()]
        short = [mark for mark in self.marks.get("ward_short", ()) if self._named_before(mark)]
        named = [mark for mark in self.marks.get("hospital", ()) if self._named_before(mark) or self._named_after(mark)]
        return [*self.marks.get("unique", ()), *coded, *short, *named]

    def _named_before(self, mark: Mark) -> bool:
        ranks, ordinals = self.places("rank"), self.places("ordinals")
        end = mark.start
        for place in range(mark.first - 1, max(-1, mark.first - 1 - _MODIFIERS), -1):
            token = self.tokens[place]
            if not _BESIDE.fullmatch(self.text, token.end, end):
                return False
            if place in ordinals or self.is_name(token) or self._is_numeral(place) or self._is_of_a_town(place):
                return True
            if place not in ranks and len(token.folded) > _LONGEST_SUFFIX:
                return False
            end = token.start
        return False

    def _named_after(self, mark: Mark) -> bool:
        passed = self.places("rank") | self.places("naming")
        end = mark.end
        for place in range(mark.last + 1, min(mark.last + 1 + _MODIFIERS, len(self.tokens))):
            token = self.tokens[place]
            if not _ABBREVIATED.fullmatch(self.text, end, token.start) and "№" not in self.text[end : token.start]:
                return False
            if self.is_name(token) or self._is_of_a_town(place) or (token.folded.isdigit() and place - 1 in passed):
                return True
            if place not in passed and token.folded != "№":
                return False
            end = token.end
        return False

    def _is_of_a_town(self, place: int) -> bool:
        """Whether an adjective is made of a town's name, which Slavic languages write small: лидская, брэсцкай."""
        known = self.places("rank") | self.places("not_towns") | self.places("unique")
        return place not in known and self.tokens[place].folded.endswith(endings("town_adjectives"))

    def _is_numeral(self, place: int) -> bool:
        """Whether a number stands there that says which: 3rd, 3-я; no year, no day."""
        token = self.tokens[place]
        return token.folded.isdigit() and len(self.tokens[place + 1].folded) <= _LONGEST_SUFFIX

    def is_name(self, token: Token) -> bool:
        """Whether a capital within a sentence makes `token` a name of a person or of a place smaller than a country."""
        if not token.capital or token.folded in _NO_NAME or self.opens_sentence(token):
            return False
        place = bisect.bisect_left(self.tokens, token)
        return not any(place in self.places(kind) for kind in _NO_PLACES)
