"""A list of names that may stand in a file. Everybody named here is invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from valoshka.disclosure.checking import check
from valoshka.disclosure.lookout import Lookout
from valoshka.disclosure.marked_yaml import Unusable
from valoshka.disclosure.people import ProtectedPerson
from valoshka.disclosure.public_yml import load_public

if TYPE_CHECKING:
    from pathlib import Path

PEOPLE = (ProtectedPerson("k3f9", names=("Зинаида Прикладная",)),)
TEXT = "Пришла Дарья Вронченюк. За Вронченюк приехали из журнала. Был и Игорь Мацак."


@pytest.fixture
def written(tmp_path: Path):
    def write(text: str) -> Path:
        path = tmp_path / "public.yml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def asked(text: str, public: tuple[str, ...]) -> list[str]:
    findings = check("a.txt", text.encode(), Lookout.over(PEOPLE, "public"), public=public).findings
    return [str(finding.at.text) for finding in findings]


def test_a_public_name_is_not_asked_about_in_any_case(written):
    public = load_public(written("- Дарья Вронченюк  # an editor\n"), PEOPLE)
    assert asked(TEXT, ()) == ["Дарья Вронченюк", "Игорь Мацак"]
    assert asked(TEXT, public) == ["Игорь Мацак"]


def test_who_is_protected_stays_protected_whatever_the_list_says():
    assert asked("Пришла Прикладная.", ("Анна Прикладная",)) == ["Прикладная"]


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("- Дарья Вронченюк\n- зинаида прикладная\n", 2, "k3f9"),
        ("- Дарья Вронченюк\n- Прикладная\n", 2, "surname of k3f9"),
        ("- Прикладной\n", 1, "surname of k3f9"),
        ("- prikladnaja\n", 1, "surname of k3f9"),
        ("- Zinaida Prikladnaya\n", 1, "name of k3f9"),
        ("- Дарья Вронченюк\n- {name: x}\n", 2, "text is expected"),
        ("public: [Дарья Вронченюк]\n", 1, "list is expected"),
        ("- Д. В.\n", 1, "initials"),
        ("- Òèõîí Óçîðíèê\n", 1, "encoding"),
    ],
)
def test_a_faulty_list_is_refused_by_its_line_and_says_no_name(written, text, line, says):
    with pytest.raises(Unusable) as refused:
        load_public(written(text), PEOPLE)
    assert f"public.yml, line {line}:" in str(refused.value)
    assert says in str(refused.value)
    assert "прикладная" not in str(refused.value).lower()


def test_another_bearer_of_the_surname_may_be_public_by_the_whole_name(written):
    assert load_public(written("- Анна Прикладная\n- Зинаида Вронченюк\n"), PEOPLE)


def test_an_empty_list_says_what_belongs_in_it(written):
    with pytest.raises(Unusable, match="names that may be public"):
        load_public(written(""), PEOPLE)
