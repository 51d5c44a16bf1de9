"""What a text tells that could be looked up in a file: events with their dates, family, figures. Of nobody yet."""

from __future__ import annotations

import bisect
import functools
import re
from typing import TYPE_CHECKING, NamedTuple, TypedDict, cast

from valoshka.disclosure.jigsaw.knowledge import entries
from valoshka.disclosure.jigsaw.sayings import READ, Sayings
from valoshka.disclosure.jigsaw.sentences import sentences
from valoshka.disclosure.jigsaw.told_dates import told_dates
from valoshka.names.words import words
from valoshka.terms.vocabulary import acts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from valoshka.disclosure.jigsaw.told_dates import ToldDate
    from valoshka.names.words import Word

__all__ = ["Said", "event_kinds", "kinds_of", "quotations", "relatives", "said", "sentences"]

FAMILY, PERCENT, AGE, PUBLIC, DEED = "family", "percent", "age", "public_words", "deed"
_COUNTED = frozenset({"witness", "criminal_case", "administrative_arrest"})
_PERCENT = re.compile(
    r"(\d{1,3})\s?(?:%|per\s?cent|адсотк\w*|працэнт\w*|процент\w*|відсотк\w*|procent\w*)", re.IGNORECASE
)
_AGE = re.compile(
    r"\b(?:aged?|at the age of|at)\s(\d\d)\b|\b(\d\d)[- ]year[- ]old"
    r"|\b(\d\d)[- ](?:гадов|летн|гадоў|лет\b|года\b|гады\b|річн|років\b|роки\b|letni|lat\b|lata\b)",
    re.IGNORECASE,
)
_PARAGRAPH = re.compile(r"\n\s*\n\s*\Z")
_QUOTATION = re.compile(r"(?:[“«„‘]|(?<!\w)\")(?=[\w.…])(?:[^“«„\"”»\n]|\n(?!\s*\n)){1,1000}?(?<=\S)[”»“\"’](?!\w)")
_BLANK = 40  # characters before a sentence in which an empty line can stand
_SEARCHED = 4  # words in a row that a search engine finds
_CLAUSE = re.compile(
    r"[,;:()–—]|\b(?:and|but|then|while|и|а|но|затем|потом|і|але|ды|потым|та|й|потім|i|a|oraz|ale|potem)\b",
    re.IGNORECASE,
)
_OTHER_CLAUSE = 60  # characters that the end of a clause is worth
_DIGITS = re.compile(r"(?<![\d.])\d{1,2}(?![\d.%])")
_FAR = 4  # words between an event and its number


class EventKind(TypedDict, total=False):
    """One entry of events.yml."""

    acts: list[str]
    recorded: bool
    held: dict[str, float]
    en: str
    be: str
    ru: str
    uk: str
    pl: str
    coarser: dict[str, str]


class Said(NamedTuple):
    """Something told at `start`-`end` (code points): an event of events.yml, a person of a family, a figure.

    `when` is the EDTF date told in the same sentence; `before` that of the sentence before, where its own tells none;
    `day` where the words of `when` stand, and `inferred` whether its year does not stand there. `number` is how many
    (cases, days, children, percent, years; of public words how many of them are quoted, if enough to search for).
    `detail` is which relative, or whose deed.
    """

    kind: str
    start: int
    end: int
    sentence: int
    number: int | None = None
    when: str | None = None
    detail: str = ""
    before: str | None = None
    day: tuple[int, int] | None = None
    inferred: bool = False


class _Sentences(NamedTuple):
    """Where the sentences of a text begin and end, and the dates of each; `opens` are those that open a paragraph."""

    starts: list[int]
    ends: list[int]
    opens: frozenset[int]
    dates: dict[int, list[ToldDate]]

    def at(self, place: int) -> int:
        return bisect.bisect_right(self.starts, place) - 1

    def nearest(self, text: str, sentence: int, start: int, end: int) -> ToldDate | None:
        """The date told nearest to `start`-`end` in the sentence; one of its own clause before one of another."""

        def far(told: ToldDate) -> tuple[int, str]:
            between = text[told.end : start] if told.end <= start else text[end : told.start]
            return len(between) + _OTHER_CLAUSE * len(_CLAUSE.findall(between)), told.date

        return min(self.dates.get(sentence, ()), key=far, default=None)

    def before(self, sentence: int) -> str | None:
        """The date last told in the sentence before, if both are of one paragraph."""
        known = () if sentence in self.opens else self.dates.get(sentence - 1, ())
        return known[-1].date if known else None


@functools.cache
def event_kinds() -> dict[str, EventKind]:
    """What can happen, by code."""
    return cast(dict[str, dict[str, EventKind]], entries("events.yml"))["events"]


@functools.cache
def _family() -> dict[str, dict[str, dict[str, str]]]:
    return cast(dict[str, dict[str, dict[str, str]]], entries("family.yml"))


@functools.cache
def _sayings() -> Sayings[tuple[str, str]]:
    meanings = {
        ("event", code): [*(_in(kind, each) for each in READ), *_labels(kind)] for code, kind in event_kinds().items()
    }
    meanings |= {(FAMILY, code): list(each.values()) for code, each in _family()["words"].items()}
    deeds = cast(dict[str, dict[str, str]], entries("deeds.yml")["deeds"])
    meanings |= {(DEED, code): list(each.values()) for code, each in deeds.items()}
    meanings |= {("number", str(code)): list(each.values()) for code, each in _family()["numbers"].items()}
    return Sayings(meanings)


def _labels(kind: EventKind) -> list[str]:
    """What a timeline that is drawn from acts calls them; a word that has other meanings counts where one ends so."""
    labels = [label for act in kind.get("acts", ()) for label in acts()[act].label.values()]
    return [f"{label};" if label.isascii() and " " not in label else label for label in labels]


