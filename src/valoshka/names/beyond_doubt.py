"""Stretches of a text that `accept` takes for somebody's name, where the words read one by one left a doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.names import knowledge
from valoshka.names.beside import AFTER_INITIAL, BESIDE
from valoshka.names.comparing import accept
from valoshka.names.index import is_surname_shaped
from valoshka.names.particles import role
from valoshka.names.parts import given_groups, is_patronymic
from valoshka.names.reading import RANK, Hit, How, Place

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from valoshka.names.alike import Alike
    from valoshka.names.index import Bearer
    from valoshka.names.words import Word

_DOUBT = RANK["surname_common"]
_LONGEST = 6  # words: whole names of people here
_INITIAL = 2  # letters


def beyond_doubt(
    text: str, plain: Sequence[Word], named: Sequence[Place], hits: Iterable[Hit], alike: Alike
) -> Iterator[Hit]:
    """What `accept` takes for the name of somebody whom `hits` do not yet name beyond doubt there.

    Only words of which one is, in some case and spelling or with one slip, a surname of that person are asked about:
    without that, no name is accepted.
    """
    settled: dict[Bearer, list[Hit]] = {}
    near: list[Hit] = []
    for hit in hits:
        if hit.rank < _DOUBT:
            settled.setdefault(hit.bearer, []).append(hit)
        elif hit.how == "near":
            near.append(hit)
    for run in _runs(text, plain, {place.word.first for place in named}):
        for at, word in enumerate(run):
            misspelt = (hit.bearer for hit in near if _covers(hit, word))
            for bearer in dict.fromkeys((*alike.bearers(word.folded), *misspelt)):
                if not any(_covers(hit, word) for hit in settled.get(bearer, ())):
                    yield from _accepted(text, run, at, bearer)


def _covers(hit: Hit, word: Word) -> bool:
    return hit.start < word.end and word.start < hit.end


def _accepted(text: str, run: Sequence[Word], at: int, bearer: Bearer) -> Iterator[Hit]:
    """The shortest stretch around `run[at]` that is taken for the bearer's name."""
    for many in range(1 if _may_be_one_word(run[at], bearer) else 2, min(bearer.words + 1, _LONGEST) + 1):
        for first in range(max(0, at - many + 1), min(at, len(run) - many) + 1):
            found = run[first : first + many]
            if _accepts(text, found, bearer) and _accepts(text, _whole_name(text, run, first, many), bearer):
                yield Hit(found[0].start, found[-1].end, bearer, _how(found), many)
                return


def _accepts(text: str, found: Sequence[Word], bearer: Bearer) -> bool:
    return accept(text[found[0].start : _with_full_stop(text, found[-1])], bearer.name)


def _whole_name(text: str, run: Sequence[Word], first: int, many: int) -> Sequence[Word]:
    """The stretch with the given names and patronymics around it: it may be a part of somebody else's name.

    A comma before a given name opens the next name of a list. What else stands beside a name may be any word.
    """
    end = first + many
    while first and _is_of_name(run[first - 1]):
        first -= 1
    while end < len(run) and "," not in text[run[end - 1].end : run[end].start] and _is_of_name(run[end], run[end - 1]):
        end += 1
    return run[first:end]


def _is_of_name(word: Word, before: Word | None = None) -> bool:
    if before is not None and is_patronymic(before.folded) and is_surname_shaped(word.folded):
        return True
    return len(word.folded) > _INITIAL and (bool(given_groups(word.folded)) or is_patronymic(word.folded))


def _may_be_one_word(word: Word, bearer: Bearer) -> bool:
    """Whether a surname alone, or beside initials, is all that is known of them; in lower case it may be any word."""
    return not bearer.parts.given and word.capital and word.folded not in knowledge.function_words()


def _how(found: Sequence[Word]) -> How:
    if len(found) == 1:
        return "surname"
    return "initials" if sum(len(word.folded) > _INITIAL for word in found) == 1 else "full_name"


def _with_full_stop(text: str, word: Word) -> int:
    """The end of a word: an initial is one by its full stop."""
    return word.end + (len(word.folded) <= _INITIAL and text[word.end : word.end + 1] == ".")


def _runs(text: str, plain: Sequence[Word], known: Collection[int]) -> Iterator[list[Word]]:
    """Words beside each other that may be names: those with a capital, and those at `known` places.

    Particles (von, оглы) part no name, and count for none.
    """
    run: list[Word] = []
    last: Word | None = None
    for word in plain:
        if last is not None and not _are_beside(text, last, word):
            yield run
            run, last = [], None
        if _may_be_name(text, word) or word.first in known:
            run.append(word)
            last = word
        elif last is not None and role(word.folded) is not None:
            last = word
        else:
            yield run
            run, last = [], None
    yield run


def _may_be_name(text: str, word: Word) -> bool:
    """Whether it has a capital, or is a patronymic that lost it."""
    return word.capital or any(map(str.isupper, text[word.start : word.end])) or is_patronymic(word.folded)


def _are_beside(text: str, one: Word, other: Word) -> bool:
    pattern = AFTER_INITIAL if min(len(one.folded), len(other.folded)) <= _INITIAL else BESIDE
    return bool(pattern.fullmatch(text, one.end, other.start))
