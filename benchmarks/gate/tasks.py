"""The task: everybody of one half, protected in one spelling of language A, among a crowd; texts in language B.

Only people of the half are protected, and only texts of the half are read: of the test half neither a person nor a
topic was seen before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.gate.crowd import crowd
from benchmarks.names.environments import CannotBeHad
from benchmarks.names.persons import number_of
from benchmarks.names.writing import in_latin, translated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from benchmarks.gate.corpora.texts import Corpus, Text

# Where a corpus has one language only, its own spelling is rewritten: in passport letters, or as Belarusian (given
# names by a table, surnames by rule).
REWRITTEN: Mapping[str, tuple[str, Callable[[str], str]]] = {
    "ru-Latn": ("ru", lambda name: in_latin(name, "russian")),
    "ru-be": ("ru", lambda name: " ".join(translated(part, "belarusian") for part in name.split())),
    "be-Latn": ("be", lambda name: in_latin(name, "belarusian")),
}


@dataclass(frozen=True)
class Task:
    """`people` (key → spellings; those in `asked` are the corpus's, the others the crowd) and what is to be read."""

    corpus: str
    written_in: str
    people: Mapping[str, Sequence[str]]
    asked: frozenset[str]
    texts: Sequence[Text]

    @classmethod
    def together(cls, tasks: Sequence[Task], size: int) -> Task:
        """Several tasks as one, among `size` invented people. Raises CannotBeHad if there is none."""
        if not tasks:
            raise CannotBeHad("None of the corpora is here, so that there is nothing to read.")
        people = {key: names for each in tasks for key, names in each.people.items()}
        return cls(
            ", ".join(each.corpus for each in tasks),
            tasks[0].written_in,
            {**people, **crowd(size)},
            frozenset(people),
            [text for each in tasks for text in each.texts],
        )


def task(corpus: Corpus, split: str, written_in: str, read_in: Iterable[str], size: int, words: int = 0) -> Task:
    """`corpus`'s people of this half, written in one language, among `size` invented ones, and the texts in `read_in`.

    `words` > 0 reads about so many words of each language, the texts chosen by a hash.
    """
    asked = {
        person: [spelling]
        for person, told in sorted(corpus.spellings.items())
        if corpus.halves[person] == split and (spelling := spelt(told, written_in))
    }
    texts = [text for language in read_in for text in _sample(corpus.texts, split, language, words)]
    return Task(corpus.title, written_in, {**asked, **crowd(size)}, frozenset(asked), texts)


def spelt(told: Mapping[str, str], language: str) -> str | None:
    """The person's base form in this language, or rewritten (`ru-Latn`)."""
    own, rewrite = REWRITTEN.get(language, (language, str))
    base = told.get(own)
    return rewrite(base) if base else None


def _sample(texts: Iterable[Text], split: str, language: str, words: int) -> list[Text]:
    mine = [text for text in texts if text.split == split and text.language == language]
    if not words:
        return mine
    taken, count = [], 0
    for text in sorted(mine, key=lambda text: number_of("text", text.id)):
        if count >= words:
            break
        taken.append(text)
        count += len(text.text.split())
    return taken
