"""A canary in every channel of web pages, drawings and plain text; every one must be found."""

import base64
import io
import json

import pytest
from fontTools.fontBuilder import FontBuilder

from valoshka.disclosure.channels import CouldNotCheck, channels


def found_in(name: str, content: bytes) -> str:
    return "\n".join(channel.text for channel in channels(name, content))


def page(inside: str) -> bytes:
    return f"<!doctype html><html lang='be'><head><title>T</title></head><body>{inside}</body></html>".encode()


IN_A_PAGE = {
    "running text": "<p>Васілёк</p>",
    "text broken by markup": "<p>Ва<b>сі</b>лёк</p>",
    "text broken by a comment": "<p>Васі<!-- x -->лёк</p>",
    "text broken by an empty element": "<p>Васі<wbr>лёк</p>",
    "text broken by a soft hyphen": "<p>Васі&shy;лёк</p>",
    "text written in entities": "<p>&#1042;&#1072;&#x441;&#x456;&#1083;&#1105;&#1082;</p>",
    "hidden element": "<div hidden>Васілёк</div>",
    "template": "<template><p>Васілёк</p></template>",
    "noscript": "<noscript>Васілёк</noscript>",
    "comment": "<!-- Васілёк -->",
    "alt": "<img src='a.png' alt='Васілёк'>",
    "title": "<p title='Васілёк'>x</p>",
    "aria-label": "<p aria-label='Васілёк'>x</p>",
    "data attribute": "<p data-who='Васілёк'>x</p>",
    "class": "<p class='Васілёк'>x</p>",
    "attribute given twice": "<p title='x' title='Васілёк'>x</p>",
    "old conditional": "<![if Васілёк]>x<![endif]>",
    "unclosed script": "<script>Васілёк",
    "unclosed comment": "<!-- Васілёк",
    "unclosed tag": "<p title='Васілёк",
    "plain text element": "<plaintext>Васілёк",
    "name of an element": "<x-васілёк></x-васілёк>",
    "name of an attribute": "<p data-васілёк=''>x</p>",
    "meta": "<meta name='author' content='Васілёк'>",
    "address": "<a href='https://example.org/%D0%92%D0%B0%D1%81%D1%96%D0%BB%D1%91%D0%BA'>x</a>",
    "JSON-LD": f"<script type='application/ld+json'>{json.dumps({'author': 'Васілёк'})}</script>",
    "script": "<script>const who = '\\u0412\\u0430\\u0441\\u0456\\u043b\\u0451\\u043a'</script>",
    "style": "<style>p::after { content: '\\412\\430\\441\\456\\43b\\451\\43a' }</style>",
    "style attribute": "<p style='--who: Васілёк'>x</p>",
    "inline drawing": "<svg><title>Васілёк</title></svg>",
    "inline drawing's label": "<svg><text>Ва<tspan>сілёк</tspan></text></svg>",
    "form": "<input value='Васілёк'>",
    "option": "<select><option>Васілёк</option></select>",
    "embedded drawing": "<img alt='' src='data:image/svg+xml;base64,"
    + base64.b64encode("<svg xmlns='http://www.w3.org/2000/svg'><desc>Васілёк</desc></svg>".encode()).decode()
    + "'>",
    "embedded drawing, percent-encoded": "<img alt='' src='data:image/svg+xml,"
    "%3Csvg%20xmlns=%22http://www.w3.org/2000/svg%22%3E%3Cdesc%3E%D0%92%D0%B0%D1%81%D1%96%D0%BB%D1%91%D0%BA%3C/desc%3E%3C/svg%3E'>",
    "source document": "<iframe srcdoc='&lt;p&gt;Васілёк&lt;/p&gt;'></iframe>",
}


@pytest.mark.parametrize("inside", IN_A_PAGE.values(), ids=IN_A_PAGE.keys())
def test_a_canary_in_a_page_is_found(inside):
    assert "васілёк" in found_in("page.html", page(inside)).lower()


def test_a_canary_in_a_declaration_or_title_is_found():
    assert "Васілёк" in found_in("page.html", "<!doctype html SYSTEM 'Васілёк'><p>x</p>".encode())
    assert "Васілёк" in found_in("page.html", "<html><head><title>Васілёк</title></head></html>".encode())


def test_a_canary_after_the_end_of_a_page_is_found():
    assert "Васілёк" in found_in("page.html", page("x") + "<!-- Васілёк -->".encode())


def test_a_page_says_on_which_line_something_stands():
    (text,) = [channel for channel in channels("a.html", page("\n<p>One</p>\n<p>Two</p>")) if channel.kind == "text"]
    assert text.place(text.text.index("Two")) == "web page, <p>, line 3"


def test_words_of_neighbouring_blocks_do_not_run_together():
    assert "OneTwo" not in found_in("a.html", page("<p>One</p><p>Two</p>"))


