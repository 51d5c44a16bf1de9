"""Short notes in old encodings: invented sentences, as a phone or an old computer would save them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valoshka.documents import read_bytes
from valoshka.documents.encodings import decode

RUSSIAN = [
    "Меня задержали вечером у подъезда. Били долго, потом увезли в отделение.",
    "Он сказал, что больше не может работать в больнице. Его уволили 12 марта.",
    "СПРАВКА. ГРАЖДАНИН НАХОДИЛСЯ НА ЛЕЧЕНИИ С 3 ПО 9 АВГУСТА.",
    "Позвони мне завтра.",
    "Яна кричала. Я молчал.",
    "Я не видел, как его увели.",
    "Интервью 7\r\nВопрос: где это было?\r\nОтвет: на площади, около аптеки.",
    "мама искала его три дня. в списках не было.",
    "Щенок ещё жив. Эх, хорошо бы чаю!",
]
BELARUSIAN = [
    "Мяне затрымалі ўвечары каля дома. Білі доўга, потым павезлі ў аддзел.",
    "Маці шукала сына тры дні. У спісах яго не было.",
    "Лекарам забаранілі запісваць траўмы. Гэта было ў жніўні.",
    "ДАВЕДКА. ПАЦЫЕНТ БЫЎ НА ЛЯЧЭННІ.",
    "Хто там? Ніхто не ведае.",
]
MIXED = ["The doctor said: Больше не могу. Then she left.", "Name: Анна. She worked in Brest."]
MARKED_OR_WIDE = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]


@pytest.mark.parametrize("note", RUSSIAN + BELARUSIAN + MIXED)
@pytest.mark.parametrize("encoding", [*MARKED_OR_WIDE, "cp1251", "mac-cyrillic", "iso8859-5"])
def test_a_short_note_is_read_right(note, encoding):
    decoded = decode(note.encode(encoding))
    assert decoded is not None
    assert decoded.text == note


@pytest.mark.parametrize("note", RUSSIAN + MIXED)
@pytest.mark.parametrize("encoding", ["koi8-r", "koi8-u", "cp866"])
def test_a_russian_note_from_an_older_computer_is_read_right(note, encoding):
    decoded = decode(note.encode(encoding))
    assert decoded is not None
    assert decoded.text == note


@pytest.mark.parametrize("note", BELARUSIAN)
def test_a_belarusian_note_in_dos_borrows_the_latin_i(note):
    borrowed = note.replace("і", "i").replace("І", "I")
    decoded = decode(borrowed.encode("cp866"))
    assert decoded is not None
    assert decoded.text == borrowed


@pytest.mark.parametrize(
    ("note", "encoding"),
    [
        ("Zatrzymali mnie wieczorem. Była też kobieta z Łodzi.", "cp1250"),
        ("Zatrzymali mnie wieczorem. Była też kobieta z Łodzi.", "iso8859-2"),
        ("Gydytoja išvyko į Vilnių. Ją priėmė draugai.", "cp1257"),
        ("Elle a été arrêtée. Son frère n’est pas rentré.", "cp1252"),
        ("Die Ärztin wurde entlassen – über den Grund schwieg man.", "cp1252"),
        ("He said: “I can’t work there any more” – and left.", "cp1252"),
    ],
)
def test_a_note_in_a_language_of_exile_is_read_right(note, encoding):
    decoded = decode(note.encode(encoding))
    assert decoded is not None
    assert decoded.text == note


def test_the_encoding_is_stated():
    document = read_bytes(RUSSIAN[0].encode("koi8-r"), "a.txt")
    assert document.notes == ("Read as KOI8 (Cyrillic), judging by its letters.",)
    assert read_bytes(b"plain", "a.txt").encoding == "utf-8"


def test_a_name_late_in_a_long_english_text_decides():
    text = "All of it is English. " * 20_000 + "Only her name is not: Алеся Рамонак."
    assert read_bytes(text.encode("cp1251"), "a.txt").text == text


def test_a_mark_is_removed_and_line_ends_are_made_one_kind():
    assert read_bytes("\ufeffa\r\nb\rc\n".encode(), "a.txt").text == "a\nb\nc\n"


def test_nothing_else_is_changed():
    odd = " \t a\u00a0b\u00ad\u200b\u2028 é e\u0301 ﬁ\v\f\n\n\n"
    assert read_bytes(odd.encode(), "a.md").text == odd


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1).filter(str.strip))
def test_utf8_is_always_read_as_it_stands(text):
    assert read_bytes(text.encode(), "a.txt").text == text.removeprefix("\ufeff") or text.startswith("\ufeff")


@given(st.sampled_from(RUSSIAN), st.sampled_from(RUSSIAN), st.sampled_from(["cp1251", "koi8-r", "cp866"]))
def test_two_notes_together_are_read_as_each_alone(one, other, encoding):
    decoded = decode(f"{one}\n{other}".encode(encoding))
    assert decoded is not None
    assert decoded.text == f"{one}\n{other}"
