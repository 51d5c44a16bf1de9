"""One row of a list of detained people, with the place where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from valoshka.terms.edtf import Edtf


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row of a list, as it stands, with the place where anybody can look it up.

    `page` is a sheet's name or a page's number, empty where there is one page only. `line` counts from 1 in the file;
    in a sheet it is the row's number, and 0 where there are no lines, as in a casebook. `names` are all whom the row
    names, one person in several spellings or several people; never empty. `words` is the row itself. `born` is what it
    says of a birth, `None` if nothing. `id` is the list's own, or the row's number.
    """

    file: str
    page: str
    line: int
    id: str | int
    names: tuple[str, ...]
    words: str
    born: Edtf | None = None

    @property
    def place(self) -> str:
        """Where the row stands, in words.

        >>> ListRow("list.xlsx", "Sheet2", 14, 14, ("Бонч Г.",), "Бонч Г.").place
        'list.xlsx, Sheet2, line 14'
        """
        return ", ".join(part for part in (self.file, self.page, f"line {self.line}" if self.line else "") if part)
