"""The table of given names says what it must, and nothing twice."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from valoshka.errors import Refused
from valoshka.names.given import forms_of, given_names, lexicon

FOLDER = Path(lexicon.__file__).parent
TABLES = [
    path for path in sorted(FOLDER.glob("*.yml")) if "names" in yaml.load(path.read_text("utf-8"), yaml.CBaseLoader)
]
CYRILLIC = ("be", "ru", "uk")
CYRILLIC_LETTER, LATIN_LETTER = re.compile("[\u0400-\u04ff]"), re.compile("[A-Za-z]")
ALPHABETS = {
    "be": re.compile("[абвгдеёжзійклмнопрстуўфхцчшыьэюя’]+", re.IGNORECASE),
    "ru": re.compile("[абвгдеёжзийклмнопрстуфхцчшщъыьэюя-]+", re.IGNORECASE),
    "uk": re.compile("[абвгґдеєжзиіїйклмнопрстуфхцчшщьюя’]+", re.IGNORECASE),
}
EAST_SLAVIC = yaml.load((FOLDER / "east_slavic.yml").read_text("utf-8"), yaml.CBaseLoader)["names"]


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name)
def test_every_file_and_entry_says_its_source_and_sex(path):
    table = yaml.load(path.read_text("utf-8"), yaml.CBaseLoader)
    assert table["source"].strip()
    for entry in table["names"]:
        assert entry["sex"] in ("m", "f", "u"), entry
        assert set(entry) - {"sex", "short", "source"}, entry


def test_every_form_is_one_word_of_one_script():
    for name in given_names():
        for form in name.forms:
            assert len(form.split()) == 1, form
            assert not (CYRILLIC_LETTER.search(form) and LATIN_LETTER.search(form)), form


@pytest.mark.parametrize("entry", EAST_SLAVIC, ids=lambda entry: entry.get("be", entry.get("ru")))
def test_an_east_slavic_name_is_spelt_in_the_alphabet_of_its_language(entry):
    for language, alphabet in ALPHABETS.items():
        for form in f"{entry.get(language, '')} {entry.get('short', {}).get(language, '')}".split():
            assert alphabet.fullmatch(form), form


def test_no_form_is_written_twice_in_one_language_of_one_name():
    for entry in EAST_SLAVIC:
        for forms in (entry, entry.get("short", {})):
            for language in CYRILLIC:
                twice = [form for form, times in Counter(forms.get(language, "").split()).items() if times > 1]
                assert not twice, entry


def test_there_are_hundreds_of_names_of_women_and_of_men():
    sexes = Counter(entry["sex"] for entry in EAST_SLAVIC)
    assert min(sexes["m"], sexes["f"]) > 250


def test_a_word_tells_in_which_language_and_for_whom_it_stands():
    forms = forms_of("саша")
    assert {(form.sex, form.short) for form in forms} == {("m", True), ("f", True)}
    assert {"be", "ru", "uk"} <= {form.language for form in forms}


def test_a_broken_entry_is_refused_with_its_file(monkeypatch, tmp_path):
    (tmp_path / "broken.yml").write_text("source: none\nnames: [[Бонч]]\n", encoding="utf-8")
    monkeypatch.setattr(lexicon.resources, "files", lambda _: tmp_path)
    with pytest.raises(Refused, match=r"broken\.yml: .* is no entry"):
        list(lexicon._entries())
