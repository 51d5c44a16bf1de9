"""Every spelling that a list may have of one name: cases, neighbouring languages, romanisations, orders, initials."""

from __future__ import annotations

import functools
import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from valoshka.names.forms.romanise import cyrillise, romanise, systems
from valoshka.names.forms.taken_apart import taken_apart
from valoshka.names.forms.versions import Version, in_cases, neighbouring_versions, own_versions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from valoshka.names.forms.grammar import Case, Language
    from valoshka.names.forms.romanise import System
    from valoshka.names.forms.taken_apart import TakenApart

Kind = Literal["itself", "order", "initials", "case", "equivalent", "romanised"]
# Letters of Łacinka that no other Latin alphabet has together.
_LACINKA = re.compile("ŭ|[čšž].*[łśźćń]|[łśźćń].*[čšž]", re.IGNORECASE)


@dataclass(frozen=True)
class Spelling:
    """One spelling and what it is: in which language and case, by which system of romanisation."""

    text: str
    kind: Kind
    language: Language | None = None
    case: Case | None = None
    system: str | None = None


@functools.lru_cache(maxsize=1 << 8)
def spellings(name: str, limit: int = 500) -> tuple[Spelling, ...]:
    """How one person's name may stand on a list: the name itself first, then likelier spellings first; none twice.

    Given name, patronymic and surname are declined together. Belarusian, Russian and Ukrainian equivalents of given
    name and patronymic come from the table of given names; those of the surname from the rules of each spelling, and
    where these leave several open, each is given. Of a name with initials the surname is declined and romanised; a name
    in other letters is only put in its other order, and Łacinka is read. `limit` is the most that comes back.

    >>> [each.text for each in spellings("Заяц Ігар", limit=5)]
    ['Заяц Ігар', 'Ігар Заяц', 'Зайца Ігара', 'Ігара Зайца', 'Зайцу Ігару']
    """
    return tuple(itertools.islice(_distinct(_all(name)), max(1, limit)))


def _distinct(found: Iterable[Spelling]) -> Iterator[Spelling]:
    seen: set[str] = set()
    for each in found:
        if each.text not in seen:
            seen.add(each.text)
            yield each


def _all(name: str) -> Iterator[Spelling]:
    yield Spelling(name, "itself")
    parts = taken_apart(name)
    if parts is None:
        return
    if not parts.languages:
        yield from _in_other_letters(name, parts)
        return
    own = own_versions(parts)
    neighbours = [*neighbouring_versions(parts)]
    yield from _each(own, "order")
    yield from _each((form for version in own for form in in_cases(version)), "case")
    yield from _romanised(own)
    yield from _initials(own)
    yield from _neighbouring(neighbours)
    yield from _romanised([form for version in own for form in in_cases(version)])


def _neighbouring(versions: list[Version]) -> Iterator[Spelling]:
    likeliest = [*{version.language: version for version in reversed(versions)}.values()]
    yield from _each(versions, "equivalent")
    yield from _romanised(likeliest)
    yield from _each((form for version in likeliest for form in in_cases(version)), "case")
    yield from _initials(likeliest)
    yield from _romanised(versions)


def _in_other_letters(name: str, parts: TakenApart) -> Iterator[Spelling]:
    yield from (Spelling(text, "order") for text in _orders(parts))
    if _LACINKA.search(name):
        yield from (Spelling(each.text, "equivalent", "be", each.case, "lacinka") for each in _all(cyrillise(name)))


def _each(versions: Iterable[Version], kind: Kind) -> Iterator[Spelling]:
    for version in versions:
        yield from (Spelling(text, kind, version.language, version.case) for text in _orders(version))


def _romanised(versions: Iterable[Version]) -> Iterator[Spelling]:
    for version in versions:
        for system in systems():
            if _fits(system, version):
                for text in _orders(version):
                    yield Spelling(
                        romanise(text, system.code), "romanised", version.language, version.case, system.code
                    )


def _fits(system: System, version: Version) -> bool:
    if version.language not in system.languages:
        return False
    if version.case != "nominative":
        return system.running
    # Endings of another language are put on names, not on initials.
    return system.sex is None or (system.sex == version.sex and not version.initials)


def _orders(name: Version | TakenApart) -> Iterator[str]:
    """Both usual orders, with the patronymic and without."""
    given = name.given or name.initials
    for middle in dict.fromkeys((name.patronymic, "")):
        yield " ".join(filter(None, (name.surname, given, middle)))
        yield " ".join(filter(None, (given, middle, name.surname)))


def _initials(versions: Iterable[Version]) -> Iterator[Spelling]:
    for version in versions:
        if not version.given:
            continue
        for initials in _shortened(version):
            for text in (f"{version.surname} {initials}", f"{initials} {version.surname}"):
                yield Spelling(text, "initials", version.language, version.case)


def _shortened(version: Version) -> Iterator[str]:
    """The initial alone, then with the patronymic's; Belarusian дз and дж are one sound, and often one initial."""
    letters = [version.given[:1]]
    if version.language == "be" and version.given[:2].lower() in ("дз", "дж"):
        letters.append(version.given[:2])
    for letter in letters:
        yield f"{letter}."
        if version.patronymic:
            yield f"{letter}. {version.patronymic[:1]}."
