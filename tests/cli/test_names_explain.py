"""`valoshka names explain`: a score, the threshold, and reasons in words."""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Callable

import pytest

from valoshka.cli.main import main
from valoshka.names import ACCEPT, accept

Explain = Callable[..., tuple[int, str, str]]


@pytest.fixture
def explained(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Explain:
    def run(*words: str, typed: str | bytes = "") -> tuple[int, str, str]:
        raw = typed if isinstance(typed, bytes) else typed.encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8"))
        with pytest.raises(SystemExit) as end:
            main(["names", "explain", *words])
        printed = capsys.readouterr()
        return int(end.value.code or 0), printed.out, printed.err

    return run


def test_two_names_get_a_score_a_threshold_and_reasons(explained: Explain) -> None:
    code, out, _ = explained("Верабей Галіна", "Verabei Hanna")
    assert code == 0
    assert f"(from {ACCEPT:.2f} on)" in out
    assert "surname: " in out
    assert "surname верабей" in out


def test_a_verdict_just_under_the_threshold_says_what_lacks(explained: Explain) -> None:
    out = explained("Верабей Галіна", "Verabei H.")[1]
    assert f"just under {ACCEPT:.2f}: only an initial of the given name is known; so not taken" in out
    assert "just under" not in explained("Верабей Галіна", "Verabei")[1]


def test_a_reason_is_told_once_though_a_double_surname_has_it_twice(explained: Explain) -> None:
    assert explained("Сарока-Бонч Ганна", "Сарока-Бонч Ганна")[1].count("surname: the same") == 1


def test_the_example_of_the_help_is_one_that_is_taken_for_one_person(explained: Explain) -> None:
    example = re.search(r'valoshka names explain "(.+)" "(.+)"', explained("--help")[1])
    assert example is not None
    assert accept(example[1], example[2])


def test_names_are_asked_for_or_read_from_two_lines(explained: Explain) -> None:
    at_the_prompt = explained(typed="Верабей Галіна\nВоробей Галина\n")[1]
    through_a_pipe = explained("-", typed="Верабей Галіна\nВоробей Галина\n")[1]
    assert through_a_pipe in at_the_prompt


def test_names_through_a_pipe_may_be_in_an_old_encoding(explained: Explain) -> None:
    assert "1.00" in explained("-", typed="Верабей Галіна\nВерабей Галіна\n".encode("cp1251"))[1]
    assert "and 1 came. Write one a line." in explained("-", typed="Верабей Галіна\n")[2]


@pytest.mark.parametrize("other", ["Воробей Галина", "Сарока Галіна", "Verabei"])
def test_json_says_what_accept_says(explained: Explain, other: str) -> None:
    told = json.loads(explained("Верабей Галіна", other, "--json")[1])
    assert told["accepted"] == accept("Верабей Галіна", other)
    assert (told["threshold"], told["names"][1]["name"]) == (ACCEPT, other)
    assert all(reason["words"] for reason in told["reasons"])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("Верабей",), "Two names are needed, and 1 came"),
        (("Верабей", "Галіна", "Бонч"), "quotation marks"),
        (("Верабей", "123"), "not one letter"),
        (("Верабей", "б" * 100_000), "100,000 characters long"),
    ],
)
def test_what_is_not_two_names_is_answered_with_a_sentence(
    explained: Explain, words: tuple[str, ...], said: str
) -> None:
    code, _, err = explained(*words)
    assert (code, said in err, "Верабей" in err) == (1, True, False)
