"""Whom a line of free text names, as volunteers paste it from a chat: numbers, births, places and all."""

from __future__ import annotations

import re

from valoshka.names.folding import fold
from valoshka.names.particles import role, split_aliases
from valoshka.tracing.chat_senders import without_sender
from valoshka.tracing.limits import LIMITS
from valoshka.tracing.line_words import is_of
from valoshka.tracing.name_sense import WORD, has_letters, is_given, is_initial, is_patronymic_word, is_plain, is_whole
from valoshka.tracing.several_people import apart, is_surname, with_shared_surnames

_NUMBERING = re.compile(r"^[\s•·*–—\-#№>_✓✔☐☑]*(?:\d{1,7}(?:\s*[.):]+\s*|\s+(?=[^\W\d_])))?[\s•·*–—\-]*")
_PARTING = re.compile(r"[,;|\t/()\[\]«»“”„\"…=+&\n]|:\s|\s[-–—]+\s?|[-–—]+\s|(?:^|(?<=[\s.,]))\d[\d.,/:-]*")
_BEYOND = re.compile(r"[;|\t\n\d]")  # a name and its aliases stand before these
_ROUND_WORDS = re.compile(r"[\s()/,]+")
_PLAIN_MARKS = re.compile(r"[,;|\t/()\[\]:\n\d]")
# A spreadsheet's formula, or a call of another program (=cmd|'...'!A0, +cmd|...), which names nobody.
_FORMULA = re.compile(r"\s*=\s*[+@-]?[\w.$]+[\d(!:$|]|\s*[=+@-][^|]{0,80}\|[^!]{0,200}!\$?[A-Za-z]{1,3}\$?\d")
_LABEL = re.compile(r"^([^\W\d_][^:;,|()\n]{0,40}):\s+(?=\S)")
_LONGEST = 2_000  # characters of a line in which names are sought
_PROSE = 2  # words written small that no list knows: more make a sentence, in which a lone capital is no name
_SMALL_LINE = 3  # words: of a longer line without capitals, only what is surely a name is taken
_SHORTENED = re.compile(r"[^\W\d_a-zа-яёіў]{2,}[a-zа-яёіў]{1,3}$")  # ГУМа: an office or a shop, with an ending
_ELIDED = re.compile(r"[^\W\d_]{1,2}['’ʼ`][^\W\d_]")  # d'Artagnan
_JOINED = 2  # words of a given name and a patronymic behind a comma


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
    bare = _NUMBERING.sub("", without_sender(line[:_LONGEST]), count=1)
    return _all_names(_named(bare), bare)


def _all_names(named: tuple[str, ...], bare: str) -> tuple[str, ...]:
    """The names on a line and, where one is torn by a bracket with another surname, the whole ones instead."""
    others = _other_names(bare)
    told = {word for other in others for word in other.split()}
    left = [name for name in named if not others or " " in name or name not in told]
    return tuple(dict.fromkeys((*left, *(other for other in others if f"{other}." not in left))))


def _named(bare: str) -> tuple[str, ...]:
    label = _LABEL.match(bare)
    if label and _is_nobodys_label(label[1]):
        return _of_pieces(bare[label.end() :]) or _of_pieces(bare)
    return _of_pieces(bare)


def _is_nobodys_label(label: str) -> bool:
    """Whether what stands before a colon is no person: an office, a cell, or who wrote the message."""
    return is_given(label) if len(WORD.findall(label)) == 1 else not is_whole(label)


def _of_pieces(bare: str) -> tuple[str, ...]:
    small = not any(map(str.isupper, bare))
    runs = [run for piece in _PARTING.split(bare) for run in _runs(piece, small=small)]
    pieces = _joined_at_comma([name for run in runs for name in apart(run)])
    people = [piece for piece in with_shared_surnames(pieces) if has_letters(piece) and not is_initial(piece)]
    return tuple(_of_prose(bare, people, small=small) if _is_prose(bare, small=small) else people)


def _of_prose(bare: str, people: list[str], *, small: bool) -> list[str]:
    """Who of the `people` in a sentence is one: beside a whole name another may be a surname alone."""
    sure = [piece for piece in people if is_whole(piece) or is_surname(piece)]
    if small:
        return sure
    if not sure:
        return [piece for piece in people if " " in piece][:1]
    return [piece for piece in people if piece in sure or not (bare.startswith(piece) or _SHORTENED.match(piece))]


