"""What a word says by itself: known as a name, a place, a common word. Each distinct word is asked once."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from valoshka.disclosure.unknown_names import russian
from valoshka.disclosure.unknown_names.english import is_common
from valoshka.disclosure.unknown_names.knowledge import words
from valoshka.disclosure.unknown_names.stems import softened, stem
from valoshka.names.folding import script
from valoshka.names.given import father_groups, forms_of, given_names
from valoshka.names.given.declined import declined
from valoshka.names.given.lexicon import key
from valoshka.names.knowledge import function_words, given_alone, surname_knowledge

if TYPE_CHECKING:
    from valoshka.disclosure.unknown_names.language import Language

_SHORTEST_PATRONYMIC = 6
_SHORTEST_SURNAME = 5
_SHORTEST_GIVEN = 3
_SHORTEST_REGION = 6
_OF_PLACE = re.compile("(?:ен|ин|ан|он)?(?:[сз]ь?к|цьк|цк|ck|dzk|sk)$")
_SLAVIC = frozenset({"ru", "uk", "be", "pl"})


@functools.lru_cache(maxsize=1 << 16)
def kinds(folded: str, language: Language) -> frozenset[str]:
    """Evidence of `weighing.yml` that a folded word carries wherever it stands.

    >>> sorted(kinds("зміцер", "be")), sorted(kinds("варшаве", "be")), sorted(kinds("сарокін", "be"))
    (['given'], ['place'], ['shaped'])
    """
    parts = [part for part in folded.replace("\u2011", "-").split("-") if part] or [folded]
    if len(parts) > 1:
        return _compound(folded, parts, language)
    found = set(_listed(folded, language))
    if language == "ru" and script(folded) == "cyrillic":
        found |= _by_dictionary(folded)
    if given := _given(folded, found):
        found.add(given)
    if len(folded) >= _SHORTEST_PATRONYMIC and _is_patronymic(folded):
        found.add("patronymic")
    if _is_shaped(folded):
        found.add("shaped")
    if language == "en":
        found |= _in_english(folded)
    if language in _SLAVIC and language != "pl" and script(folded) == "latin":
        found.add("foreign_letters")
    return frozenset(found)


def _in_english(folded: str) -> set[str]:
    plain = folded.removesuffix("'s").removesuffix("’s")
    found = {"common"} if is_common(folded) else set()
    return found | {"town_or_surname"} if plain in words().towns_in_english else found


def _compound(folded: str, parts: list[str], language: Language) -> frozenset[str]:
    """Of a word with hyphens: what it says whole, or what its parts agree in."""
    whole = _listed(folded, language)
    each = [kinds(part, language) for part in parts]
    if whole:
        return frozenset(whole)
    if any(kind & {"not_name", "place"} for kind in each):
        return frozenset({"place"})
    if not all("common" in kind for kind in each):
        each = [kind - {"common"} for kind in each]  # Kwok-hung
    return frozenset().union(*each) - {"dictionary_word", "dictionary_noun", "short", "short_in_case"}


def _listed(folded: str, language: Language) -> set[str]:
    known = words()
    plain = folded[:-2] if folded.endswith(("'s", "’s")) else folded
    bare = stem(plain)
    found = set()
    slavic = language in _SLAVIC
    if plain in given_alone().months and not slavic:
        found.add("month")
    elif plain in known.not_names or _names_a_thing(plain, bare, slavic=slavic):
        found.add("not_name")
    elif plain in function_words():
        found.add("function_word")
    if bare in known.titles | known.offices:
        found.add("role")
    if plain in known.places or (slavic and not known.places_stems.isdisjoint(softened(bare))):
        found.add("place")
    elif slavic and _is_of_place(bare):
        found.add("place_adjective")
    return found


def _is_of_place(bare: str) -> bool:
    """Whether a stem is of an adjective made of a place or a country, or of a region called after its town."""
    if bare in words().of_countries:
        return True
    if bare.endswith(words().region_endings) and len(bare) > _SHORTEST_REGION:
        return True
    of = _OF_PLACE.search(bare)
    if of is None:
        return False
    # Калінкавіцкі of Калінкавічы; not Высоцкі of Высокае, because people are called so.
    before = bare[: of.start()]
    return _is_place_stem(before) or (before.endswith(("ві", "ви")) and f"{before}ч" in words().places_stems)


def _names_a_thing(plain: str, bare: str, *, slavic: bool) -> bool:
    known = words()
    return not known.not_names_stems.isdisjoint(_forms(bare)) if slavic else plain in known.not_names_en


def _forms(bare: str) -> set[str]:
    return softened(bare) if len(bare) >= _SHORTEST_SURNAME else {bare}


def may_be_place(folded: str) -> bool:
    """Whether a folded word is a place in some case, whatever else it is: Лиде."""
    return folded in words().places or not words().places_stems.isdisjoint(softened(stem(folded)))


def _is_place_stem(of: str) -> bool:
    """Whether what an adjective leaves is a place, or a place but for the vowel that comes and goes before its end."""
    known = words().places_stems
    return len(of) >= _SHORTEST_GIVEN and (
        not known.isdisjoint(softened(of))
        or stem(of) in known
        or bool(known & {of[:-1] + v + of[-1] for v in "аеоэіё"})
    )


def _given(folded: str, said: set[str]) -> str | None:
    """`given` for a full given name of the table in some case, `short` or `short_in_case` for a short form, or `None`.

    What is only a case of one is none if the word is `said` to be something else.
    """
    bare = folded[:-2] if folded.endswith(("'s", "’s")) else folded
    never = bare in given_alone().never or stem(bare) in words().surely_places
    if len(bare) < _SHORTEST_GIVEN or never or "not_name" in said:
        return None
    if forms := forms_of(bare):
        if bare in words().places or said & {"dictionary_word", "dictionary_noun"}:
            return "short"
        said.discard("place")
        return "short" if all(form.short for form in forms) else "given"
    if bare in words().given:
        return "given"
    if "dictionary_word" in said or "dictionary_noun" in said or bare in words().places:
        return None
    return _given_in_a_case(bare, said)


def _given_in_a_case(bare: str, said: set[str]) -> str | None:
    if script(bare) == "cyrillic" and len(bare) > _SHORTEST_GIVEN and stem(bare) in _elsewhere():
        return "given"
    numbers = declined(bare) if script(bare) == "cyrillic" else _polish().get(stem(bare), frozenset())
    if not numbers:
        return None
    under = stem(key(bare))
    full = (key(form) for number in numbers for forms in given_names()[number].full.values() for form in forms)
    alike = [form for form in full if stem(form) == under]
    if not alike:
        return None if "place" in said else "short_in_case"
    if "place" not in said:
        return "given"
    return _given_or_place(bare, alike, said)


def _given_or_place(bare: str, given: list[str], said: set[str]) -> str | None:
    """Франції is of Франція and not of Франц, Наталію of Наталія and not of Натал; Софію may be of either."""
    soft = bool(_SOFT_ENDING.search(bare))
    may_be_given = any(bool(_SOFT_END.search(form)) == soft for form in given)
    may_be_place = any(soft in _ends_of_places().get(each, ()) for each in softened(stem(bare)))
    if not may_be_given:
        return None
    said.discard("place")
    if may_be_place:
        said.add("place_or_given")
        return "short"
    return "given"


_SOFT_ENDING = re.compile("[іиы](?:[яюєеїйіи]|[єе]ю|ей|ям|ях|ями)$")  # of a word that ends in -ия, -ія, -ій
_SOFT_END = re.compile("[іиы](?:[яй]|а)$")


@functools.cache
def _ends_of_places() -> dict[str, set[bool]]:
    """Stems of places, and whether the first case ends softly: both, where two places have one stem."""
    found: dict[str, set[bool]] = {}
    for place in words().places:
        found.setdefault(stem(place), set()).add(bool(_SOFT_END.search(place)))
    return found


@functools.cache
def _elsewhere() -> frozenset[str]:
    return frozenset(stem(word) for word in words().given if len(stem(word)) >= _SHORTEST_GIVEN)


@functools.cache
def _polish() -> dict[str, frozenset[int]]:
    """Given names in Latin letters by their stem, long enough to be told from words."""
    found: dict[str, set[int]] = {}
    for name in given_names():
        for language, forms in name.full.items():
            for form in forms if language in ("pl", "en", "la", "de", "fr", "cs") else ():
                if len(stem(key(form))) > _SHORTEST_GIVEN:
                    found.setdefault(stem(key(form)), set()).add(name.number)
    return {bare: frozenset(numbers) for bare, numbers in found.items()}


def _is_patronymic(folded: str) -> bool:
    ends = surname_knowledge()
    bare = stem(folded)
    fathers = bare.endswith(("ович", "евич", "ьич", "ович", "йович", "авіч", "евіч", "овіч", "vich", "vič"))
    daughters = folded.endswith(ends["daughter"])
    return (fathers or daughters) and bool(father_groups(folded))


def _is_shaped(folded: str) -> bool:
    """Whether it ends as surnames of this part of the world do, in some case."""
    ends = surname_knowledge()["endings"] + words().shapes
    shaped = folded.endswith(ends) or stem(folded).endswith(_stemmed_endings())
    return len(folded) >= _SHORTEST_SURNAME and shaped


@functools.cache
def _stemmed_endings() -> tuple[str, ...]:
    """Endings of surnames without their case, those long enough to mean something."""
    endings = surname_knowledge()["endings"] + words().shapes
    stemmed = {stem(f"xxxx{ending}").removeprefix("xxxx") for ending in endings}
    return tuple(sorted(ending for ending in stemmed if len(ending) > 1))


def _by_dictionary(folded: str) -> set[str]:
    said = russian.said(folded)
    if said == "name":
        return {"dictionary_name"}
    if said == "either":
        return {"dictionary_may"}
    if said == "noun":
        return {"dictionary_noun"}
    return {"dictionary_word"} if said == "word" else {"unknown"}
