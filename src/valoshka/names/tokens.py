"""The words of one name, each with all that it may be: a given name, a patronymic, an initial, a surname."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, replace
from typing import Literal

from valoshka.names import knowledge
from valoshka.names.folding import fold, script, visible
from valoshka.names.given import father_groups, given_groups, given_names, is_given_name
from valoshka.names.given.declined import declined, in_shared_letters
from valoshka.names.given.namesakes import namesakes
from valoshka.names.particles import father_of, role
from valoshka.names.parts import is_patronymic
from valoshka.names.sounding import hear, skeleton, stuttered

Kind = Literal["given", "patronymic", "surname", "initial", "particle"]
KINDS: tuple[Kind, ...] = ("given", "patronymic", "surname", "initial", "particle")
PARTICLE = KINDS.index("particle")
_HEARD_AS_ANOTHER = re.compile("[aei]+")
MOST = 12  # words: whoever writes more has not written one name
LONGEST = 400  # characters that are read of a name
_WORD = re.compile(r"[^\W\d_](?:['’ʼ`′]?[^\W_])*[\u0300-\u036f\u200b-\u200f\u00ad]*(?:['’ʼ`′]?[^\W\d_]+)*['ʼ’]?\.?")

_PLAIN = re.compile("[A-Za-zЁІЇЎЄҐА-яёіїўєґ]+(?:[ -][A-Za-zЁІЇЎЄҐА-яёіїўєґ]+)*")


@dataclass(frozen=True)
class Token:
    """One word of a name, folded.

    `groups`, `cases` and `fathers` number given names: which name the word is, of which others it may be a grammatical
    case, and whose child it calls somebody. `certain` is whether the table of given names writes it so, rather than
    that it sounds so; `second` whether an initial follows another, and is thus the father's. `sounds` are coarse.
    """

    folded: str
    kind: Kind
    groups: frozenset[int] = frozenset()
    cases: frozenset[int] = frozenset()
    fathers: frozenset[int] = frozenset()
    sounds: frozenset[str] = frozenset()
    certain: bool = False
    second: bool = False

    @property
    def weight(self) -> float:
        """What share of a name such a word is, before all shares are added up."""
        return knowledge.weighing().weight[self.kind]

    def __hash__(self) -> int:
        """Of the word alone: a search puts the same few words into tables a hundred times."""
        return hash(self.folded)

    @functools.cached_property
    def skeletons(self) -> frozenset[str]:
        """The consonants of its sounds."""
        return frozenset(map(skeleton, self.sounds))

    @functools.cached_property
    def consonants(self) -> frozenset[str]:
        """Every consonant of any of its sounds."""
        return frozenset().union(*self.skeletons)

    @functools.cached_property
    def woman(self) -> bool | None:
        """Whether a patronymic is a woman's; None for other words."""
        return self.folded.endswith(knowledge.surname_knowledge()["daughter"]) if self.kind == "patronymic" else None


def tokens(name: str) -> tuple[Token, ...]:
    """What `name` is made of, in its order; empty for a text without letters. Only its first words are read.

    >>> [(token.folded, token.kind) for token in tokens("Бонч Г. Пятроўна")]
    [('бонч', 'surname'), ('г', 'initial'), ('пятроўна', 'patronymic')]
    >>> [token.kind for token in tokens("Карпович Иван")], [token.kind for token in tokens("Лис Иван Карпович")]
    (['surname', 'given'], ['surname', 'given', 'patronymic'])
    """
    return settled(tuple(map(token_of, raw_words(name))))


def settled(found: tuple[Token, ...]) -> tuple[Token, ...]:
    """Words of one name, without particles unless there is nothing else; what ends in -vich may be its surname."""
    told = _initials(tuple(token for token in found if token.kind != "particle") or found)
    if any(token.kind == "surname" for token in told):
        return told
    given = [place for place, token in enumerate(told) if token.kind == "given"]
    if len(given) == 1 and any(token.kind == "initial" for token in told):
        return told
    if len(given) > 1:
        # Чайка only sounds like a given name: beside one that is written in the table it is the surname.
        heard_only = [place for place in given if not told[place].certain]
        return _with_surname(told, heard_only[-1]) if heard_only else told
    sons = [place for place, token in enumerate(told) if token.kind == "patronymic" and not token.woman]
    if not sons:
        return told
    # Of two, as in Карпович Иван Петрович, the one that does not follow a given name is the surname.
    surname = next((place for place in sons if not place or told[place - 1].kind != "given"), sons[-1])
    if len(sons) == 1 and len(told) == 1:
        return told
    return _with_surname(told, surname)


