"""Numbers that are said in words: “plus three seven five, twenty-nine …”, “двенадцатого марта”."""

from __future__ import annotations

import functools
import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, cast

from valoshka.disclosure.identifiers.knowledge import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from valoshka.disclosure.identifiers.sightings import Sighting

_FILE = "number_words.yml"
_TOKEN = re.compile(r"\d+|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_BETWEEN = re.compile(r"(?:(?!\n\s*\n)[\s,.;:()\-–—+]){1,4}")
_PAUSE = re.compile(r"[,.;:–—]|\s-\s")
_PLUS, _TEN, _HUNDRED, _THOUSAND = -1, 10, 100, 1000
_CENTURIES = range(15, 21)


class Said(NamedTuple):
    """One number as it is said: its figures, and where its words begin and end in the text."""

    figures: str
    start: int
    end: int
    words: int


class Written(NamedTuple):
    """A stretch of text with its numbers in figures; `spans[i]` is what sign `i` stood for."""

    text: str
    spans: tuple[tuple[int, int], ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original text that `text[start:end]` stands for."""
        return self.spans[start][0], self.spans[end - 1][1]


@functools.lru_cache(maxsize=4)
def runs_of_numbers(text: str, *, hundreds_alone: bool = False) -> tuple[list[Said], ...]:
    """Numbers that stand side by side in `text`, of which some are words: each run in order.

    Six hundred eleven may be 611 or, with `hundreds_alone`, 600 11.

    >>> [[each.figures for each in run] for run in runs_of_numbers("плюс триста семьдесят пять, двадцать девять 12")]
    [['+', '375', '29', '12']]
    """
    return tuple(_runs(text, hundreds_alone=hundreds_alone))


def _runs(text: str, *, hundreds_alone: bool) -> Iterator[list[Said]]:
    run: list[tuple[re.Match[str], int | None]] = []
    for token in _TOKEN.finditer(text):
        value = _value(token[0])
        if value is None and not token[0].isdigit():
            continue
        if run and not _BETWEEN.fullmatch(text, run[-1][0].end(), token.start()):
            yield from _in_words(run, hundreds_alone=hundreds_alone)
            run = []
        run.append((token, value))
    yield from _in_words(run, hundreds_alone=hundreds_alone)


def says_thousand(words: str) -> bool:
    """Whether a number in words is said with the word for a thousand.

    >>> says_thousand("две тысячи двадцать"), says_thousand("восемнадцать тридцать шесть")
    (True, False)
    """
    return any(abs(_value(token) or 0) >= _THOUSAND for token in _TOKEN.findall(words))


def in_figures(text: str, numbers: list[Said], around: int) -> Written:
    """The numbers of a run in figures, with `around` characters of `text` on either side as they are."""
    first, last = max(numbers[0].start - around, 0), min(numbers[-1].end + around, len(text))
    signs, spans = [], []
    at = first
    for number in numbers:
        signs.append(text[at : number.start])
        spans += [(place, place + 1) for place in range(at, number.start)]
        signs.append(number.figures)
        spans += [(number.start, number.end)] * len(number.figures)
        at = number.end
    signs.append(text[at:last])
    spans += [(place, place + 1) for place in range(at, last)]
    return Written("".join(signs), tuple(spans))


def together(runs: Iterable[list[Said]], apart: int) -> Iterator[list[Said]]:
    """Runs that stand at most `apart` characters from each other as one."""
    joined: list[Said] = []
    for run in runs:
        if joined and run[0].start - joined[-1].end > apart:
            yield joined
            joined = []
        joined = [*joined, *run]
    if joined:
        yield joined


def read_in_figures(
    text: str, runs: Iterable[list[Said]], around: int, find: Callable[[str], Iterable[Sighting]]
) -> Iterator[Sighting]:
    """What `find` sees in `text` where one of `runs` is put into figures, at its place in `text`."""
    for run in runs:
        written = in_figures(text, run, around)
        for seen in find(written.text):
            start, end = written.span(seen.start, seen.end)
            if any(start < number.end and number.start < end for number in run if number.words):
                yield replace(seen, start=start, end=end)


def _in_words(run: list[tuple[re.Match[str], int | None]], *, hundreds_alone: bool) -> Iterator[list[Said]]:
    if any(value is not None for _, value in run):
        yield list(_years(list(_said(run, hundreds_alone=hundreds_alone))))


def _said(run: list[tuple[re.Match[str], int | None]], *, hundreds_alone: bool) -> Iterator[Said]:
    """Tens and ones, hundreds and tens put together; every other number stands for itself."""
    total, least, begun, words = 0, 0, -1, 0
    end = 0
    for token, value in run:
        paused = begun >= 0 and _PAUSE.search(token.string, end, token.start())
        grows = value is not None and begun >= 0 and not paused and _grows(total, least, value)
        if begun >= 0 and not grows:
            yield Said(str(total), begun, end, words)
            total, begun, words = 0, -1, 0
        if value is None or value == _PLUS:
            yield Said("+" if value == _PLUS else token[0], token.start(), token.end(), int(value == _PLUS))
            continue
        begun = token.start() if begun < 0 else begun
        total, least = _added(total, value), _least(value, hundreds_alone=hundreds_alone)
        end, words = token.end(), words + 1
    if begun >= 0:
        yield Said(str(total), begun, end, words)


def _grows(total: int, least: int, value: int) -> bool:
    """Whether a word goes on with the number so far: hundreds before tens, tens before ones."""
    if value == _PLUS:
        return False
    highest = 2 * _TEN if value == -_HUNDRED else _TEN  # nineteen hundred, but no twenty thousand
    return (value < _PLUS and total % _HUNDRED in range(1, highest)) or _size(value) < least


def _added(total: int, value: int) -> int:
    if value < _PLUS:
        ones = total % _HUNDRED if total % _HUNDRED < 2 * _TEN else 0
        return total - ones + (ones or 1) * -value
    return total + value


def _size(value: int) -> int:
    """What a number takes up."""
    return next((size for size in (_THOUSAND, _HUNDRED, _TEN) if abs(value) >= size), 1)


def _least(value: int, *, hundreds_alone: bool) -> int:
    """What may still follow: less than this."""
    if hundreds_alone and value >= _HUNDRED:
        return 1
    return 1 if _TEN <= value < 2 * _TEN else _size(value)  # those from ten to nineteen take tens and ones


def _years(said: list[Said]) -> Iterator[Said]:
    """Nineteen eighty-four is one number."""
    place = 0
    while place < len(said):
        here = said[place]
        behind = said[place + 1] if place + 1 < len(said) else None
        two_behind = said[place + 2] if place + 2 < len(said) else None
        if behind and two_behind and _is_century(behind) and two_behind.words and len(two_behind.figures) == 2:
            yield here  # the sixteenth, nineteen seventy-eight
            place += 1
            continue
        if behind and _is_century(here) and behind.words and len(behind.figures) == 2 and behind.figures != "+":
            yield Said(here.figures + behind.figures, here.start, behind.end, here.words + behind.words)
            place += 2
            continue
        yield here
        place += 1


def _is_century(said: Said) -> bool:
    return bool(said.words) and said.figures.isdigit() and int(said.figures) in _CENTURIES


@functools.lru_cache(maxsize=1 << 14)
def _value(token: str) -> int | None:
    """The number that a word says; what multiplies is below -1, plus is -1."""
    word = re.sub("['’ʼ]", "", token.lower())
    match = _numbers().fullmatch(word) if not word.isdigit() else None
    if match is None or match.lastgroup is None:
        return None
    sign, figures = match.lastgroup[0], match.lastgroup[1:]
    return _PLUS if sign == "p" else -int(figures) if sign == "t" else int(figures)


@functools.cache
def _numbers() -> re.Pattern[str]:
    told = read(_FILE)
    endings = cast(dict[str, str], told["endings"])
    groups = [f"(?P<plus>{told['plus']})"]
    groups += [f"(?P<t{value}>{pattern})" for value, pattern in cast(dict[int, str], told["times"]).items()]
    for value, forms in cast(dict[int, dict[str, str]], told["values"]).items():
        patterns = [pattern.replace("{e}", endings.get(language, "")) for language, pattern in forms.items()]
        groups.append(f"(?P<n{value}>{'|'.join(patterns)})")
    return re.compile("|".join(groups))
