"""Whom a line of free text names, as volunteers paste it from a chat: numbers, births, places and all."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import cast

import yaml

from valoshka.names.folding import fold
from valoshka.names.particles import role, split_aliases
from valoshka.tracing.limits import LIMITS
from valoshka.tracing.name_sense import WORD, has_letters, is_given, is_initial, is_plain, is_whole
from valoshka.tracing.several_people import apart, is_surname, with_surname_before

_NUMBERING = re.compile(r"^[\s•·*–—\-#№>_✓✔☐☑]*(?:\d{1,7}(?:\s*[.):]+\s*|\s+(?=[^\W\d_])))?[\s•·*–—\-]*")
_PARTING = re.compile(r"[,;|\t/()\[\]«»“”„\"…=+&\n]|:\s|\s[-–—]+\s?|[-–—]+\s|(?:^|(?<=[\s.,]))\d[\d.,/:-]*")
_BEYOND = re.compile(r"[;|\t\n\d]")  # a name and its aliases stand before these
_ROUND_WORDS = re.compile(r"[\s()/,]+")
_PLAIN_MARKS = re.compile(r"[,;|\t/()\[\]:\n\d]")
# A spreadsheet's formula, or a call of another program (=cmd|'...'!A0, +cmd|...), which names nobody.
_FORMULA = re.compile(r"\s*=\s*[+@-]?[\w.$]+[\d(!:$|]|\s*[=+@-][^|]{0,80}\|[^!]{0,200}!\$?[A-Za-z]{1,3}\$?\d")
# Who sent a message and when, as chats export it; nobody on the list.
_SENDER = re.compile(
    r"^\s*\[?(?:\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d\d-\d\d),?\s\d{1,2}:\d\d(?::\d\d)?(?:\]|\s-)\s*[^:;|\d]{1,60}:\s"
)
_LONGEST = 2_000  # characters of a line in which names are sought
_INITIAL = 2  # letters
_SHORT_LINE = 6  # words: on a longer line, one lone word with a capital is not taken for a name
_ELIDED = re.compile(r"[^\W\d_]{1,2}['’ʼ`][^\W\d_]")  # d'Artagnan
_JOINED = 2  # words of a given name and a patronymic behind a comma


@cache
def _words(group: str) -> re.Pattern[str]:
    stored = yaml.safe_load(files("valoshka.tracing").joinpath("line_words.yml").read_text(encoding="utf-8"))
    wordings = {word for words in cast(dict[str, dict[str, str]], stored)[group].values() for word in words.split()}
    return re.compile("|".join(r"\w*".join(map(re.escape, word.split("*"))) for word in sorted(wordings)))


@lru_cache(maxsize=1 << 14)
def _is_of(group: str, word: str) -> bool:
    bare = word.rstrip(".")
    if len(bare) <= _INITIAL and not bare.islower():
        return False
    return bool(_words(group).fullmatch(bare.casefold())) and not (bare.istitle() and is_given(bare))


def names_in(line: str) -> tuple[str, ...]:
    """The names of the people on a line, as they stand there; empty if nothing on it reads as a name.

    >>> names_in("1. Іваноў Іван Іванавіч, 1982 г.н., Акрэсціна")
    ('Іваноў Іван Іванавіч',)
    >>> names_in("БОНЧ Г.П. 12.03.1990 - 10 сут")
    ('БОНЧ Г.П.',)
    >>> names_in("Галіна Бонч; Алесь Сарока; Бонч П.")
    ('Галіна Бонч', 'Алесь Сарока', 'Бонч П.')
    """
    if is_formula(line):
        return ()
    bare = _NUMBERING.sub("", _SENDER.sub("", line[:_LONGEST], count=1), count=1)
    return _all_names(_named(bare), bare)


def _all_names(named: tuple[str, ...], bare: str) -> tuple[str, ...]:
    """The names on a line and, where one is torn by a bracket with another surname, the whole ones instead."""
    others = _other_names(bare)
    told = {word for other in others for word in other.split()}
    left = [name for name in named if not others or " " in name or name not in told]
    return tuple(dict.fromkeys((*left, *others)))


def _named(bare: str) -> tuple[str, ...]:
    small = not any(map(str.isupper, bare))
    runs = [run for piece in _PARTING.split(bare) for run in _runs(piece, small=small)]
    pieces = with_surname_before([name for run in runs for name in apart(run)])
    whole = [piece for piece in pieces if is_whole(piece)]
    if len(whole) == 1:
        return tuple(piece for piece in pieces if piece in whole or is_surname(piece))
    if whole:  # where several people share a line, a lone surname is one of them
        return tuple(piece for piece in pieces if has_letters(piece) and not is_initial(piece))
    several = [piece for piece in pieces if len(WORD.findall(piece)) > 1]
    if several and (several[0] is pieces[0] or len(WORD.findall(pieces[0])) > 1):
        return (several[0], *filter(is_surname, pieces))
    if len(pieces) > 1 and _is_given_behind(pieces[1]):
        return (f"{pieces[0]}, {pieces[1]}",)
    lone = [piece for piece in pieces if has_letters(piece) and not is_initial(piece)]
    first = lone[:1] if len(WORD.findall(bare)) <= _SHORT_LINE else several[:1]
    return tuple(dict.fromkeys((*first, *filter(is_surname, pieces))))


def _other_names(bare: str) -> tuple[str, ...]:
    """Further names of one person that a line tells of: born so, also known as; never those of judges."""
    name = _BEYOND.split(bare, maxsplit=1)[0].strip(" ,.-–—")
    found = split_aliases(name) if len(name) <= LIMITS.name else ()
    words = set(_ROUND_WORDS.split(name))
    # The halves of a double surname are no other name: the index knows them by itself.
    others = (each for each in found if len(found) > 1 and is_plain(each) and words.issuperset(each.split()))
    return tuple(each for each in others if not any(map(_is_beside, each.split())))


def _is_beside(word: str) -> bool:
    return _is_of("turns_away", word) or _is_of("passes", word)


def names_in_cell(cell: str) -> tuple[str, ...]:
    """The names in a cell of a column of names: the cell itself if it is nothing else.

    >>> names_in_cell("Бонч, Галіна"), names_in_cell("Бонч Галіна, 1990 г.н.")
    (('Бонч, Галіна',), ('Бонч Галіна',))
    """
    bare = cell.strip()
    if not has_letters(bare) or is_formula(bare) or _is_of("passes", bare):
        return ()
    if is_plain(bare):
        return _all_names((bare,), bare)
    if not _PLAIN_MARKS.search(bare):
        return (bare,)
    return names_in(bare) or (bare,)


def is_formula(cell: str) -> bool:
    """Whether a cell is a spreadsheet's formula, which names nobody."""
    return bool(_FORMULA.match(cell))


