"""A mistyped answer in a review is asked again, at once and with the nearest code."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Answer, Valoshka

TOLD = "On 12 August 2020 riot police beat me in Hrodna.\n"  # invented
KEEP = "\n"


@pytest.fixture
def suggested(in_case: Valoshka, place: Path) -> Valoshka:
    (place / "told.txt").write_text(TOLD, encoding="utf-8")
    in_case("person", "add", "--from", "-", typed="people: [{pseudonym: Vera}]")
    in_case("import", place / "told.txt")
    in_case("propose")
    return in_case


def corrected(in_case: Valoshka, *answers: str) -> Answer:
    typed = "x\nc\n" + "\n".join(answers) + "\nq\n"
    return in_case("review", typed=typed)


def test_a_mistyped_act_is_asked_again_with_the_nearest_code(suggested: Valoshka) -> None:
    answer = corrected(suggested, "beatin", "physical_assault", *[""] * 9)
    assert 'did you mean "beating"' in answer.err
    assert (answer.code, "1 corrected. 1 act made." in answer.out) == (0, True)


def test_each_other_answer_is_checked_when_it_is_given(suggested: Valoshka) -> None:
    after_act = ["happend", "", "last spring", "2020-08", "", "", "police officer", "police", ""]
    answer = corrected(suggested, "", *after_act, "not there", "", "experiencd", "", "Nobody", "Vera")
    for said in ('"happend" is not known', '"police officer" is not known', '"experiencd" is not known'):
        assert said in answer.err
    for said in ("Write for example", "do not stand in its working text", "Nobody in this casebook has that id"):
        assert said in answer.err
    assert (answer.code, "1 corrected. 1 act made." in answer.out) == (0, True)


def test_a_question_mark_lists_the_codes_with_their_meanings(suggested: Valoshka) -> None:
    answer = corrected(suggested, "?", "beating", "?", *[""] * 9)
    assert "    beating: " in answer.err
    assert "    announced: " in answer.err


def test_an_act_by_hand_is_asked_for_until_it_fits(suggested: Valoshka) -> None:
    answer = suggested("review", typed="x\nh\nriot police beat me\n\nbeatin\nbeating\n2020-13\n2020-08\n\n\n\n\n\nq\n")
    assert ("cannot stay empty" in answer.err, 'did you mean "beating"' in answer.err) == (True, True)
    assert "1 made by hand. 1 act made." in answer.out


def test_a_story_to_move_to_is_asked_again_and_may_be_left(suggested: Valoshka) -> None:
    left = suggested("review", typed="x\nm\nNobody\n\nq\n")
    assert ("Nobody in this casebook" in left.err, "Decided: nothing" in left.out) == (True, True)
    assert "1 moved. 1 act made." in suggested("review", typed="x\nm\nNobody\nVera\nq\n").out
