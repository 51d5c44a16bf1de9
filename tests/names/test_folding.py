from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from valoshka.names import fold
from valoshka.names.folding import script, twin

_CYRILLIC = "абвгґдеёєжзіийїклмнопрстуўфхцчшщыьэюя"


@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=_CYRILLIC, min_size=1), st.sampled_from("\u00ad\u200b\u200c\u200d\u2060\ufeff\u0301"))
def test_invisible_characters_and_stress_change_nothing(word, sign):
    assert fold(sign.join(["", *word, ""]).lstrip("\u0301")) == fold(word)


@given(st.text(alphabet=_CYRILLIC, min_size=1))
def test_case_changes_nothing(word):
    assert fold(word.upper()) == fold(word)


def test_the_quick_way_folds_marked_latin_letters_as_the_long_one_does():
    for letter in map(chr, range(0xC0, 0x180)):
        assert fold(f"a{letter}e") == fold(f"a{letter}\u200be")


def test_a_word_of_two_scripts_reads_as_one():
    assert fold("Сaрокiн") == "сарокін"
    assert fold("Sаrоkin") == "sarokin"


def test_letters_that_a_language_tells_apart_stay_apart():
    assert fold("й") != fold("и")
    assert fold("ў") != fold("у")
    assert fold("ł") != fold("l")


def test_a_word_all_of_look_alikes_has_a_twin_in_the_other_script():
    assert twin("copoka") == "сорока"
    assert twin("halina") is None
    assert script(twin("copoka")) == "cyrillic"
