"""The controlled vocabularies: YAML beside this file, read once, checked as it is read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from valoshka.own_yaml import own_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LANGUAGES = ("en", "be", "ru")
Words: TypeAlias = "Mapping[str, str]"


@dataclass(frozen=True)
class Term:
    """One term of one vocabulary.

    `code` is stable: never renumbered, never reused. `label` and `definition` are keyed by `en`, `be`, `ru`.
    `violation` is false for context (what a person did, what happened around it). `huridocs` is the code in the
    HURIDOCS micro-thesauri where it is known for certain; `since` the vocabulary's version that brought the term.
    `attacks` are the codes of `health_attacks()` that an act is when it strikes health care; empty elsewhere.

    >>> acts()["detention"].huridocs
    '030102'
    """

    code: str
    family: str
    label: Words
    definition: Words
    source: str
    since: str
    violation: bool = True
    huridocs: str | None = None
    attacks: tuple[str, ...] = ()

    def label_in(self, language: str) -> str:
        """The label in `language` (`en`, `be`, `ru`).

        >>> acts()["release"].label_in("en")
        'Release'
        """
        return self.label[language]

    def definition_in(self, language: str) -> str:
        """The definition in `language` (`en`, `be`, `ru`)."""
        return self.definition[language]


def _terms(name: str) -> Iterator[Term]:
    whole = own_yaml("valoshka.terms", f"{name}.yml")
    for family, group in whole["families"].items():
        inherited = {"source": group.get("source", whole["source"]), "since": whole["since"]}
        for code, entry in group["terms"].items():
            own = {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}
            yield Term(**{**inherited, "code": code, "family": family, **own})


@cache
def vocabulary(name: str) -> Mapping[str, Term]:
    """The vocabulary in `<name>.yml`, by code, in the order of the file. Cached; read-only.

    >>> list(vocabulary("modality"))
    ['happened', 'announced', 'believed']
    """
    return MappingProxyType({term.code: term for term in _terms(name)})


def acts() -> Mapping[str, Term]:
    """Who did WHAT to whom."""
    return vocabulary("acts")


def perpetrators() -> Mapping[str, Term]:
    """Types of perpetrator; the source's own wording is always kept beside the type."""
    return vocabulary("perpetrators")


def epistemic() -> Mapping[str, Term]:
    """On what a statement stands."""
    return vocabulary("epistemic")


def modalities() -> Mapping[str, Term]:
    """Whether it happened."""
    return vocabulary("modality")


def date_bases() -> Mapping[str, Term]:
    """Where a date comes from."""
    return vocabulary("date_basis")


def health_attacks() -> Mapping[str, Term]:
    """Types of attack on health care, a second classification of acts."""
    return vocabulary("health_attacks")


def _family(name: str, family: str) -> Mapping[str, Term]:
    return MappingProxyType({code: term for code, term in vocabulary(name).items() if term.family == family})


def consent_items() -> Mapping[str, Term]:
    """What of a person may be shown: the rows of the consent matrix."""
    return _family("consent", "items")


def audiences() -> Mapping[str, Term]:
    """Who may see it: the columns of the consent matrix.

    >>> list(audiences())[-1]
    'public'
    """
    return _family("consent", "audiences")


def consent_means() -> Mapping[str, Term]:
    """How a consent was given."""
    return _family("consent", "means")


def person_kinds() -> Mapping[str, Term]:
    """Individual, group, institution."""
    return _family("person", "kinds")


def person_roles() -> Mapping[str, Term]:
    """Who somebody is to the casebook: interviewed, third person, public figure."""
    return _family("person", "roles")


def sexes() -> Mapping[str, Term]:
    """As the person says."""
    return _family("person", "sexes")


def risks() -> Mapping[str, Term]:
    """Why a person could still come to harm."""
    return _family("person", "risks")


def relations() -> Mapping[str, Term]:
    """How one person is tied to another, or to an institution."""
    return _family("person", "relations")


def degrees_of_involvement() -> Mapping[str, Term]:
    """What part a perpetrator had in an act."""
    return _family("person", "degrees_of_involvement")


def certainties() -> Mapping[str, Term]:
    """How sure a source is of an involvement."""
    return _family("person", "certainties")
