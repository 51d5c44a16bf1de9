"""An exercise for a second human reader, who tries to name the teller: no program finishes the jigsaw."""

from __future__ import annotations

import functools
import textwrap
from typing import TYPE_CHECKING, TypedDict, cast

from valoshka.disclosure.jigsaw.adversaries import adversaries
from valoshka.disclosure.jigsaw.coarsening import label
from valoshka.disclosure.jigsaw.knowledge import entries
from valoshka.disclosure.jigsaw.said import event_kinds, said
from valoshka.names import Finder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from valoshka.disclosure.jigsaw.adversaries import Adversary
    from valoshka.disclosure.lookout import Lookout

_WIDTH = 100
_HIDDEN = "▒▒▒"


class _Words(TypedDict):
    title: str
    how: str
    file: str
    told: str
    none: str
    holds: str
    ask: str
    questions: list[str]
    answer: str
    end: str
    signature: str
    record: str


def reader_sheet(texts: Sequence[tuple[str, str]], lookout: Lookout, language: str = "en") -> str:
    """The sheet for `texts` (file, text), in `en`, `be` or `ru`: told facts by adversary, questions, room for answers.

    It says what sort of fact stands in whose file and quotes dates and events as the text tells them; it never says of
    whom anything is true, and hides every protected name.
    """
    told = _words()[language]
    names = Finder({person.id: person.names for person in lookout.people.values()})
    parts = [f"# {told['title']}", _wrapped(told["how"])]
    for name, text in texts:
        parts.append(f"## {told['file'].format(file=_without(names, name))}")
        parts += _exercise(_told(text, lookout, names, language), language)
    parts += [told["end"], told["signature"], _wrapped(told["record"])]
    return "\n\n".join(parts) + "\n"


def _exercise(found: Sequence[tuple[str, str]], language: str) -> Iterator[str]:
    told = _words()[language]
    lines = [
        _item(told["holds"].format(who=adversary.label[language], items="; ".join(items)))
        for adversary in adversaries().values()
        if (items := _held(adversary, found))
    ]
    yield f"{told['told']}:\n" + ("\n".join(lines) or _item(told["none"]))
    for adversary in adversaries().values():
        asked = told["ask"].format(who=adversary.label[language], ask=adversary.ask[language])
        yield f"{_wrapped(asked[:1].upper() + asked[1:])}\n{told['answer']}"
    yield "\n".join(_item(question) + f"\n  {told['answer']}" for question in told["questions"])


def _told(text: str, lookout: Lookout, names: Finder, language: str) -> list[tuple[str, str]]:
    """Items and the words by which they are told, each once: what any reader of the text can see."""
    found: list[tuple[str, str]] = []
    for clues in lookout.pieces.clues(lookout.pieces.told(text)).values():
        found += [(clue.item, text[clue.start : clue.end]) for clue in clues if not clue.is_event]
    for each in said(text):
        if each.kind in event_kinds():
            words = text[each.start : each.end]
            # As the text says it: of which year a spring was, the reader is to find out.
            found.append((each.kind, f"{words}, {text[slice(*each.day)]}" if each.day else words))
    shown = ((item, f"{label(item, language)} “{_without(names, words)}”") for item, words in sorted(found))
    return list(dict.fromkeys(shown))


def _held(adversary: Adversary, found: Sequence[tuple[str, str]]) -> list[str]:
    kinds = event_kinds()
    return [
        words
        for item, words in found
        if item in adversary.facts
        or (item in kinds and (adversary.code in kinds[item].get("held", {}) or _is_recorded(adversary, item)))
    ]


def _is_recorded(adversary: Adversary, item: str) -> bool:
    return adversary.code == "state" and bool(event_kinds()[item].get("recorded"))


def _without(names: Finder, text: str) -> str:
    """`text` on one line, with every protected name hidden."""
    hidden = text
    for mention in sorted(names.find(text), key=lambda mention: -mention.start):
        hidden = hidden[: mention.start] + _HIDDEN + hidden[mention.end :]
    return " ".join(hidden.split())


@functools.cache
def _words() -> dict[str, _Words]:
    return cast(dict[str, _Words], entries("reader_sheet.yml"))


def _wrapped(text: str) -> str:
    return textwrap.fill(text, _WIDTH, break_long_words=False, break_on_hyphens=False)


def _item(text: str) -> str:
    return textwrap.fill(text, _WIDTH, initial_indent="- ", subsequent_indent="  ", break_on_hyphens=False)
