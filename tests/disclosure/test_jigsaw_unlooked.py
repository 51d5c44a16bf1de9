"""Facts in words that no rule knows are told, not passed over. Everybody here is invented."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from valoshka.cli.commands.check import command
from valoshka.disclosure.jigsaw.unlooked import Unlooked, said_of_unlooked, unlooked
from valoshka.disclosure.people import Facts, ProtectedPerson, RecordedEvent

ODD = Facts(
    "unicorn tamer",
    "griffins",
    family=("a son", "a familiar spirit"),
    events=(RecordedEvent("dismissal", "2020-10"), RecordedEvent("grew a second shadow", "2021-01")),
)


def _person(facts: Facts) -> ProtectedPerson:
    return ProtectedPerson("p1", ("Paulina Niezabudka",), facts=facts)


def test_facts_in_unknown_words_are_told_one_by_one() -> None:
    assert list(unlooked([_person(ODD)])) == [
        Unlooked("p1", "profession"),
        Unlooked("p1", "specialty"),
        Unlooked("p1", "event", 2),
        Unlooked("p1", "family", 2),
    ]


@pytest.mark.parametrize(
    "profession", ["nurse", "медсястра", "train driver", "лікар", "nauczycielka", "head nurse", None]
)
def test_known_callings_are_not_told(profession: str | None) -> None:
    facts = Facts(profession, events=(RecordedEvent("criminal case"), RecordedEvent("overcrowding")))
    assert not list(unlooked([_person(facts)]))


@pytest.mark.parametrize("language", ["en", "be", "ru"])
def test_the_sentences_repeat_no_word_of_a_fact(language: str) -> None:
    sentences = said_of_unlooked([_person(ODD)], language)
    assert len(sentences) == 2
    assert not any(word in sentence for sentence in sentences for word in ("unicorn", "griffin", "shadow", "spirit"))


def test_a_long_list_is_cut_short_with_its_count() -> None:
    people = [ProtectedPerson(f"p{number}", ("A B",), facts=Facts("unicorn tamer")) for number in range(40)]
    assert "and 28 more" in said_of_unlooked(people, "en")[0]


def test_a_check_says_which_facts_it_did_not_look_for(tmp_path: Path) -> None:
    people = tmp_path / "people.yml"
    people.write_text("- {id: p1, names: [Paulina Niezabudka], facts: {profession: unicorn tamer}}\n", encoding="utf-8")
    text = tmp_path / "a.txt"
    text.write_text("It rained.\n", encoding="utf-8")
    told = CliRunner().invoke(command, [str(text), "--protect", str(people)])
    assert told.exit_code == 0
    assert "profession of p1" in " ".join(told.output.split())
