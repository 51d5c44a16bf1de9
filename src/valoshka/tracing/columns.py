"""Which columns of a table hold the names, the births and the ids: by their headings, else by what stands in them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from valoshka.tracing.heading_rows import headings_of
from valoshka.tracing.headings import folded, kinds_of
from valoshka.tracing.name_sense import WORD, has_letters, is_given, is_initial, is_patronymic_word, is_plain, is_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from valoshka.tracing.headings import Kind

AS_SAID = "as you said"
_MOST = 0.5  # share of a column's cells that have to be names
_FEW = 0.3  # share that is enough beside a heading nobody knows, when no column has more


@dataclass(frozen=True)
class Columns:
    """Columns, counted from 0, and the row of headings (`None`: there is none), counted from 0 among the page's rows.

    `names` are joined in this order to one name; each of `others` holds another name of the same person, whole or a
    surname alone. `named` says how they were found.
    """

    names: tuple[int, ...]
    others: tuple[int, ...] = ()
    born: int | None = None
    age: int | None = None
    id: int | None = None
    heading: int | None = None
    how: str = ""


def columns_of(rows: Sequence[Sequence[str]]) -> Columns | None:
    """The columns of a page, judged by its first rows; `None` if no column reads as names.

    >>> columns_of([("№", "Прозвішча", "Імя", "Дата нар."), ("1", "Бонч", "Галіна", "1990")]).names
    (1, 2)
    >>> columns_of([("17", "Галіна Бонч"), ("18", "Алесь Сарока")]).names
    (1,)
    """
    headings = headings_of(rows)
    below = rows[headings.last + 1 :] if headings else rows
    headed = _by_heading(headings.titles) if headings else Columns(())
    found = headed if headed.names else _by_content(below, headed)
    if headings and headed.names and _is_title(headings.titles, headed.names[0], below):
        found = _by_content(below, Columns(()))
    if not found.names:
        return None
    if headings:
        found = replace(found, names=_spanned(found.names, headings.titles, below), heading=headings.last)
    return found if found.id is not None else replace(found, id=_id_column(found, below))


def _is_title(titles: Sequence[str], place: int, below: Sequence[Sequence[str]]) -> bool:
    """Whether a lone heading is a title, "Detained in Zhodzina": then no name stands below it."""
    return sum(bool(kinds_of(title)) for title in titles) == 1 and not any(map(has_letters, _filled(below, place)))


def named_columns(rows: Sequence[Sequence[str]], asked: Sequence[str]) -> Columns | None:
    """The columns that a person has named, by number from 1 or by heading; `None` if one of them is not there.

    >>> rows = [("дата", "x", "y"), ("10.08.2020", "Бонч", "Галіна")]
    >>> named_columns(rows, ["2", "Y"]).names, named_columns(rows, ["z"])
    ((1, 2), None)
    """
    headings = headings_of(rows)
    heading = headings.last if headings else 0 if rows and any(map(kinds_of, rows[0])) else None
    known = columns_of(rows) or Columns(())
    titles = [folded(cell) for cell in (headings.titles if headings else rows[0] if rows else ())]
    places = []
    for each in asked:
        place = int(each) - 1 if each.isdecimal() and len(each) < 4 else _titled(each, titles)
        if place is None or not 0 <= place < max(map(len, rows), default=0):
            return None
        places.append(place)
        if heading is None and not each.isdecimal():
            heading = 0
    others = tuple(other for other in known.others if other not in places)
    free = {field: None for field in ("born", "age", "id") if getattr(known, field) in places}
    return replace(known, names=tuple(places), others=others, heading=heading, how=AS_SAID, **free)


def told_names(columns: Columns) -> str:
    """Which columns hold the names, in words.

    >>> told_names(Columns((1, 2), how="by its heading"))
    'columns 2 and 3 (by their headings)'
    """
    numbers = [str(place + 1) for place in columns.names]
    if len(numbers) == 1:
        return f"column {numbers[0]} ({columns.how})"
    how = columns.how.replace("its heading", "their headings")
    return f"columns {', '.join(numbers[:-1])} and {numbers[-1]} ({how})"


def _titled(asked: str, titles: Sequence[str]) -> int | None:
    return titles.index(folded(asked)) if folded(asked) in titles else None


def told_columns(rows: Sequence[Sequence[str]]) -> str:
    """Which columns there are, in a sentence, without a word of what stands in them unless it is a known heading."""
    headings = headings_of(rows)
    titles = headings.titles if headings else ()
    width = max(map(len, rows), default=0)
    told = []
    for place in range(min(width, 12)):
        title = titles[place].strip() if place < len(titles) else ""
        told.append(f"{place + 1} {f'“{title}”' if kinds_of(title) else f'({_content(rows, place)})'}")
    more = f" and {width - 12} more" if width > 12 else ""
    return f"Its columns are {', '.join(told)}{more}. Say which holds the names: --name-column 1 (several are joined)."


def _content(rows: Sequence[Sequence[str]], place: int) -> str:
    cells = [row[place].strip() for row in rows if place < len(row) and row[place].strip()]
    if not cells:
        return "empty"
    figures = sum(not has_letters(cell) for cell in cells)
    return "figures" if figures > len(cells) / 2 else "words"


def _role(kinds: frozenset[Kind]) -> Kind | None:
    """What a column is for, of several kinds that its heading has the words of."""
    if "somebody_else" in kinds and "patronymic" not in kinds:
        return None
    for kind in ("other_name", "born", "age", "of_a_thing", "arrested_on"):
        if kind in kinds:
            return kind
    if "surname" in kinds and ("name" in kinds or "given" in kinds):
        return "full"
    for kind in ("id", "full", "surname", "patronymic", "given", "name", "term"):
        if kind in kinds:
            return kind
    return None


def _by_heading(row: Sequence[str]) -> Columns:
    roles = [_role(kinds_of(cell)) for cell in row]
    first = {role: place for place, role in reversed(list(enumerate(roles)))}
    whole, surname = first.get("full"), first.get("surname")
    given = first.get("given", first.get("name"))
    patronymic = first.get("patronymic")
    others = [place for place, role in enumerate(roles) if role == "other_name"]
    if surname is None and "given" in first and "name" in first:
        surname = first["name"]  # "Name, Vorname": the first is the family's
    elif surname is not None and given is None and whole is not None:
        surname = None
    if surname is not None:
        names = tuple(place for place in (surname, given, patronymic) if place is not None)
    elif whole is not None or given is not None:
        main = whole if whole is not None else given
        apart = patronymic if main is not None and "patronymic" not in kinds_of(row[main]) else None
        names = tuple(place for place in (main, apart) if place is not None)
    else:
        names = ()
    others += [place for place, role in enumerate(roles) if role in {"full", "surname"} and place not in names]
    number = 0 if roles[:1] == ["id"] else None
    two_tables = roles.count("born") > 1 and len(others) > roles.count("other_name")  # side by side: whose birth is it?
    born, age = (None, None) if two_tables else (first.get("born"), first.get("age"))
    return Columns(names, tuple(others), born, age, number, how="by its heading")


def _spanned(names: tuple[int, ...], titles: Sequence[str], below: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """`names` with the columns of a name's other parts, where one heading spans them all or they have none."""
    whole = _filled(below, names[0])
    if len(names) > 1 or not whole or _share(whole, is_whole) >= _FEW:
        return names
    spanned = list(names)
    for place in range(names[0] + 1, max(map(len, below), default=0)):
        filled = _filled(below, place)
        if (place < len(titles) and titles[place].strip()) or _share(filled, _is_part) < _MOST:
            break
        spanned.append(place)
    return tuple(spanned)


