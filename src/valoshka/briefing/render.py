"""Cleared content → the three files, in memory. Nothing here writes to disk: only a `Release` can be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.briefing.editing import edit
from valoshka.briefing.lettering import check_coverage
from valoshka.briefing.print.pdf import as_pdf
from valoshka.briefing.web.page import as_page
from valoshka.briefing.word.document import as_docx
from valoshka.clearance import passages, plain_strings

if TYPE_CHECKING:
    from valoshka.clearance import ClearedContent


def render(cleared: ClearedContent) -> dict[str, bytes]:
    """`briefing.html`, `briefing.pdf` and `briefing.docx`, each the same bytes every time for the same content.

    Raises `Refused` if a character is in no bundled font, a picture is damaged, or the PDF would not be tagged well.
    """
    check_coverage(passage.text for _, passage in passages(cleared.content))
    check_coverage(text for _, text in plain_strings(cleared.content))
    edition = edit(cleared)
    return {
        "briefing.html": as_page(edition),
        "briefing.pdf": as_pdf(edition),
        "briefing.docx": as_docx(edition),
    }
