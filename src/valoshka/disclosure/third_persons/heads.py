"""Of whom a teller speaks without a name: those held, working, living or at home with the teller."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from valoshka.disclosure.third_persons.context import Context
    from valoshka.disclosure.third_persons.vocabulary import Mark

_BY_NOUN = {"cellmate": "cellmate", "eldest": "cellmate", "colleague": "colleague", "neighbour": "neighbour"}
_DOERS = ("role", "medic", "calling", "agent")
_REACH = 3  # words from "our" to whoever it is: "our old head nurse"
_OF = 2  # words from whoever it is to "of our"


def heads(context: Context) -> Iterator[tuple[str, Mark]]:
    """Who is spoken of, as a kind of relation (`cellmate`, `colleague`, `neighbour`, `child`, `kin`) and a mark.

    >>> from valoshka.disclosure.third_persons.context import Context
    >>> sorted({kind for kind, _ in heads(Context.of("Our caretaker, a widow, told my sister."))})
    ['colleague', 'kin']
    """
    for kind, relation in _BY_NOUN.items():
        for mark in context.marks.get(kind, ()):
            yield relation, mark
    for mark in context.marks.get("child", ()):
        yield "child", mark
    for mark in context.marks.get("cell", ()):
        here = context.sentence(mark)
        if any(context.of_kind(kind, here) for kind in ("person", "calling", "medic", "agent")):
            yield "cellmate", mark
    yield from _aged(context)
    yield from _held(context)
    yield from _kin(context)
    yield from _ours(context)


def _aged(context: Context) -> Iterator[tuple[str, Mark]]:
    """His eleven-year-old, with no other word for whom."""
    nouns = frozenset[int]().union(*(context.places(kind) for kind in ("child", "kin", "person", "calling", "agent")))
    whose = context.places("third_singular") | _ours_places(context)
    for kind, before in (("aged", 1), ("aged_digits", 2)):
        for mark in context.marks.get(kind, ()):
            if not nouns.isdisjoint(range(mark.last + 1, mark.last + 1 + _OF)):
                continue
            if mark.first - before in whose and (kind == "aged" or context.counted(mark.first - 1)):
                yield "child", mark


def _held(context: Context) -> Iterator[tuple[str, Mark]]:
    """Whoever the teller is put beside where people are held: "in the transit cell they put me beside a beekeeper"."""
    beside = {mark.last for mark in context.marks.get("beside", ())}
    others = context.places("visitors") | context.places("officials")
    for kind in ("person", "calling", "agent"):
        for mark in context.marks.get(kind, ()):
            here = context.sentence(mark)
            if (
                mark.first in others
                or context.is_plural(mark)
                or not context.of_kind("custody", here)
                or context.of_kind("cell", here)
            ):
                continue
            near = range(mark.first - _REACH, mark.first)
            if context.of_kind("self", here) and any(p in beside and _together(context, p, mark) for p in near):
                yield "cellmate", mark._replace(kind="cell")


def _kin(context: Context) -> Iterator[tuple[str, Mark]]:
    """My sister, наш дядя: of the teller's own family only, as everybody has one."""
    ours = _ours_places(context)
    kin = context.places("kin")
    for mark in context.marks.get("kin", ()):
        if (mark.first - 1 in ours or mark.last + 1 in kin) and not context.named_person(mark):
            yield "kin", mark


def _ours(context: Context) -> Iterator[tuple[str, Mark]]:
    """Our caretaker, вахтёр нашего общежития: there is one."""
    ours = _ours_places(context)
    of_ours = context.places("of_ours")
    nobody = context.places("agent_not")
    for kind in _DOERS:
        for mark in context.marks.get(kind, ()):
            if context.is_plural(mark) or context.named_person(mark) or (kind == "medic" and mark.first in nobody):
                continue
            before = range(mark.first - _REACH, mark.first)
            after = range(mark.last + 1, mark.last + 1 + _OF)
            of_us = mark.last + 1 in ours or any(place in of_ours for place in after)
            if of_us or any(place in ours and _together(context, place, mark) for place in before):
                yield "colleague", mark


def _ours_places(context: Context) -> frozenset[int]:
    # Belarusian "мая" (my) is Russian May, too.
    return frozenset(place for place in context.places("ours") if not context.counted(place - 1))


def _together(context: Context, place: int, mark: Mark) -> bool:
    """Whether no comma and no word of a sentence's frame parts "our" and the person."""
    between = context.text[context.tokens[place].end : mark.start]
    return not any(sign in between for sign in ",;:.()—–")
