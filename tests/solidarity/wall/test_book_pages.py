"""The book: chosen flowers, messages in their letters, a file that can be printed."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from valoshka.cli.action.book import command
from valoshka.errors import Refused
from valoshka.solidarity.book import MOST, book_pdf, chosen
from valoshka.solidarity.book.choosing import fitting
from valoshka.solidarity.book.lettering import printable
from valoshka.solidarity.book.pictures import pictures_of


def texts(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]
    finally:
        document.close()


def no_picture(_: str) -> bytes:
    raise AssertionError


def test_the_book_has_a_title_each_flower_and_a_colophon(action, give, phrase):
    items = give(5)
    book = book_pdf(action, items, no_picture, "be")
    pages = texts(book.pdf)
    words = next(one.words for one in action.phrases if one.id == phrase)
    assert len(pages) == 2 + 5 + 1
    assert action.title["be"].split()[0] in pages[0]
    for item, page in zip(items, pages[2:-1], strict=True):
        shown = [words["be"]] if item.language == "be" else [words["be"], words[item.language]]
        assert all(said in page for said in shown if item.language != "ar")
    assert "Імёнаў тут няма" in pages[-1]


def test_four_a_page_take_fewer_pages_but_for_long_messages(action, give):
    items = [*give(4), replace(give(1)[0], id="a" * 16, words="A long message. " * 25, phrase="")]
    assert len(texts(book_pdf(action, items, no_picture, "en", 4).pdf)) == 2 + 1 + 1 + 1


def test_the_same_items_make_the_same_bytes(action, give):
    one, other = (book_pdf(action, give(2), no_picture, "ar").pdf for _ in range(2))
    assert one == other


def test_the_pdf_says_that_it_is_tagged_and_for_archives(action, give):
    pdf = book_pdf(action, give(1), no_picture, "en").pdf
    assert b"pdfaid:part>2" in pdf
    assert b"pdfuaid:part>1" in pdf


def test_typst_prints_what_looks_like_its_own_words(action, give):
    item = replace(give(1)[0], words='#read("/etc/passwd") *not bold* $x$', phrase="")
    assert '#read("/etc/passwd") *not bold* $x$' in texts(book_pdf(action, [item], no_picture, "en").pdf)[2]


def test_a_photograph_is_printed(action, give, photograph):
    name, jpeg = photograph
    item = replace(give(1)[0], picture=name, alt="A teal wall")
    with_it = book_pdf(action, [item], lambda _: jpeg, "en").pdf
    assert jpeg in with_it
    assert with_it.count(b"/DCTDecode") == 1


def test_letters_that_no_font_has_leave_their_item_out_and_say_so(action, give):
    one, other = give(2)
    book = book_pdf(action, [one, replace(other, words="ありがとう", phrase="")], no_picture, "en")
    assert (book.flowers, book.left_out) == (1, (other.id,))
    with pytest.raises(Refused, match="no book to make"):
        book_pdf(action, [replace(other, words="ありがとう", phrase="")], no_picture, "en")


@given(st.text(st.sampled_from("aЎ🌻🇧🇾❤️👩🏽‍⚕️ \n!"), max_size=20))
def test_emoji_never_keep_a_message_out(text):
    assert "".join(text.split()) == "" or printable(text) is not None


def test_flowers_that_weigh_too_much_as_lines_become_dots(give):
    items = give(2)
    light, heavy = pictures_of(items, no_picture, 4), pictures_of(items, no_picture, 4, heaviest=100)
    assert [b"<image" in each for each in (*light.values(), *heavy.values())] == [False, False, True, True]


def test_a_book_of_dots_can_be_set(action, give, monkeypatch):
    monkeypatch.setattr("valoshka.solidarity.book.pictures.pictures_of.__defaults__", (100,))
    assert len(texts(book_pdf(action, give(2), no_picture, "en", 4).pdf)) == 4


@pytest.mark.parametrize(
    ("ids", "what"),
    [
        ("x", "line 1: an id of 16"),
        ("\n" + "f" * 16, "line 2: nothing with this id"),
        ("# none", "No flower was chosen"),
    ],
)
def test_a_faulty_choice_is_refused_by_its_line(give, ids, what):
    with pytest.raises(Refused, match=what):
        chosen(give(3), ids, "ids.txt")


def test_an_id_twice_and_too_many_are_refused(give):
    items = give(MOST + 1)
    with pytest.raises(Refused, match="line 2: this id stands on an earlier line"):
        chosen(items, f"{items[0].id}\n{items[0].id}", "ids.txt")
    with pytest.raises(Refused, match="401 flowers are too many"):
        fitting(items)


def test_the_command_writes_a_book_and_never_over_one(staffed, tmp_path, give):
    (tmp_path / "ids.txt").write_text(f"{give(9)[4].id}\n")
    arguments = [
        str(staffed),
        "-o",
        str(tmp_path / "book.pdf"),
        "--choose",
        str(tmp_path / "ids.txt"),
        "--language",
        "be",
    ]
    said = CliRunner().invoke(command, arguments, catch_exceptions=False).output
    assert "book.pdf: 1 flowers" in said
    with pytest.raises(Refused, match="is there already"):
        CliRunner().invoke(command, arguments, catch_exceptions=False)
    with pytest.raises(Refused, match="no texts in that language"):
        CliRunner().invoke(
            command, [*arguments[:2], str(tmp_path / "b.pdf"), "--language", "fr"], catch_exceptions=False
        )
