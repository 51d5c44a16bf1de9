"""The look of the Word file: typefaces that every office has, our colours, the language of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.styles.style import ParagraphStyle
    from docx.table import Table
    from docx.text.run import Run as WordRun
    from lxml.etree import _Element

# Word embeds no fonts here: what is not on the reader's machine would be replaced by anything.
TEXT, DISPLAY = "Georgia", "Arial Narrow"
INK, GREY, CORNFLOWER = RGBColor(0x1B, 0x1F, 0x2A), RGBColor(0x5C, 0x62, 0x70), RGBColor(0x3B, 0x57, 0xC4)
HAIRLINE = "C9C5BA"
TAGS = {"en": "en-GB", "be": "be-BY", "ru": "ru-RU"}
# style: typeface, points, bold, italic, colour, points before and after
_LOOKS = {
    "Normal": (TEXT, 11, False, False, INK, 0, 8),
    "Title": (DISPLAY, 40, True, False, INK, 24, 12),
    "Subtitle": (TEXT, 15, False, True, GREY, 0, 12),
    "Heading 1": (DISPLAY, 24, True, False, INK, 24, 8),
    "Heading 2": (DISPLAY, 16, True, False, INK, 16, 6),
    "Quote": (DISPLAY, 18, False, False, CORNFLOWER, 14, 4),
    "Standfirst": (TEXT, 14, False, False, INK, 6, 10),
    "Caption": (TEXT, 9, False, False, GREY, 0, 8),
    "List Number": (TEXT, 12, False, False, INK, 0, 6),
}


def rule_with_hairlines(table: Table) -> None:
    """A line above, below and between the rows of `table`, as in the web page; Word's own table styles shout."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", HAIRLINE)):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    table._tbl.tblPr.append(borders)


def dress(document: WordDocument, language: str) -> None:
    """Set page, styles and language of `document`."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(30)
    section.top_margin = section.bottom_margin = Mm(25)
    document.styles.add_style("Standfirst", WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles["Normal"]
    for name, look in _LOOKS.items():
        style = document.styles[name]
        if style.type == WD_STYLE_TYPE.PARAGRAPH:
            _look(style, *look)
    for rule in list(document.styles["Title"].element.iter(qn("w:pBdr"))):  # it comes from Word's own template
        rule.getparent().remove(rule)
    fallback = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for old in fallback.findall(qn("w:lang")):
        fallback.remove(old)
    fallback.append(_spoken(language))


def _look(
    style: ParagraphStyle,
    family: str,
    points: int,
    bold: bool,
    italic: bool,
    colour: RGBColor,
    before: int,
    after: int,
) -> None:
    font, paragraph = style.font, style.paragraph_format
    font.name, font.size, font.bold, font.italic, font.color.rgb = family, Pt(points), bold, italic, colour
    families = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        families.set(qn(script), family)
    for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
        families.attrib.pop(qn(theme), None)
    paragraph.space_before, paragraph.space_after = Pt(before), Pt(after)
    paragraph.left_indent = paragraph.right_indent = Mm(0)


def speak(run: WordRun, language: str) -> None:
    """Say that `run` is in another language than the document."""
    run._r.get_or_add_rPr().append(_spoken(language))


def _spoken(language: str) -> _Element:
    spoken = OxmlElement("w:lang")
    for attribute in ("w:val", "w:eastAsia", "w:bidi"):
        spoken.set(qn(attribute), TAGS.get(language, language))
    return spoken
