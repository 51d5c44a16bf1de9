"""Texts in which every person's name is marked, to see how many of them the gate offers for review.

Read where somebody fetched them: in the folder that `$VALOSHKA_GATE_CORPORA` names, each under its repository's name.
Nothing of them is kept in the project. Dev and test are told apart by a hash of the document's name alone, so that the
split was fixed before anybody looked.

| corpus | languages | licence |
|---|---|---|
| SlavicNER | ru, uk, pl | none stated |
| factRuEval-2016 | ru | MIT |
| UD_Belarusian-HSE (dev and test files) | be | CC BY-SA 4.0 |
| ner-uk | uk | CC BY-NC-SA 4.0 |
| wikigold | en | CC BY 4.0 |
| `unknown_invented.yml` | en, be, ru, uk, pl | ours; its halves are fixed by hand |
"""

from __future__ import annotations

import functools
import hashlib
import itertools
import os
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Span = tuple[int, int]
_GLUED = re.compile(r" (?=[.,;:!?%)\]»”])|(?<=[(\[«“]) ")
_SHARED = Path(__file__).parents[3] / "shared" / "corpora"


@dataclass(frozen=True)
class Marked:
    """A text and where persons' names stand in it (code points, end exclusive)."""

    name: str
    text: str
    persons: tuple[Span, ...]
    written_for: str = ""  # the half that its writer put it in

    @property
    def is_dev(self) -> bool:
        """Whether it may be read; the other half is only counted."""
        if self.written_for:
            return self.written_for == "dev"
        return hashlib.sha256(self.name.encode()).digest()[0] % 2 == 0


def folder() -> Path:
    """Where the corpora were fetched to."""
    return Path(os.environ.get("VALOSHKA_GATE_CORPORA", _SHARED))


def slavic(language: str) -> Iterator[Marked]:
    """SlavicNER: `raw/` has the texts, `ner/` a row a mention.

    It marks peoples and members of parties as persons, too (Brytyjczycy). An id that is mostly written small in
    Russian and Ukrainian, which write peoples so, is no person's name, and is left out; so is an id of a country.
    """
    root = folder() / "SlavicNER"
    for path in sorted(root.glob(f"ner/*/{language}/*.tsv")):
        raw = root / "raw" / path.parent.relative_to(root / "ner") / f"{path.stem}.txt"
        raw = raw if raw.exists() else raw.with_suffix("")
        if raw.exists():
            persons = [(start, end) for start, end, who in _rows(path) if who not in _peoples(root)]
            yield Marked(f"slavic-{path.stem}", _as_read(raw), tuple(persons))