def _is_given_behind(piece: str) -> bool:
    words = WORD.findall(piece)
    return len(words) <= _JOINED and any(is_given(word) or is_initial(word) for word in words)


def _runs(piece: str, *, small: bool) -> list[str]:
    """Stretches of words of a piece that may be a name: capitals, or all words where nothing is written large."""
    runs: list[list[re.Match[str]]] = [[]]
    for word in WORD.finditer(piece):
        if _is_of("turns_away", word[0]):
            break
        if _is_of("passes", word[0]) or not (small or _opens_large(word[0]) or _is_within(word[0])):
            runs.append([])
        else:
            runs[-1].append(word)
    named = [run for run in runs if any(not _is_within(word[0]) for word in run)]
    return [_trimmed(piece[run[0].start() : run[-1].end()]) for run in named]


def _is_within(word: str) -> bool:
    """Whether a word written small belongs to a name: von, оглы."""
    return word.islower() and role(fold(word)) in {"particle", "child_of"}


def _opens_large(word: str) -> bool:
    """Whether a word opens with a capital; in scripts without capitals every word may be of a name."""
    return word[0].isupper() or word[0].lower() == word[0].upper() or bool(_ELIDED.match(word))


def _trimmed(run: str) -> str:
    """A run without the full stop that ends a sentence; that of an initial belongs to it."""
    last = WORD.findall(run)[-1]
    return run if is_initial(last) else run.rstrip(".")
