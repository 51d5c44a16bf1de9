"""Every place of a web page and of a drawing (SVG) in which a name can travel; each maker plants `words` there."""

# ruff: noqa: E501 - one place a line, whole, is easier to read than a pattern broken in three

from __future__ import annotations

import base64
import gzip
import json
from typing import TYPE_CHECKING
from urllib.parse import quote

from benchmarks.gate.canaries_fonts import font
from benchmarks.gate.canaries_pictures import jpeg_with_comment, png_with_text, webp_with_xmp

if TYPE_CHECKING:
    from collections.abc import Callable

    Maker = Callable[[str], bytes]


def page(inside: str, head: str = "") -> bytes:
    return f"<!doctype html><html lang='be'><head><title>T</title>{head}</head><body><p>Yes.</p>{inside}</body></html>".encode()


def drawing(inside: str) -> bytes:
    return f"<svg xmlns='http://www.w3.org/2000/svg' xmlns:x='urn:x'>{inside}</svg>".encode()


def _body(pattern: str) -> Maker:
    return lambda words: page(pattern.replace("@", words))


def _head(pattern: str) -> Maker:
    return lambda words: page("", pattern.replace("@", words))


def _drawn(pattern: str) -> Maker:
    return lambda words: drawing(pattern.replace("@", words))


def _data(media_type: str, make: Maker) -> Maker:
    return lambda words: page(f"<img alt='' src='{_address(media_type, make(words))}'>")


def _address(media_type: str, content: bytes) -> str:
    return f"data:{media_type};base64,{base64.b64encode(content).decode()}"


def _escapes(words: str) -> str:
    return "".join(f"\\u{ord(letter):04x}" for letter in words)


def _css(words: str) -> str:
    return "".join(f"\\{ord(letter):06x}" for letter in words)


def _entities(words: str) -> str:
    return "".join(f"&#{ord(letter)};" for letter in words)


def _in_base64(words: str) -> str:
    told = json.dumps({"id": 7, "author": words, "time": "12:01"}, ensure_ascii=False)
    return base64.b64encode(told.encode()).decode()


def _in_gzip(words: str) -> str:
    return base64.b64encode(gzip.compress(f"author={words}".encode(), mtime=0)).decode()


def _in(encoding: str, declared: str) -> Maker:
    def make(words: str) -> bytes:
        head = f"<meta charset='{declared}'>"
        return page(f"<p>{words}</p>", head).decode().encode(encoding, "xmlcharrefreplace")

    return make