def _with_surname(told: tuple[Token, ...], place: int) -> tuple[Token, ...]:
    surname = replace(told[place], kind="surname", groups=frozenset(), cases=frozenset())
    return (*told[:place], surname, *told[place + 1 :])


def _initials(told: tuple[Token, ...]) -> tuple[Token, ...]:
    if not any(token.kind == "initial" for token in told):
        return told
    whole = sum(token.kind != "initial" for token in told)
    return tuple(
        replace(token, second=token.kind == "initial" and _is_fathers(told[:place], whole))
        for place, token in enumerate(told)
    )


def _is_fathers(before: tuple[Token, ...], whole: int) -> bool:
    """Whether an initial after these words is the father's: one's own name, or its initial, stands there already.

    In Белы А. there is one whole word, which is the surname, though there is a given name Бела.
    """
    kinds = [token.kind for token in before]
    return len(before) > 1 or "initial" in kinds or ("given" in kinds and whole > 1)


def raw_words(name: str) -> list[str]:
    """Words as written, with the full stop that marks an initial; at most MOST, of the first LONGEST letters."""
    begun = name[:LONGEST]
    # Most names are letters of our alphabets between spaces, which need no looking for what is hidden or joined.
    found = begun.replace("-", " ").split(" ") if _PLAIN.fullmatch(begun) else _WORD.findall(visible(begun))
    return found[:MOST]


@functools.lru_cache(maxsize=1 << 15)
def token_of(raw: str) -> Token:
    """One word as written, taken for what it may be, with the consonants that other languages give it.

    >>> token_of("Дз.").kind, token_of("Zmicier").kind
    ('initial', 'given')
    """
    return listed_token(raw)


def listed_token(raw: str) -> Token:
    """As `token_of`, for a word that is met once and need not be remembered."""
    token = _told(raw)
    others = _in_neighbours(token.folded) if token.kind == "surname" else ()
    more = frozenset(sound for other in others for sound in hear(other)) | stuttered(token.folded)
    return replace(token, sounds=token.sounds | more) if more - token.sounds else token


def _in_neighbours(surname: str) -> list[str]:
    """The surname as neighbours' languages write it, if they write it otherwise (`index.surname_forms`)."""
    if not _changing().search(surname):
        return []
    return [here.sub(there, surname) for here, there in knowledge.sound_changes() if here.search(surname)]


@functools.cache
def _changing() -> re.Pattern[str]:
    return re.compile("|".join(here.pattern for here, _ in knowledge.sound_changes()))


def _told(raw: str) -> Token:
    folded = fold(raw.rstrip("."))
    sounds = frozenset(hear(folded))
    if len(folded) == 1 or (raw.endswith(".") and len(folded) == 2):
        return Token(folded, "initial", sounds=sounds)
    if role(folded) is not None:
        return Token(folded, "particle", sounds=sounds)
    groups, cases = _given(folded, sounds)
    fathers = father_groups(folded)
    if not fathers and (father := father_of(folded)):
        fathers = given_groups(father)
    kind: Kind = "patronymic" if fathers or is_patronymic(folded) else "surname"
    certain = bool(cases) or is_given_name(folded) or (bool(groups) and is_case_of_given(folded))
    return Token(folded, "given" if groups else kind, groups, cases, fathers, sounds, certain)


def _given(folded: str, sounds: frozenset[str]) -> tuple[frozenset[int], frozenset[int]]:
    """The given names that the word is, and those of which it may only be a case."""
    known = _given_outlines()
    if not any(_outline(sound) in known for sound in sounds) and not is_given_name(folded):
        return frozenset(), frozenset()
    groups = frozenset().union(*map(namesakes, given_groups(folded)))
    return groups, declined(folded) - groups if groups and script(folded) == "cyrillic" else frozenset()


def is_case_of_given(folded: str) -> bool:
    """Whether a folded word is a given name of the table in some case, or in a neighbour's letters."""
    return script(folded) == "cyrillic" and bool(declined(folded) or in_shared_letters(folded))


@functools.cache
def _given_outlines() -> frozenset[str]:
    """What most surnames do not have: the outline of a given name."""
    forms = {fold(form) for name in given_names() for form in name.forms}
    return frozenset(_outline(sound) for form in forms for sound in hear(form))


def _outline(sound: str) -> str:
    """A sound with one vowel for all that are heard as each other, but never as u or as none (`agreement.agree`)."""
    return _HEARD_AS_ANOTHER.sub("a", sound)
