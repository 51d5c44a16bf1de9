"""Typst, shut in: bundled fonts only, files in memory only, every warning an error.

Content reaches Typst as the bytes of a JSON file that the template reads as data. No text is ever pasted into Typst's
source, so `#read("/etc/passwd")` in an interview is printed, not obeyed.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import typst

from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

FONTS = Path(__file__).parent / "fonts"
# Both at once: PDF/A-2a for archives, PDF/UA-1 for readers who listen.
STANDARDS: list[typst.PDFStandard] = ["a-2a", "ua-1"]


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])


def _compiler(files: Mapping[str, bytes]) -> typst.Compiler:
    # The binding takes a dict of files in memory, which its stub does not say. No package is ever looked for online.
    return typst.Compiler(dict(files), font_paths=_fonts(), package_path=FONTS, package_cache_path=FONTS)  # type: ignore[type-var]


def set_pdf(files: Mapping[str, bytes], timestamp: int) -> bytes:
    """The PDF of `files["main.typ"]`; `timestamp` (UNIX seconds) is the only time that it tells.

    Raises `Refused` if Typst fails or only warns: a briefing with something missing is no briefing.
    """
    compiler = _compiler(files)
    try:
        pdf, warnings = compiler.compile_with_warnings(format="pdf", pdf_standards=STANDARDS, timestamp=timestamp)
    except typst.TypstError as error:
        raise Refused(f"The PDF could not be set: {error.message}. Nothing was written; please report this.") from error
    if warnings or not isinstance(pdf, bytes):
        told = "; ".join(warning.message for warning in warnings)
        raise Refused(f"The PDF could not be set as it should be: {told}. Nothing was written; please report this.")
    return pdf


def set_png(files: Mapping[str, bytes], pixels_per_inch: int) -> bytes:
    """The one page of `files["main.typ"]` as PNG. Raises `Refused` if Typst cannot draw it."""
    compiler = _compiler(files)
    try:
        png = compiler.compile(format="png", ppi=pixels_per_inch)
    except typst.TypstError as error:
        raise Refused("a picture could not be drawn; it may be damaged. Export it again as PNG.") from error
    if not isinstance(png, bytes):
        raise Refused("a picture is drawn over more than one page; it may be damaged. Export it again as PNG.")
    return png
