"""What an action is: whom it is for, and what a visitor may choose from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True)
class Phrase:
    """One message that was approved before anybody chose it; `words` by language."""

    id: str
    words: Mapping[str, str] = field(hash=False)


@dataclass(frozen=True)
class PublicName:
    """A name that may stand in the action's texts, and where it was published."""

    name: str
    source: str


@dataclass(frozen=True)
class Action:
    """One solidarity action, as its `action.yml` says.

    `title`, `for_whom` and each phrase's `words` hold every one of `languages` (BCP 47). Countries are ISO 3166
    alpha-2; `countries` are those that a visitor may name, none meaning all. `question` and `risk` are the safety
    question and what it says of the danger, where the page has no words of its own for a country at risk. `collector`
    is empty where nothing is sent and no wall grows. `read_by` says who read the texts in a language whose stories the
    gate does not read.
    """

    name: str
    publisher: str
    title: Mapping[str, str] = field(hash=False)
    for_whom: Mapping[str, str] = field(hash=False)
    hashtag: str
    handle: str
    languages: tuple[str, ...]
    countries_at_risk: tuple[str, ...]
    flowers: tuple[str, ...]
    phrases: tuple[Phrase, ...]
    site: str
    collector: str = ""
    onion: str = ""
    countries: tuple[str, ...] = ()
    question: Mapping[str, str] = field(default_factory=dict, hash=False)
    risk: Mapping[str, str] = field(default_factory=dict, hash=False)
    public_names: tuple[PublicName, ...] = ()
    read_by: Mapping[str, str] = field(default_factory=dict, hash=False)

    def texts(self, language: str) -> Iterator[tuple[str, str]]:
        """Every text of the action's own in `language`, each with the key it stands under."""
        for key, said in (("title", self.title), ("for_whom", self.for_whom)):
            yield key, said[language]
        for key, optional in (("question", self.question), ("risk", self.risk)):
            if optional:
                yield key, optional[language]
        for phrase in self.phrases:
            yield f"phrases, {phrase.id}", phrase.words[language]
