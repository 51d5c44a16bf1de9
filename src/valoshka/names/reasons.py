"""Why two names are, or are not, taken for one: a reason for each part, in the reader's language."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, cast

from valoshka.names.folding import script
from valoshka.own_yaml import own_yaml

if TYPE_CHECKING:
    from valoshka.names.agreeing import Agreement, Code
    from valoshka.names.tokens import Token

Language = Literal["en", "be", "ru"]
_ORDER = ("surname", "given", "patronymic", "initial", "name", "particle")


@dataclass(frozen=True)
class Reason:
    """What was found of one `part` of two names; `forms` are the languages or scripts of the two words.

    >>> str(Reason("surname", "sound", ("be", "ru"), 1.0))
    'surname: Belarusian and Russian form of one name'
    """

    part: str
    code: Code
    forms: tuple[str, ...]
    share: float

    def words(self, language: Language = "en") -> str:
        """The reason as people read it."""
        told = _told()
        phrase = told["codes"][language]
        named = f"{self.code}_languages" if self.code in ("sound", "form") and self._tells_languages else self.code
        languages = [told["languages"][language][form] for form in self.forms]
        fills = dict(zip(("this", "that"), languages, strict=False))
        return f"{told['parts'][language][self.part]}: {phrase[named].format(**fills)}"

    @property
    def _tells_languages(self) -> bool:
        """Whether the two words are plainly of two languages or scripts: Cyrillic alone is no other than Belarusian."""
        different = len(set(self.forms)) == 2
        return different and ("cyrillic" not in self.forms or not {"be", "ru", "uk"} & set(self.forms))

    def __str__(self) -> str:
        """English words."""
        return self.words()


def reason(found: Agreement, one: Token, other: Token | None) -> Reason:
    """The reason that an agreement gives, with the languages in which its two words seem to be written."""
    forms = tuple(sorted(written_in(token.folded) for token in (one, other) if token is not None))
    return Reason(found.part, found.code, forms if other is not None else (), round(found.share, 3))


def telling_order(told: Reason) -> tuple[int, str, tuple[str, ...]]:
    """Surname first, then given name, patronymic, initials."""
    return (_ORDER.index(told.part), told.code, told.forms)


@functools.lru_cache(maxsize=1 << 12)
def written_in(folded: str) -> str:
    """The language that a folded word seems to be written in, or its script where the letters do not say.

    >>> written_in("ціханоўская"), written_in("тихановская"), written_in("тихановська"), written_in("bonch")
    ('be', 'ru', 'uk', 'latin')
    """
    kind = script(folded)
    if kind != "cyrillic":
        return kind
    return next((language for language, pattern in _patterns() if pattern.search(folded)), kind)


@functools.cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    return [
        (language, re.compile(pattern)) for language, pattern in cast(dict[str, str], _load()["written_in"]).items()
    ]


@functools.cache
def _load() -> dict[str, object]:
    return cast(dict[str, object], own_yaml("valoshka.names", "reasons.yml"))


@functools.cache
def _told() -> dict[str, dict[str, dict[str, str]]]:
    return cast(dict[str, dict[str, dict[str, str]]], {key: _load()[key] for key in ("parts", "codes", "languages")})