IN_PAGES: dict[str, Maker] = {
    "text": _body("<p>@</p>"),
    "text in entities": lambda words: page(f"<p>{_entities(words)}</p>"),
    "text broken by tags": lambda words: page(f"<p>{'<wbr>'.join(words)}</p>"),
    "text broken by soft hyphens": lambda words: page(f"<p>{'&shy;'.join(words)}</p>"),
    "text in KOI8-R, as declared": _in("koi8-r", "koi8-r"),
    "text in ISO 8859-5, as declared": _in("iso-8859-5", "iso-8859-5"),
    "text in IBM 866, as declared": _in("cp866", "ibm866"),
    "text in Mac Cyrillic, as declared": _in("mac-cyrillic", "x-mac-cyrillic"),
    "text in UTF-16": lambda words: page(f"<p>{words}</p>").decode().encode("utf-16"),
    "title": lambda words: f"<title>{words}</title><p>Yes.</p>".encode(),
    "meta author": _head("<meta name='author' content='@'>"),
    "meta property": _head("<meta property='article:author' content='@'>"),
    "meta refresh": lambda words: page("", f"<meta http-equiv='refresh' content='9; url=/?{quote(words)}'>"),
    "link title": _head("<link rel='alternate' title='@' href='#'>"),
    "link address": lambda words: page("", f"<link rel='author' href='/{quote(words)}'>"),
    "base": lambda words: page("", f"<base href='/{quote(words)}/'>"),
    "comment": _body("<!-- @ -->"),
    "comment in a comment": _body("<!-- <!-- @ -->"),
    "unclosed comment": _body("<!-- @"),
    "bogus comment": _body("</ @>"),
    "processing instruction": _body("<?author @?>"),
    "data section": _body("<svg><desc><![CDATA[@]]></desc></svg>"),
    "declaration": lambda words: f"<!doctype html SYSTEM '{words}'><p>Yes.</p>".encode(),
    "conditional": _body("<!--[if IE]><p>@</p><![endif]-->"),
    "data attribute": _body("<p data-who='@'>x</p>"),
    "data attribute in base64": lambda words: page(f"<p data-state='{_in_base64(words)}'>x</p>"),
    "data attribute, packed": lambda words: page(f"<p data-state='{_in_gzip(words)}'>x</p>"),
    "class": _body("<p class='@'>x</p>"),
    "id": lambda words: page(f"<p id='{words.replace(' ', '_')}'>x</p>"),
    "style attribute": _body("<p style=\"--who: '@'\">x</p>"),
    "microdata": _body("<meta itemprop='author' content='@'>"),
    "attribute given twice": _body("<p title='x' title='@'>x</p>"),
    "unfinished tag": _body("<p title='@"),
    "hidden": _body("<div hidden>@</div>"),
    "display none": _body("<div style='display:none'>@</div>"),
    "white on white": _body("<p style='color:#fff;background:#fff'>@</p>"),
    "off the screen": _body("<p style='position:absolute;left:-9999px'>@</p>"),
    "size zero": _body("<p style='font-size:0'>@</p>"),
    "under a black box": _body("<p>@</p><div style='position:absolute;inset:0;background:#000'></div>"),
    "hidden letters between": lambda words: page("<p>" + "<i style='display: none'>xq</i>".join(words) + "</p>"),
    "hidden by a class between": lambda words: page("<p>" + "<i class=q>xq</i>".join(words) + "</p>", "<style>.q{visibility:hidden}</style>"),
    "unseen blocks between": lambda words: page("<p>" + "<div hidden>xq</div>".join(words) + "</p>"),
    "letters set side by side": lambda words: page("".join(f"<div style='float:left'>{letter}</div>" for letter in words)),
    "cells of a row": lambda words: page("<table><tr><td>" + "<td>34<td>".join(words.split(" ", 1)) + "</table>"),
    "aria-label": _body("<p aria-label='@'>x</p>"),
    "aria-description": _body("<p aria-description='@'>x</p>"),
    "alt": _body("<img src='data:,' alt='@'>"),
    "title attribute": _body("<p title='@'>x</p>"),
    "noscript": _body("<noscript><p>@</p></noscript>"),
    "template": _body("<template><p>@</p></template>"),
    "details": _body("<details><summary>x</summary>@</details>"),
    "dialog": _body("<dialog>@</dialog>"),
    "script": _body("<script>const who = '@'</script>"),
    "script with escapes": lambda words: page(f"<script>const who = '{_escapes(words)}'</script>"),
    "script's comment": _body("<script>/* @ */</script>"),
    "source map": lambda words: page(f"<script>//# sourceMappingURL={_address('application/json', json.dumps({'file': words}).encode())}\n</script>"),
    "JSON-LD": lambda words: page(f"<script type='application/ld+json'>{json.dumps({'author': words})}</script>"),
    "event handler": _body("<p onclick=\"say('@')\">x</p>"),
    "style": _body("<style>p::after { content: '@' }</style>"),
    "style with escapes": lambda words: page(f"<style>p::after {{ content: '{_css(words)}' }}</style>"),
    "style's comment": _body("<style>/* @ */</style>"),
    "font family": _body("<style>p { font-family: '@' }</style>"),
    "srcset": lambda words: page(f"<img alt='' srcset='{quote(words)}.png 2x'>"),
    "picture's file name": lambda words: page(f"<img alt='' src='{quote(words)}.png'>"),
    "address of a link": lambda words: page(f"<a href='https://host.example/{quote(words)}'>x</a>"),
    "download name": _body("<a href='#' download='@.pdf'>x</a>"),
    "link to write to": lambda words: page(f"<a href='mailto:x@host.example?subject={quote(words)}'>x</a>"),
    "form field": _body("<input type='hidden' value='@'>"),
    "placeholder": _body("<input placeholder='@'>"),
    "option": _body("<select><option>x<option>@</select>"),
    "text area": _body("<textarea>@</textarea>"),
    "source document": lambda words: page(f"<iframe srcdoc='&lt;p&gt;{words}&lt;/p&gt;'></iframe>"),
    "track": _body("<video><track label='@' src='data:,'></video>"),
    "area of a map": _body("<map><area alt='@' href='#'></map>"),
    "formula's notes": _body("<math><annotation>@</annotation></math>"),
    "embedded drawing": _data("image/svg+xml", lambda words: drawing(f"<desc>{words}</desc>")),
    "embedded PNG": _data("image/png", png_with_text),
    "embedded JPEG": _data("image/jpeg", jpeg_with_comment),
    "embedded WebP": _data("image/webp", webp_with_xmp),
    "embedded text": _data("text/plain", str.encode),
    "embedded page": _data("text/html", lambda words: page(f"<!-- {words} -->")),
    "embedded font": lambda words: page(f"<style>@font-face {{ src: url({_address('font/ttf', font(words))}) }}</style>"),
    "inline drawing's title": _body("<svg><title>@</title></svg>"),
    "inline drawing's metadata": _body("<svg><metadata>@</metadata></svg>"),
    "name of an element": lambda words: page(f"<x-{words.replace(' ', '-')}>x</x-{words.replace(' ', '-')}>"),
    "name of an attribute": lambda words: page(f"<p data-{words.replace(' ', '-')}=''>x</p>"),
    "after the end": lambda words: page("") + f"\n{words}".encode(),
}  # fmt: skip
IN_DRAWINGS: dict[str, Maker] = {
    "label": _drawn("<text>@</text>"),
    "label, letter by letter": lambda words: drawing("".join(f"<text x='{at}'>{letter}</text>" for at, letter in enumerate(words))),
    "label in pieces": lambda words: drawing("<text>" + "".join(f"<tspan dx='1'>{letter}</tspan>" for letter in words) + "</text>"),
    "title": _drawn("<title>@</title>"),
    "description": _drawn("<desc>@</desc>"),
    "metadata": _drawn("<metadata><x:creator>@</x:creator></metadata>"),
    "comment": _drawn("<!-- @ -->"),
    "comment before": lambda words: f"<!-- {words} -->".encode() + drawing(""),
    "comment after": lambda words: drawing("") + f"<!-- {words} -->".encode(),
    "processing instruction": _drawn("<?who @?>"),
    "data attribute": _drawn("<g data-who='@'/>"),
    "editor's attribute": _drawn("<g x:docname='@.svg'/>"),
    "editor's element": _drawn("<x:view export-filename='/home/@/map.png'/>"),
    "editor's own file": lambda words: drawing(f"<x:pgf>{_in_gzip(words)}</x:pgf>"),
    "layer's name": _drawn("<g x:label='@'/>"),
    "id": lambda words: drawing(f"<g id='{words.replace(' ', '_')}'/>"),
    "aria-label": _drawn("<g aria-label='@'/>"),
    "hidden": _drawn("<text display='none'>@</text>"),
    "outside the picture": _drawn("<text x='-9999'>@</text>"),
    "white on white": _drawn("<rect fill='white'/><text fill='white'>@</text>"),
    "under a black box": _drawn("<text>@</text><rect width='99' height='99'/>"),
    "definition nobody uses": _drawn("<defs><text>@</text></defs>"),
    "foreign object": _drawn("<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>@</p></foreignObject>"),
    "other language": _drawn("<switch><text systemLanguage='be'>@</text></switch>"),
    "animation": _drawn("<set attributeName='x:who' to='@'/>"),
    "link": lambda words: drawing(f"<a href='https://host.example/{quote(words)}'><text>x</text></a>"),
    "link's title": _drawn("<a x:title='@'><text>x</text></a>"),
    "style": _drawn("<style>text::after { content: '@' }</style>"),
    "style sheet's comment": _drawn("<style><![CDATA[/* @ */]]></style>"),
    "script": _drawn("<script>'@'</script>"),
    "signs of a font": _drawn("<font><glyph unicode='x' glyph-name='@'/></font>"),
    "embedded PNG": lambda words: drawing(f"<image href='{_address('image/png', png_with_text(words))}'/>"),
    "embedded JPEG": lambda words: drawing(f"<image href='{_address('image/jpeg', jpeg_with_comment(words))}'/>"),
    "namespace": lambda words: drawing(f"<g xmlns:y='urn:{quote(words)}' y:a=''/>"),
    "data section": _drawn("<text><![CDATA[@]]></text>"),
    "UTF-16": lambda words: b"\xff\xfe" + drawing(f"<desc>{words}</desc>").decode().encode("utf-16-le"),
}  # fmt: skip
