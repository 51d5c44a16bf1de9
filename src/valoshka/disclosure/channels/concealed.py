"""Pieces of a page or a document that a reader never sees, so that the text can be read without them.

`У<i style="display:none">x</i>зор` is one word to a reader and three to a program. Whatever may be unseen counts: the
text is read with it and without it, so that a wrong guess hides nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from valoshka.documents.safe_xml import attribute, local

if TYPE_CHECKING:
    from collections.abc import Iterator

# Source: CSS Display 3, CSS 2.2 (visibility, clip), CSS Color 4, CSS Text 3, SVG 2 (presentation attributes). White is
# the paper of nearly every page.
_HIDING = re.compile(
    r"(?:^|[;{\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|content-visibility\s*:\s*hidden"
    r"|(?:font-size|opacity|fill-opacity|zoom)\s*:\s*0*\.?0*(?:px|pt|em|rem|%)?\s*(?:[;}!]|$)"
    r"|(?:color|fill)\s*:\s*(?:transparent|white|#fff(?:f{3})?(?:f{2})?\b|(?:rgb|hsl)a\([^)]*[,/]\s*0?\.?0+%?\s*\))"
    r"|(?:left|top|right|bottom|text-indent|margin-left)\s*:\s*-\d{3,}|clip(?:-path)?\s*:\s*(?:rect\(\s*0|inset\(\s*[15]0)"
    r"|(?:max-)?(?:width|height)\s*:\s*0(?:px|pt|em)?\s*(?:[;}!]|$))",
    re.IGNORECASE,
)
_FLOWING = re.compile(
    r"(?:^|[;{\s])(?:display\s*:\s*(?:inline|contents|table-cell|flex|grid)|float\s*:)", re.IGNORECASE
)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_COMMENT = re.compile(r"/\*.*?(?:\*/|$)", re.DOTALL)
_SIMPLE = re.compile(r"([.#]?)(-?[A-Za-z_\u0080-\U0010ffff][\w\u0080-\U0010ffff-]*)")
_NEVER_SHOWN = frozenset({"template", "datalist", "rp", "noembed", "noframes"})
_PRESENTED = ("display", "visibility", "opacity", "fill-opacity", "font-size", "fill")
_MOST_RULES = 2_000

# Source: ECMA-376 part 1, 17.3.2 (run properties); half points. ODF 1.3, 20 (text:display, fo:color, fo:font-size).
_SMALLEST = 4
_OFF = frozenset({"0", "false", "off"})


def concealed_in_page(root: etree._Element) -> list[etree._Element]:
    """Elements of a page or drawing that may not be seen.

    >>> page = etree.HTML("<style>.q { display: none }</style><p>Ka<i class='q'>x</i><b hidden>y</b>val</p>")
    >>> [element.tag for element in concealed_in_page(page)]
    ['i', 'b']
    """
    said = _selected(root, _HIDING)
    return [element for element in root.iter(etree.Element) if _is_concealed(element, said)]


def flowing_in_page(root: etree._Element) -> list[etree._Element]:
    """Blocks that a style sets side by side, so that their words may run on into each other."""
    said = _selected(root, _FLOWING)
    return [
        element
        for element in root.iter(etree.Element)
        if _FLOWING.search(element.get("style", "")) or _names_of(element) & said
    ]


def concealed_in_document(root: etree._Element) -> list[etree._Element]:
    """Runs of a docx, and spans and paragraphs of an odt, whose format hides them: hidden, white, or too small."""
    styles = {
        name
        for style in root.iter("{*}style")
        if (name := attribute(style, "name")) and any(map(_hides, style.iter("{*}text-properties")))
    }
    found = [run for run in root.iter("{*}r") if any(map(_is_hidden_run, run.iterchildren("{*}rPr")))]
    return found + [
        element for element in root.iter("{*}span", "{*}p", "{*}h") if attribute(element, "style-name") in styles
    ]


def _selected(root: etree._Element, pattern: re.Pattern[str]) -> frozenset[tuple[str, str]]:
    """The last names of all selectors whose rules match `pattern`: rather too many than too few."""
    return frozenset(name for style in root.iter("{*}style") for name in _last_names(style.text or "", pattern))


def _last_names(sheet: str, pattern: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    for number, rule in enumerate(_RULE.finditer(_COMMENT.sub("", sheet))):
        if number > _MOST_RULES:
            return
        if not pattern.search(rule[2]):
            continue
        for selector in rule[1].split(","):
            compound = re.split(r"[\s>+~]+", selector.strip())[-1].partition(":")[0]
            names = [(kind, name.lower()) for kind, name in _SIMPLE.findall(compound)]
            yield from names[-1:]


def _is_concealed(element: etree._Element, said: frozenset[tuple[str, str]]) -> bool:
    if element.get("hidden") is not None or local(element) in _NEVER_SHOWN:
        return True
    own = ";".join(f"{name}:{element.get(name)}" for name in _PRESENTED if element.get(name) is not None)
    return bool(_HIDING.search(f"{element.get('style', '')};{own}")) or bool(said and _names_of(element) & said)


def _names_of(element: etree._Element) -> set[tuple[str, str]]:
    names = {(".", name.lower()) for name in element.get("class", "").split()}
    return {("", local(element).lower()), ("#", element.get("id", "").lower()), *names}


def _is_hidden_run(properties: etree._Element) -> bool:
    for each in properties.iterchildren(etree.Element):
        value = (attribute(each, "val") or "").lower()
        if local(each) in {"vanish", "webHidden", "specVanish"} and value not in _OFF:
            return True
        if local(each) == "color" and value == "ffffff":
            return True
        if local(each) == "sz" and value.isdecimal() and int(value) <= _SMALLEST:
            return True
    return False


def _hides(properties: etree._Element) -> bool:
    size = re.fullmatch(r"([\d.]+)pt", attribute(properties, "font-size") or "")
    return (
        attribute(properties, "display") == "none"
        or (attribute(properties, "color") or "").lower() == "#ffffff"
        or (size is not None and float(size[1]) * 2 <= _SMALLEST)
    )
