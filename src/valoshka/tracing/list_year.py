"""In which year a list was true, for ages: 35 years old, but when?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from valoshka.tracing.opening import Opened

_YEAR = re.compile(r"(?<!\d)(20[0-4]\d)(?!\d)")


def list_year(file: Opened, title: str = "") -> int:
    """The year in the list's title or, failing that, in its file's name, or that in which it was last written."""
    said = _YEAR.search(title) or _YEAR.search(file.name)
    return int(said[1]) if said else file.written.year