def _is_part(cell: str) -> bool:
    """Whether a cell holds what stands behind a surname: a given name, a patronymic, initials."""
    words = WORD.findall(cell)
    return bool(words) and all(is_given(word) or is_patronymic_word(word) or is_initial(word) for word in words)


def _by_content(rows: Sequence[Sequence[str]], headed: Columns) -> Columns:
    width = max(map(len, rows), default=0)
    taken = {headed.born, headed.age, headed.id}
    cells = {place: _filled(rows, place) for place in range(width) if place not in taken}
    whole = {place: _share(filled, is_whole) for place, filled in cells.items()}
    best = max(whole, key=lambda place: whole[place], default=None)
    if best is not None and whole[best] >= _MOST:
        return replace(headed, names=(best,), how="by what stands in it")
    apart = _apart(cells)
    if apart:
        return replace(headed, names=apart, how="by what stands in them")
    if best is not None and whole[best] >= _FEW:
        return replace(headed, names=(best,), how="by what stands in it")
    lone = [place for place, filled in cells.items() if _share(filled, is_plain) >= _MOST]
    if len(lone) == 1 and width == 1:
        return replace(headed, names=(lone[0],), how="it is the only one")
    return headed


def _apart(cells: dict[int, list[str]]) -> tuple[int, ...]:
    """Surname, given name and patronymic in columns of their own; empty if there is no column of given names."""
    given = max(cells, key=lambda place: _share(cells[place], _is_one_given), default=None)
    if given is None or _share(cells[given], _is_one_given) < _MOST:
        return ()
    patronymic = [
        place for place, filled in cells.items() if place != given and _share(filled, _is_one_father) >= _MOST
    ]
    beside = [
        place
        for place in (given - 1, given + 1, *sorted(cells, key=lambda place: abs(place - given)))
        if place in cells and place not in (given, *patronymic) and _share(cells[place], is_plain) > _MOST
    ]
    return (*beside[:1], given, *patronymic[:1]) if beside else ()


def _is_one_given(cell: str) -> bool:
    return " " not in cell and is_given(cell)


def _is_one_father(cell: str) -> bool:
    return " " not in cell and is_patronymic_word(cell)


def _filled(rows: Sequence[Sequence[str]], place: int) -> list[str]:
    return [row[place].strip() for row in rows if place < len(row) and row[place].strip()]


def _share(cells: Sequence[str], reads: Callable[[str], bool]) -> float:
    return sum(map(reads, cells)) / len(cells) if cells else 0.0


def _id_column(found: Columns, below: Sequence[Sequence[str]]) -> int | None:
    """The first column if it looks like ids: filled, unique, one word with a digit, and nothing else."""
    if 0 in (*found.names, *found.others, found.born, found.age):
        return None
    cells = [row[0].strip() if row else "" for row in below if any(cell.strip() for cell in row)]
    numbered = all(cell and len(cell) <= 40 and " " not in cell and any(map(str.isdigit, cell)) for cell in cells)
    return 0 if cells and numbered and len(set(cells)) == len(cells) else None