def _rows(path: Path) -> Iterator[tuple[int, int, str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = line.split("\t")
        if len(row) > 5 and row[4] == "PER" and row[5].startswith("PER-"):
            yield int(row[0]), int(row[1]), row[5]


@functools.cache
def _peoples(root: Path) -> frozenset[str]:
    small: Counter[str] = Counter()
    for path in root.glob("ner/*/*/*.tsv"):
        for line in path.read_text(encoding="utf-8").splitlines() if path.parent.name in ("ru", "uk") else ():
            row = line.split("\t")
            if len(row) > 5 and row[4] == "PER":
                small[row[5]] += 1 if row[2].islower() else -1
    return frozenset(who for who, more in small.items() if more > 0)


def fact_ru_eval() -> Iterator[Marked]:
    """FactRuEval-2016: spans of surname, given name, patronymic and nickname, joined into the objects `Person`."""
    for path in sorted((folder() / "factRuEval-2016").glob("*set/*.objects")):
        spans = {}
        for line in path.with_suffix(".spans").read_text(encoding="utf-8").splitlines():
            if row := line.split():
                spans[row[0]] = (int(row[2]), int(row[2]) + int(row[3]))
        persons = []
        for line in path.read_text(encoding="utf-8").splitlines():
            row = line.partition("#")[0].split()
            if row[1:2] == ["Person"]:
                found = [spans[each] for each in row[2:] if each in spans]
                persons.append((min(start for start, _ in found), max(end for _, end in found)))
        yield Marked(f"fact-{path.parent.name}-{path.stem}", _as_read(path.with_suffix(".txt")), tuple(persons))


def belarusian() -> Iterator[Marked]:
    """UD_Belarusian-HSE: words whose `NameType` is Giv, Sur, Pat or Prs, neighbours joined."""
    for path in sorted((folder() / "UD_Belarusian-HSE").glob("*.conllu")):
        documents = re.split(r"(?m)^# newdoc.*$", path.read_text(encoding="utf-8"))
        for number, document in enumerate(documents):
            sentences = (_sentence(each) for each in document.split("\n\n"))
            yield _joined(f"ud-{path.stem}-{number}", sentences)


def ner_uk() -> Iterator[Marked]:
    """ner-uk 2.0: texts set with a space before each mark, and a file of entities beside each."""
    for path in sorted((folder() / "ner-uk").glob("*/*.ann")):
        text = _as_read(path.with_suffix(".txt"))
        rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
        persons = [(int(row[2]), int(row[3])) for row in rows if row[1:2] == ["PERS"]]
        yield Marked(f"neruk-{path.stem}", text, tuple(persons))


def wikigold() -> Iterator[Marked]:
    """Wikigold: a word a line, documents after `-DOCSTART-`."""
    path = folder() / "wikigold" / "CONLL-format" / "data" / "wikigold.conll.txt"
    documents = path.read_text(encoding="utf-8").split("-DOCSTART-") if path.exists() else ()
    for number, document in enumerate(documents):
        sentences = []
        for sentence in document.split("\n\n"):
            rows = [line.rsplit(" ", 1) for line in sentence.splitlines() if line.count(" ") == 1]
            sentences.append([(word, " ", tag.endswith("PER")) for word, tag in rows if word.strip()])
        yield _joined(f"wikigold-{number}", sentences)


def invented(language: str) -> Iterator[Marked]:
    """Our own ordinary texts of `unknown_invented.yml`: news, briefings, judgments, letters, discharge notes."""
    halves = yaml.safe_load(Path(__file__).with_name("unknown_invented.yml").read_text(encoding="utf-8"))
    for half in ("dev", "held_out"):
        for kind, braced in halves[half][language].items():
            text, persons = "", list[Span]()
            for number, part in enumerate(re.split("[{}]", braced)):
                if number % 2:
                    persons.append((len(text), len(text) + len(part)))
                text += part
            yield Marked(f"own-{half}-{language}-{kind}", text, tuple(persons), half)


CORPORA: dict[str, Callable[[], Iterable[Marked]]] = {
    "ru SlavicNER": lambda: slavic("ru"),
    "ru FactRuEval-2016": fact_ru_eval,
    "uk SlavicNER": lambda: slavic("uk"),
    "uk ner-uk": ner_uk,
    "be UD-HSE": belarusian,
    "pl SlavicNER": lambda: slavic("pl"),
    "en Wikigold": wikigold,
    **{f"{language} invented": functools.partial(invented, language) for language in ("en", "be", "ru", "uk", "pl")},
}


def _as_read(path: Path) -> str:
    return path.read_bytes().decode("utf-8").replace("\r\n", "\n")


def _sentence(block: str) -> list[tuple[str, str, bool]]:
    rows = [line.split("\t") for line in block.splitlines() if line and not line.startswith("#")]
    return [
        (row[1], "" if "SpaceAfter=No" in row[9] else " ", bool(re.search(r"NameType=\S*(?:Giv|Sur|Pat|Prs)", row[5])))
        for row in rows
        if row[0].isdigit()
    ]


def _joined(name: str, sentences: Iterable[list[tuple[str, str, bool]]]) -> Marked:
    """One text of (word, what follows it, whether it is a person's name) rows; marks are drawn to their words."""
    text, persons = "", list[Span]()
    for sentence in sentences:
        for is_name, words in itertools.groupby(sentence, key=lambda row: row[2]):
            start = len(text)
            for word, after, _ in words:
                if after and _GLUED.match(f" {word}") and text.endswith(" "):
                    text = text[:-1]
                text += word + after
            if is_name:
                persons.append((start, len(text.rstrip())))
        text = text.rstrip() + "\n"
    return Marked(name, text, tuple(persons))
