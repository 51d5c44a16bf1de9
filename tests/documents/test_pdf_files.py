import pytest
import typst

from valoshka.documents import read_bytes


def pdf(source: str) -> bytes:
    return typst.compile(source.encode(), format="pdf", ignore_system_fonts=True)


def test_pages_are_parted_by_form_feeds_and_known_by_number():
    document = read_bytes(pdf("One #pagebreak() Two #pagebreak() Three"), "a.pdf")
    assert document.text == "One\fTwo\fThree"
    assert [document.place(document.text.index(word)) for word in ("One", "Two", "Three")] == [
        "page 1",
        "page 2",
        "page 3",
    ]


def test_cyrillic_and_accents_are_read_as_letters():
    words = "Яўген Łódź Ærø Žižka ґанок"
    assert read_bytes(pdf(words), "a.pdf").text == words


def test_a_word_broken_at_a_lines_end_keeps_a_soft_hyphen():
    source = (
        '#set page(width: 6cm)\n#set par(justify: true)\n#set text(lang: "en", hyphenate: true)\n'
        + "documentation " * 20
    )
    document = read_bytes(pdf(source), "a.pdf")
    assert "\u00ad" in document.text
    assert document.text.replace("\u00ad", "").count("documentation") == 20
    assert any("soft hyphens" in note for note in document.notes)


def test_a_page_without_text_is_named():
    document = read_bytes(pdf("One #pagebreak() #rect() #pagebreak() Three"), "a.pdf")
    assert document.notes == ("No text on page 2: blank, or a scan that nobody has read.",)


def test_the_same_bytes_always_give_the_same_text():
    content = pdf("Адзін two #pagebreak() Три, четыре.")
    assert read_bytes(content, "a.pdf") == read_bytes(content, "a.pdf")


@pytest.mark.parametrize("name", ["a.pdf", "a"])
def test_the_kind_is_known_with_and_without_its_extension(name):
    assert read_bytes(pdf("x"), name).media_type == "application/pdf"
