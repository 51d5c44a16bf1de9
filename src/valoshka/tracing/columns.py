"""Which columns of a table hold the names, the births and the ids: by their headings, else by what stands in them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from valoshka.tracing.columns_by_content import FEW, MOST, by_content, filled, share
from valoshka.tracing.heading_rows import headings_of
from valoshka.tracing.headings import folded, is_only_heading, kinds_of
from valoshka.tracing.name_sense import WORD, has_letters, is_given, is_initial, is_patronymic_word, is_whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from valoshka.tracing.headings import Kind

AS_SAID = "as you said"


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
    if headings and headed.names and _is_title(headings.titles, headed.names[0], below):
        headed = Columns(())
    found = headed
    if not headed.names:
        others = _of_others(headings.titles) if headings else ()
        judged = by_content(below, (headed.born, headed.age, headed.id, *others))
        found = replace(headed, names=judged.names, how=judged.how)
    if not found.names:
        return None
    if headings:
        found = replace(found, names=_spanned(found.names, headings.titles, below), heading=headings.last)
    return found if found.id is not None else replace(found, id=_id_column(found, below))


def names_others(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a page has headings that name somebody else than the people it is about: judges, witnesses.

    >>> names_others([("Суддзя", "Суд"), ("Бонч Галіна", "Цэнтральны")])
    True
    """
    headings = headings_of(rows)
    titles = [title for title in headings.titles if title.strip()] if headings else []
    # A line of a chat tells of courts and judges too, among other words.
    return bool(_of_others(titles)) and sum(map(is_only_heading, titles)) > len(titles) / 2


def _of_others(titles: Sequence[str]) -> tuple[int, ...]:
    """The columns that are of somebody else or of a thing, however much they read as names."""
    return tuple(place for place, title in enumerate(titles) if kinds_of(title) & {"somebody_else", "of_a_thing"})


def _is_title(titles: Sequence[str], place: int, below: Sequence[Sequence[str]]) -> bool:
    """Whether a lone heading is a title, "Detained in Zhodzina": then no name stands below it."""
    return sum(bool(kinds_of(title)) for title in titles) == 1 and not any(map(has_letters, filled(below, place)))


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


def _titled(asked: str, titles: Sequence[str]) -> int | None:
    return titles.index(folded(asked)) if folded(asked) in titles else None


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
    whole = filled(below, names[0])
    if len(names) > 1 or not whole or share(whole, is_whole) >= FEW:
        return names
    spanned = list(names)
    for place in range(names[0] + 1, max(map(len, below), default=0)):
        beside = filled(below, place)
        if (place < len(titles) and titles[place].strip()) or share(beside, _is_part) < MOST:
            break
        spanned.append(place)
    return tuple(spanned)


def _is_part(cell: str) -> bool:
    """Whether a cell holds what stands behind a surname: a given name, a patronymic, initials."""
    words = WORD.findall(cell)
    return bool(words) and all(is_given(word) or is_patronymic_word(word) or is_initial(word) for word in words)


def _id_column(found: Columns, below: Sequence[Sequence[str]]) -> int | None:
    """The first column if it looks like ids: filled, unique, one word with a digit, and nothing else."""
    if 0 in (*found.names, *found.others, found.born, found.age):
        return None
    cells = [row[0].strip() if row else "" for row in below if any(cell.strip() for cell in row)]
    numbered = all(cell and len(cell) <= 40 and " " not in cell and any(map(str.isdigit, cell)) for cell in cells)
    return 0 if cells and numbered and len(set(cells)) == len(cells) else None