def _in(kind: EventKind, language: str) -> str:
    return cast(dict[str, str], kind)[language]


def said(text: str, told: Sequence[Word] | None = None) -> list[Said]:
    """Everything of that sort in `text`, in order of its places.

    >>> [(each.kind, each.when, each.number) for each in said("In May 2021 he was a witness in three criminal cases.")]
    [('witness', '2021-05', 3), ('criminal_case', '2021-05', 3)]
    """
    told = words(text) if told is None else told
    found = list(_sayings().found(text, told))
    here = _sentences(text, told_dates(text, told) if found else [])
    numbers = [(start, end, int(code)) for (sort, code), start, end in found if sort == "number"]
    numbers += [(match.start(), match.end(), int(match[0])) for match in _DIGITS.finditer(text)]
    numbers.sort()
    told_of = [
        _one(text, sort, code, (start, end), here, numbers) for (sort, code), start, end in found if sort != "number"
    ]
    return sorted([*told_of, *_figures(text, here)], key=lambda each: (each.start, each.end, each.kind, each.detail))


def _sentences(text: str, told: Sequence[ToldDate]) -> _Sentences:
    spans = sentences(text)
    starts = [start for start, _ in spans]
    opens = {
        number
        for number, (start, _) in enumerate(spans)
        if not start or _PARAGRAPH.search(text[max(0, start - 40) : start])
    }
    dated: dict[int, list[ToldDate]] = {}
    for each in told:
        dated.setdefault(bisect.bisect_right(starts, each.start) - 1, []).append(each)
    return _Sentences(starts, [end for _, end in spans], frozenset(opens), dated)


def _one(
    text: str, sort: str, code: str, at: tuple[int, int], here: _Sentences, numbers: Sequence[tuple[int, int, int]]
) -> Said:
    if sort == DEED:
        return Said(DEED, *at, here.at(at[0]), detail=code)
    if sort == FAMILY:
        number = _number(text, *at, numbers, before=True)
        return Said(FAMILY, *at, here.at(at[0]), number, detail=code)
    return _event(text, code, *at, here, numbers)


def _event(
    text: str, code: str, start: int, end: int, here: _Sentences, numbers: Sequence[tuple[int, int, int]]
) -> Said:
    sentence = here.at(start)
    number = _number(text, start, end, numbers, before=False) if code in _COUNTED else None
    if code == PUBLIC:
        number = _quoted(text, here.starts[sentence], here.ends[sentence])
    if date := here.nearest(text, sentence, start, end):
        day = (date.start, date.end)
        return Said(code, start, end, sentence, number, date.date, day=day, inferred=date.inferred)
    return Said(code, start, end, sentence, number, before=here.before(sentence))


def _quoted(text: str, first: int, last: int) -> int | None:
    """How many words of the longest quotation that opens in a sentence, if they are enough to be searched for."""
    longest = max((len(match[0].split()) for match in quotations(text, first, last)), default=0)
    return longest if longest >= _SEARCHED else None


def quotations(text: str, first: int = 0, last: int | None = None) -> Iterator[re.Match[str]]:
    """Every quotation that opens between `first` and `last`, wherever it closes in the same paragraph.

    >>> [match[0] for match in quotations('She wrote: "Not one. Not two." And left.')]
    ['"Not one. Not two."']
    """
    last = len(text) if last is None else last
    for match in _QUOTATION.finditer(text, first):
        if match.start() >= last:
            return
        yield match


def _number(text: str, start: int, end: int, numbers: Sequence[tuple[int, int, int]], *, before: bool) -> int | None:
    """The number that stands nearest to `start`-`end`, a few words away at most."""
    low = bisect.bisect_left(numbers, (start - 60,))
    near: list[tuple[int, int]] = []
    for there, until, number in numbers[low:]:
        if there > end + 60:
            break
        between = text[until:start] if until <= start else text[end:there] if there >= end else ""
        if (before and there >= end) or any(mark in between for mark in ".!?;,\n"):
            continue
        if (far := len(between.split())) <= (2 if before else _FAR):
            near.append((far, number))
    return min(near)[1] if near else None


def _figures(text: str, here: _Sentences) -> Iterator[Said]:
    for match in _PERCENT.finditer(text):
        yield Said(PERCENT, match.start(), match.end(), here.at(match.start()), int(match[1]))
    for match in _AGE.finditer(text):
        years = int(next(group for group in match.groups() if group))
        yield Said(AGE, match.start(), match.end(), here.at(match.start()), years)


@functools.lru_cache(maxsize=1 << 14)
def kinds_of(what: str) -> tuple[frozenset[str], int | None, int | None]:
    """What an event's own words mean: kinds of events.yml, how many, and how many percent.

    >>> kinds_of("witness in three criminal cases")[1], sorted(kinds_of("fine")[0])
    (3, ['fine'])
    """
    by_act = {code for code, kind in event_kinds().items() if what == code or what in kind.get("acts", ())}
    told = said(what.replace("_", " "))
    numbers = [each.number for each in told if each.kind in _COUNTED and each.number]
    percents = [each.number for each in told if each.kind == PERCENT]
    kinds = by_act | {each.kind for each in told if each.kind in event_kinds()}
    return frozenset(kinds), min(numbers, default=None), min(filter(None, percents), default=None)


def relatives(phrase: str) -> tuple[tuple[str, int | None], ...]:
    """Whom a fact about a family names, and how many.

    >>> relatives("two children, a wife")
    (('children', 2), ('spouse', None))
    """
    return tuple((each.detail, each.number) for each in said(phrase) if each.kind == FAMILY)
