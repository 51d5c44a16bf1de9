"""People in a Russian or Belarusian sentence; their cases tell who suffers and who does."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from valoshka.coding.lexicon import words
from valoshka.coding.rules.mentions import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from valoshka.coding.reading.people import Gender, Named
    from valoshka.coding.reading.tokens import Sentence
    from valoshka.coding.rules.actors import Doer

STEM = 3
_PLURAL = ("ов", "ей", "ам", "ям", "ями", "ами", "ах", "ях", "аў", "яў", "их", "ых")


def mentions(sentence: Sentence, language: str, names: Sequence[Named], doers: Sequence[Doer]) -> list[Mention]:
    """Everybody mentioned, in order; `case` is nom, obj, dat, ins or poss, and for names and nouns nom or obj."""
    taken = {number for doer in doers for number in range(doer.start, doer.end)}
    found = [*_names(sentence, language, names)]
    taken |= {number for mention in found for number in range(mention.start, mention.end)}
    for number, low in enumerate(sentence.lows):
        if number in taken:
            continue
        mention = _pronoun(sentence, number, language) or _noun(sentence, number, low, language)
        if mention is not None:
            found.append(mention)
    found += [Mention(d.start, d.end, "noun", sentence.lows[d.end - 1], doer=True, plural=True) for d in doers]
    names_at = {mention.start for mention in found if mention.sort == "name"}
    # "медсестру Галину": the noun before a name means the same person.
    alone = (m for m in found if m.sort != "noun" or m.doer or m.end not in names_at)
    return sorted(alone, key=lambda mention: mention.start)


def _names(sentence: Sentence, language: str, names: Sequence[Named]) -> Iterator[Mention]:
    starts = {token.start: number for number, token in enumerate(sentence.tokens)}
    for named in names:
        first = starts.get(named.start)
        if first is None:
            continue
        last = first
        while last + 1 < len(sentence.tokens) and sentence.tokens[last + 1].end <= named.end:
            last += 1
        told = " ".join(sentence.text[named.start : named.end].split())
        case = "nom" if told == named.person.label else "obj"
        person = named.person
        yield Mention(first, last + 1, "name", person.label, case, gender=person.gender, named=person)


def _pronoun(sentence: Sentence, number: int, language: str) -> Mention | None:
    entry = _pronouns(language).get(sentence.lows[number])
    if entry is None:
        return None
    person, count, gender, case = entry
    if case == "both":
        following = sentence.lows[number + 1] if number + 1 < len(sentence.lows) else "."
        case = "poss" if _noun_form(following, language) is not None else "obj"
    return Mention(number, number + 1, "pronoun", sentence.lows[number], case, person, count == "p", gender)


@cache
def _pronouns(language: str) -> dict[str, tuple[int, str, Gender, str]]:
    listed = words(language, "people")["pronouns"]
    assert isinstance(listed, dict)
    return {low.replace("ё", "е"): (int(e[0]), e[1], e[2], e[3]) for low, e in listed.items()}


def _noun(sentence: Sentence, number: int, low: str, language: str) -> Mention | None:
    form = _noun_form(low, language)
    if form is None:
        return None
    case, plural, base = form
    start = number
    owner = None
    if number and _pronouns(language).get(sentence.lows[number - 1], (0, "", "-", ""))[3] in ("poss", "both"):
        start = owner = number - 1
    elif number and _qualifies(sentence.lows[number - 1]):
        start = number - 1
    return Mention(start, number + 1, "noun", low, case, plural=plural, owner=owner, base=base)


def _qualifies(low: str) -> bool:
    """Whether the word before a noun counts or describes it."""
    return low.isdigit() or low.endswith(("ых", "их", "ые", "ие", "ыя", "ія", "ого", "ага", "сотни", "сотні"))


@cache
def _noun_form(low: str, language: str) -> tuple[str, bool, str] | None:
    """(case, plural, nominative) if the word is one for people."""
    for root, (singular, plural) in _nouns(language).get(low[:STEM], {}).items():
        if low.startswith(root) and len(low) - len(root) <= STEM:
            if low in singular:
                return "nom", False, low
            if low in plural:
                return "nom", True, low
            many = bool(plural) and (not singular or low.endswith(_PLURAL))
            return "obj", many, min(plural if many else singular, key=len)
    return None


@cache
def _nouns(language: str) -> dict[str, dict[str, tuple[frozenset[str], frozenset[str]]]]:
    listed = words(language, "people")["persons"]
    assert isinstance(listed, dict)
    found: dict[str, dict[str, tuple[frozenset[str], frozenset[str]]]] = {}
    for root, forms in listed.items():
        singular, _, plural = forms.replace("ё", "е").partition("|")
        pair = (_split(singular), _split(plural))
        found.setdefault(root.replace("ё", "е")[:STEM], {})[root.replace("ё", "е")] = pair
    return found


def _split(forms: str) -> frozenset[str]:
    return frozenset(form.strip() for form in forms.split(",") if form.strip())