def _is_prose(bare: str, *, small: bool) -> bool:
    """Whether a line is a sentence, not names one after another."""
    words: list[str] = WORD.findall(bare)
    if small:
        return len(words) > _SMALL_LINE
    return sum(word.islower() and not _is_beside(word) and not _is_within(word) for word in words) > _PROSE


def _joined_at_comma(pieces: list[str]) -> list[str]:
    """`pieces`, the first two joined if they are one name with a comma in it: "Bonch, Halina"."""
    if len(pieces) > 1 and is_plain(pieces[0]) and not is_whole(pieces[0]) and _is_given_behind(pieces[1]):
        return [f"{pieces[0]}, {pieces[1]}", *pieces[2:]]
    return pieces


def _other_names(bare: str) -> tuple[str, ...]:
    """Further names of one person that a line tells of: born so, also known as; never those of judges."""
    name = _BEYOND.split(bare, maxsplit=1)[0].strip(" ,.-–—")
    found = split_aliases(name) if len(name) <= LIMITS.name else ()
    words = set(_ROUND_WORDS.split(name))
    # The halves of a double surname are no other name: the index knows them by itself.
    others = (each for each in found if len(found) > 1 and is_plain(each) and words.issuperset(each.split()))
    small = not any(map(str.isupper, bare))
    return tuple(each for each in others if all(_is_of_a_name(word, small=small) for word in each.split()))


def _is_of_a_name(word: str, *, small: bool) -> bool:
    return not _is_beside(word) and (small or _opens_large(word) or _is_within(word))


def _is_beside(word: str) -> bool:
    return is_of("turns_away", word) or is_of("passes", word)


def names_in_cell(cell: str) -> tuple[str, ...]:
    """The names in a cell of a column of names: the cell itself if it is nothing else.

    >>> names_in_cell("Бонч, Галіна"), names_in_cell("Бонч Г. і Кот Ян, 1990 г.н.")
    (('Бонч, Галіна',), ('Бонч Г.', 'Кот Ян'))
    """
    bare = cell.strip()
    if not has_letters(bare) or is_formula(bare) or is_of("passes", bare):
        return ()
    if not (_PLAIN_MARKS.search(bare) or any(word.islower() and _is_beside(word) for word in bare.split())):
        return _all_names((bare,), bare) if is_plain(bare) else (bare,)
    return names_in(bare) or ((bare,) if not all(map(_is_beside, WORD.findall(bare))) else ())


def is_formula(cell: str) -> bool:
    """Whether a cell is a spreadsheet's formula, which names nobody."""
    return bool(_FORMULA.match(cell))


def _is_given_behind(piece: str) -> bool:
    """Whether a piece is what follows a surname and a comma: a given name and perhaps a patronymic, or initials."""
    first, *behind = WORD.findall(piece)
    return (is_given(first) or is_initial(first)) and len(behind) < _JOINED and all(map(_is_behind, behind))


def _is_behind(word: str) -> bool:
    return is_initial(word) or is_patronymic_word(word)


def _runs(piece: str, *, small: bool) -> list[str]:
    """Stretches of words of a piece that may be a name: capitals, or all words where nothing is written large."""
    runs: list[list[re.Match[str]]] = [[]]
    for word in WORD.finditer(piece):
        if is_of("turns_away", word[0]):
            break
        if is_of("passes", word[0]) or not (small or _opens_large(word[0]) or _is_within(word[0])):
            runs.append([])
        else:
            if _ends_before(runs[-1], word[0]):
                runs.append([])
            runs[-1].append(word)
    named = [run for run in runs if any(not _is_within(word[0]) for word in run)]
    return [_trimmed(piece[run[0].start() : run[-1].end()]) for run in named]


def _ends_before(run: list[re.Match[str]], word: str) -> bool:
    """Whether a sentence ended with a whole name, so that `word` is of the next."""
    if not run or not run[-1][0].endswith(".") or is_initial(run[-1][0]):
        return False
    return is_given(word) and is_whole(" ".join(each[0] for each in run))


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
