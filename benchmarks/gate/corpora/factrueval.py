"""FactRuEval-2016 (MIT): Russian news and blogs; people with given name, patronymic and surname, linked in each text.

The corpus's own devset is the dev half of the texts, its testset the test half; a person's half is fixed by a hash of
the surname. One full name is one person in all texts. Somebody who is only ever called by surname may be anyone of it.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.gate.corpora.texts import DEV, TEST, Corpus, Named, Text, folder, half

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from benchmarks.gate.corpora.texts import Shape

_NAMES = ("name", "surname", "patronymic", "nickname")
_INITIAL = 2  # code points


class _Span(NamedTuple):
    kind: str
    start: int
    end: int


class _Person(NamedTuple):
    given: str
    patronymic: str
    surname: str

    @property
    def full(self) -> str | None:
        whole = len(self.given.rstrip(".")) > 1 and len(self.surname) > 1
        return " ".join(filter(None, (self.given, self.patronymic, self.surname))) if whole else None


@cache
def corpus() -> Corpus:
    """All texts, and everybody who is named in full in any of them. Raises CannotBeHad."""
    root = folder("factRuEval-2016")
    read = [
        (split, path, _people(path))
        for split, name in ((DEV, "devset"), (TEST, "testset"))
        for path in sorted((root / name).glob("*.txt"))
        if path.with_suffix(".coref").exists()
    ]
    everybody = {person for _, _, people in read for person in people.values()}
    by_surname: dict[str, set[str]] = defaultdict(set)
    known = {full: person for person in sorted(everybody) if (full := person.full)}
    for full, person in known.items():
        by_surname[person.surname].add(full)
    texts = tuple(
        Text(path.stem, split, "ru", _text(path), tuple(_named(path, people, by_surname)))
        for split, path, people in read
    )
    spellings = {full: {"ru": full} for full in known}
    return Corpus("FactRuEval", texts, spellings, {full: half("surname", known[full].surname) for full in known})


def _named(path: Path, people: Mapping[str, _Person], by_surname: Mapping[str, set[str]]) -> Iterator[Named]:
    # What is both a surname and a nickname stands there twice, the nickname last.
    rows = reversed(_rows(path, ".spans"))
    spans = {row[0]: _Span(row[1], int(row[2]), int(row[2]) + int(row[3])) for row in rows}
    text = _text(path)
    for mention, kind, *ids in _rows(path, ".objects"):
        parts = [spans[each] for each in ids if spans[each].kind in _NAMES]
        if kind == "Person" and parts and (person := people.get(mention)):
            start, end = min(part.start for part in parts), max(part.end for part in parts)
            sure = person.full is not None
            meant = {person.full or ""} if sure else by_surname.get(person.surname, set())
            yield Named(start, end, frozenset(meant), _shape(parts, text), sure, str(person.full or person.surname))


def _shape(parts: Sequence[_Span], text: str) -> Shape:
    kinds = {part.kind for part in parts if len(text[part.start : part.end].rstrip(".")) > 1}
    if "surname" in kinds:
        return "full" if "name" in kinds else "initials" if len(parts) > 1 else "surname"
    return "given" if kinds & {"name", "patronymic"} else "other"


def _people(path: Path) -> dict[str, _Person]:
    """Mention → who is meant, by the text's own links."""
    found: dict[str, _Person] = {}
    for record in path.with_suffix(".coref").read_text(encoding="utf-8").split("\n\n"):
        head, *rows = record.strip().splitlines() or [""]
        told = dict(row.split(maxsplit=1) for row in rows if len(row.split()) > 1)
        if told.keys() & {"firstname", "lastname", "patronymic", "nickname"}:
            person = _Person(*(told.get(key, "").strip() for key in ("firstname", "patronymic", "lastname")))
            found |= dict.fromkeys(head.split()[1:], person)
    return found


def _rows(path: Path, suffix: str) -> list[list[str]]:
    lines = path.with_suffix(suffix).read_text(encoding="utf-8").splitlines()
    return [line.partition("#")[0].split() for line in lines if line.strip()]


@cache
def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8")
