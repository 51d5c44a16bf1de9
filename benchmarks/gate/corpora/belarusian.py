"""UD_Belarusian-HSE (CC BY-SA 4.0): pages in Belarusian; words marked as surname, given name or patronymic.

The treebank's own dev and test files are the halves of the texts (a train file, where there is one, is dev, too); a
person's half is fixed by a hash of the surname. It links nobody: of a surname, whoever is once named in full with it is
meant; a surname that always stands alone is protected with an invented given name, and a lone given name is not asked.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import yaml

from benchmarks.gate.corpora.texts import DEV, TEST, Corpus, Named, Text, folder, half

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from benchmarks.gate.corpora.texts import Shape

_KINDS = {"Giv", "Pat", "Sur"}


class _Word(NamedTuple):
    kind: str  # Giv, Pat, Sur or nothing
    lemma: str
    gender: str
    start: int
    end: int

    @property
    def whole(self) -> bool:
        return len(self.lemma.rstrip(".")) > 1 and not self.lemma.endswith(".")


class _Sentence(NamedTuple):
    page: str
    split: str
    text: str
    words: tuple[_Word, ...]


@cache
def corpus() -> Corpus:
    """All sentences, and everybody of whom they tell a surname. Raises CannotBeHad."""
    sentences = [each for path in sorted(folder("UD_Belarusian-HSE").glob("*.conllu")) for each in _sentences(path)]
    people = _people(sentences)
    texts = tuple(
        _together(list(group), people) for _, group in itertools.groupby(sentences, key=lambda each: each.page)
    )
    spellings = {name: {"be": name} for names in people.values() for name in names}
    halves = {name: half("surname", surname) for surname, names in people.items() for name in names}
    return Corpus("UD_Belarusian", texts, spellings, halves)


def _together(page: Sequence[_Sentence], people: Mapping[str, set[str]]) -> Text:
    """The sentences of one page as one text, a line each: a gate reads whole texts."""
    lines, named, at = [], [], 0
    for sentence in page:
        named += [replace(each, start=each.start + at, end=each.end + at) for each in _named(sentence, people)]
        lines.append(sentence.text)
        at += len(sentence.text) + 1
    return Text(page[0].page, page[0].split, "be", "\n".join(lines), tuple(named))


def _people(sentences: Sequence[_Sentence]) -> Mapping[str, set[str]]:
    """Surname → full names, invented ones where neither the sentence nor another one tells a fitting given name."""
    found: dict[str, set[str]] = defaultdict(set)
    named = [(each, surname) for sentence in sentences for each in _runs(sentence.words) if (surname := _surname(each))]
    for run, surname in named:
        found[surname.lemma] |= {f"{each.lemma} {surname.lemma}" for each in _given(run)[:1]}
    for run, surname in named:
        known, initial = found[surname.lemma], _initial(run)
        if not any(name.startswith(initial) for name in known):
            known.add(f"{_invented(surname, initial)} {surname.lemma}")
    return found


def _named(sentence: _Sentence, people: Mapping[str, set[str]]) -> Iterator[Named]:
    for run in _runs(sentence.words):
        if surname := _surname(run):
            full = {f"{each.lemma} {surname.lemma}" for each in _given(run)[:1]}
            likely = {name for name in people[surname.lemma] if name.startswith(_initial(run))}
            lemma = " ".join(word.lemma for word in run)
            yield Named(run[0].start, run[-1].end, frozenset(full or likely), _shape(run), lemma=lemma)


def _surname(run: Sequence[_Word]) -> _Word | None:
    return next((word for word in run if word.kind == "Sur" and word.whole), None)


def _given(run: Sequence[_Word]) -> list[_Word]:
    return [word for word in run if word.kind == "Giv" and word.whole]


def _initial(run: Sequence[_Word]) -> str:
    """The first initial's letters, if that is how the given name is told."""
    first = next((word for word in run if word.kind in {"Giv", "Pat"}), None)
    return "" if first is None or first.whole else first.lemma.rstrip(".")


def _invented(surname: _Word, initial: str) -> str:
    letters = initial if initial in _invented_given() else initial[:1] or "А"
    return _invented_given()[letters][surname.gender == "Fem"]


@cache
def _invented_given() -> dict[str, list[str]]:
    told = (Path(__file__).parent / "invented_given.yml").read_text(encoding="utf-8")
    names: dict[str, list[str]] = yaml.safe_load(told)
    return names


def _shape(run: Sequence[_Word]) -> Shape:
    if len(run) == 1:
        return "surname"
    return "full" if any(word.kind == "Giv" and word.whole for word in run) else "initials"


def _runs(words: Sequence[_Word]) -> Iterator[list[_Word]]:
    """Neighbouring words of one name: a second surname, or a given name after a whole name, opens another."""
    for marked, group in itertools.groupby(words, key=lambda word: word.kind in _KINDS):
        run: list[_Word] = []
        for word in group if marked else ():
            if run and (word.kind == "Sur" or _complete(run)) and any(each.kind == word.kind for each in run):
                yield run
                run = []
            run.append(word)
        if run:
            yield run


def _complete(run: Sequence[_Word]) -> bool:
    return {"Giv", "Sur"} <= {word.kind for word in run}


def _sentences(path: Path) -> Iterator[_Sentence]:
    split, pages = TEST if "-test" in path.stem else DEV, 0
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        told = dict(line[2:].split(" = ", 1) for line in block.splitlines() if line.startswith("# ") and " = " in line)
        pages += "# newdoc" in block
        if "text" in told:
            rows = [line.split("\t") for line in block.splitlines() if not line.startswith("#")]
            yield _Sentence(f"{path.stem} {pages}", split, told["text"], tuple(_words(told["text"], rows)))


def _words(text: str, rows: Sequence[Sequence[str]]) -> Iterator[_Word]:
    at = 0
    for row in rows:
        if row[0].isdigit() and (start := text.find(row[1], at)) >= 0:
            at = start + len(row[1])
            told = dict(each.split("=", 1) for each in row[5].split("|") if "=" in each)
            kind = told.get("NameType", "")
            yield _Word(kind if kind in _KINDS else "", row[2], told.get("Gender", ""), start, at)
