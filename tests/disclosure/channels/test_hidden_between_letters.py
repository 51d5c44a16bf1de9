"""A word that a reader sees whole though hidden pieces stand between its letters. The names are invented."""

from __future__ import annotations

import io

import docx
import pytest
from docx.shared import Pt, RGBColor
from hypothesis import given
from hypothesis import strategies as st

from valoshka.disclosure.channels import channels

CANARY = "Васілёк"


def readings(name: str, content: bytes) -> list[str]:
    return [channel.text for channel in channels(name, content) if channel.reading == "as it is seen"]


def page(between: str, style: str = "") -> bytes:
    return f"<!doctype html><style>{style}</style><body><div>{between.join(CANARY)}</div>".encode()


HIDDEN = {
    "attribute": "<i hidden>x</i>",
    "display": '<i style="display:none">x</i>',
    "display, spaced": '<i style="color: red; display : none !important">x</i>',
    "visibility": '<i style="visibility:hidden">x</i>',
    "size": '<i style="font-size:0px">x</i>',
    "size without unit": '<i style="font-size:0">x</i>',
    "see-through": '<i style="opacity:0.0">x</i>',
    "white": '<i style="color:#fff">x</i>',
    "without colour": '<i style="color:rgba(0,0,0,0)">x</i>',
    "off the screen": '<i style="position:absolute;left:-9999px">x</i>',
    "block": '<div style="display:none">x</div>',
    "template": "<template>x</template>",
    "two deep": '<i style="display:none">x<b>y</b>z</i>',
}


@pytest.mark.parametrize("between", HIDDEN.values(), ids=HIDDEN.keys())
def test_a_page_is_read_without_what_is_hidden_between_letters(between):
    assert any(CANARY in text for text in readings("a.html", page(between)))


@pytest.mark.parametrize(
    "style",
    [
        ".q { display: none }",
        "div i.q{visibility:hidden}",
        "@media screen { .q { font-size:0 } }",
        "/* x */ #z, div > .q::before, .q { opacity: 0; }",
        "i { display:none }",
    ],
)
def test_a_style_sheet_hides_too(style):
    assert any(CANARY in text for text in readings("a.html", page("<i class=q>x</i>", style)))


def test_blocks_set_side_by_side_are_one_word():
    row = "".join(f'<div style="display:inline-block">{letter}</div>' for letter in CANARY)
    assert any(CANARY in text for text in readings("a.html", row.encode()))


def test_what_is_hidden_is_still_read_itself():
    texts = [channel.text for channel in channels("a.html", f"<p>x<i hidden>{CANARY}</i></p>".encode())]
    assert any(CANARY in text for text in texts)


def test_a_page_that_hides_nothing_is_read_once():
    assert (
        readings("a.html", b"<p style='color:#222;margin-left:0;width:100%;opacity:0.8;left:-4px'>They came.</p>") == []
    )


@given(
    st.lists(st.sampled_from(["<i hidden>x</i>", "<b>", "</b>", "a", "<p>", "<div style='display:none'>"]), max_size=12)
)
def test_hiding_never_takes_words_away_from_the_whole_reading(pieces):
    whole = "".join(pieces)
    before = [channel.text for channel in channels("a.html", f"<p>{CANARY}</p>{whole}".encode())]
    assert any(CANARY in text for text in before)


def word(change: object) -> bytes:
    document = docx.Document()
    paragraph = document.add_paragraph()
    for letter in CANARY:
        paragraph.add_run(letter)
        change(paragraph.add_run("x").font)  # type: ignore[operator]
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    "change",
    [
        lambda font: setattr(font, "hidden", True),
        lambda font: setattr(font.color, "rgb", RGBColor(255, 255, 255)),
        lambda font: setattr(font, "size", Pt(1)),
    ],
    ids=["hidden", "white", "tiny"],
)
def test_a_document_is_read_without_its_hidden_runs(change):
    assert any(CANARY in text for text in readings("a.docx", word(change)))


def test_figures_set_one_by_one_are_a_number():
    signs = "".join(f"<text x='{at}'>{sign}</text>" for at, sign in enumerate("+375 29 600"))
    found = channels("a.svg", f"<svg xmlns='http://www.w3.org/2000/svg'>{signs}</svg>".encode())
    assert any("+37529600" in channel.text.replace(" ", "") for channel in found)