def test_an_embedded_file_of_unknown_kind_cannot_be_checked():
    with pytest.raises(CouldNotCheck):
        channels("a.html", page("<img alt='' src='data:image/tiff;base64,SUkqAA=='>"))


def font(canary: str) -> bytes:
    builder = FontBuilder(1000)
    builder.setupGlyphOrder([".notdef"])
    builder.setupCharacterMap({})
    builder.setupGlyf({".notdef": builder_glyph()})
    builder.setupHorizontalMetrics({".notdef": (500, 0)})
    builder.setupHorizontalHeader()
    builder.setupNameTable({"familyName": canary})
    builder.setupPost()
    builder.font.flavor = "woff"
    stream = io.BytesIO()
    builder.save(stream)
    return stream.getvalue()


def builder_glyph():
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    return TTGlyphPen(None).glyph()


def test_a_canary_in_an_embedded_font_is_found():
    address = "data:font/woff;base64," + base64.b64encode(font("Васілёк")).decode()
    content = page(f"<style>@font-face {{ src: url('{address}') }}</style>")
    assert "Васілёк" in found_in("a.html", content)


IN_A_DRAWING = {
    "label": "<text>Васілёк</text>",
    "label in pieces": "<text><tspan>Васі</tspan><tspan>лёк</tspan></text>",
    "title": "<title>Васілёк</title>",
    "description": "<desc>Васілёк</desc>",
    "metadata": "<metadata><who>Васілёк</who></metadata>",
    "attribute": "<g id='Васілёк'/>",
    "comment": "<!--Васілёк-->",
    "processing instruction": "<?who Васілёк?>",
    "script": "<script>'Васілёк'</script>",
    "style": "<style>/* Васілёк */</style>",
    "data section": "<text><![CDATA[Васілёк]]></text>",
}


@pytest.mark.parametrize("inside", IN_A_DRAWING.values(), ids=IN_A_DRAWING.keys())
def test_a_canary_in_a_drawing_is_found(inside):
    drawing = f"<svg xmlns='http://www.w3.org/2000/svg'>{inside}</svg>"
    assert "Васілёк" in found_in("map.svg", drawing.encode())


def test_a_canary_around_a_drawing_is_found():
    assert "Васілёк" in found_in("a.svg", "<!--Васілёк--><svg xmlns='http://www.w3.org/2000/svg'/>".encode())
    assert "Васілёк" in found_in("a.svg", "<svg xmlns='http://www.w3.org/2000/svg'/><!--Васілёк-->".encode())


def test_a_drawing_with_entities_is_refused():
    bomb = b"<!DOCTYPE svg [<!ENTITY a 'aaaa'>]><svg xmlns='http://www.w3.org/2000/svg'><text>&a;</text></svg>"
    with pytest.raises(CouldNotCheck, match="declares a document type"):
        channels("a.svg", bomb)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1251"])
def test_a_canary_in_plain_text_is_found_in_any_encoding(encoding):
    assert "Васілёк" in found_in("post.txt", "Далучайцеся да нас. Васілёк".encode(encoding))


def test_a_canary_in_json_is_found_as_key_and_as_value():
    content = json.dumps({"a": [{"Васілёк": 1}, "Рамонак"]}).encode()
    assert {"Васілёк", "Рамонак"} <= {channel.text for channel in channels("feed.json", content)}


def test_a_canary_under_a_key_that_comes_twice_is_found():
    assert "Васілёк" in found_in("feed.json", '{"a": "Васілёк", "a": "x"}'.encode())


def test_a_page_that_the_parser_gives_up_on_cannot_be_checked():
    assert "Васілёк" in found_in("a.html", page("<div>" * 1_500 + "Васілёк"))
    with pytest.raises(CouldNotCheck):
        channels("a.html", page("<div>" * 20_000 + "Васілёк"))


def test_the_name_of_the_file_is_a_channel():
    assert channels("Васілёк.txt", b"x")[0].text == "Васілёк.txt"


def test_a_name_broken_at_the_end_of_a_line_is_also_given_whole():
    assert "Васілёк" in found_in("a.txt", "Яе клічуць Васі-\nлёк.".encode())


@pytest.mark.parametrize("name", ["a.xyz", "a", "a.exe", "a.tiff", "a.woff2"])
def test_a_file_of_unknown_kind_cannot_be_checked(name):
    with pytest.raises(CouldNotCheck) as refusal:
        channels(name, b"whatever")
    assert refusal.value.exit_code == 2


@pytest.mark.parametrize("name", ["a.html", "a.pdf", "a.docx", "a.png", "a.txt", "a.svg", "a.json"])
def test_an_empty_file_cannot_be_checked(name):
    with pytest.raises(CouldNotCheck):
        channels(name, b"")


def test_a_picture_that_is_called_a_page_cannot_be_checked():
    with pytest.raises(CouldNotCheck, match="its content says otherwise"):
        channels("a.html", b"\x89PNG\r\n\x1a\n")
