"""Which mentions are of one name, so that it is decided on once: Bonch, Bonch's and Halina Bonch, in any case."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from valoshka.disclosure.unknown_names.stems import stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from valoshka.disclosure.unknown_names.mentions import Mention

Name = tuple[tuple[str, ...], tuple[str, ...]]


def grouped(mentions: Iterable[Mention]) -> dict[str, list[int]]:
    """The places in `mentions` of each distinct name, under stems that are the same in every grammatical case.

    A surname alone, or a given name alone, counts to the one fuller name that has it; if two have it, to neither.

    >>> from valoshka.disclosure.unknown_names.mentions import unknown_names
    >>> text = "Галіна Бонч маўчала. Потым прыйшла Алена Бонч, а за Галінай Бонч і Зміцер Сарокін. Сарокіна адпусцілі."
    >>> grouped(unknown_names(text))
    {'галін бонч': [0, 2], 'ален бонч': [1], 'зміцер сарокін': [3, 4]}
    """
    names = [_name(mention) for mention in mentions]
    full = list(dict.fromkeys(name for name in names if _is_full(name)))
    bearers: dict[str, list[Name]] = defaultdict(list)
    for name in full:
        for word in {*name[0], *name[1]}:
            bearers[word].append(name)
    fuller = {name: _spelt(_fuller(name, bearers)) for name in dict.fromkeys(names)}
    found: dict[str, list[int]] = defaultdict(list)
    for place, name in enumerate(names):
        found[fuller[name]].append(place)
    return dict(found)


def _name(mention: Mention) -> Name:
    return tuple(map(stem, mention.given)), tuple(map(stem, mention.others))


def _is_full(name: Name) -> bool:
    return len(name[0]) + len(name[1]) > 1


def _fuller(name: Name, bearers: dict[str, list[Name]]) -> Name:
    if _is_full(name):
        return name
    words = (*name[0], *name[1])
    of = [other for other in bearers.get(words[-1], ()) if set(words) <= {*other[0], *other[1]}]
    return of[0] if len(of) == 1 else name


def _spelt(name: Name) -> str:
    return " ".join((*name[0], *name[1]))


def fullest(places: Sequence[int], mentions: Sequence[Mention]) -> int:
    """The place of the mention that says most, the first of those."""
    return max(places, key=lambda place: (len(mentions[place].given) + len(mentions[place].others), -place))
