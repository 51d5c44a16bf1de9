"""Codes that nobody sees hide nobody: a name is read as a person sees it on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valoshka.tracing import CardIndex
from valoshka.tracing.hidden_signs import seen, seen_by_line

if TYPE_CHECKING:
    from conftest import Listed

CODES = [
    "\x1b[31m", "\x9b31m", "\x1b[2J", "\x1b[1;5H", "\x1b]0;PWNED\x07", "\x1b]8;;http://x\x1b\\", "\x9d2;t\x9c", "\x1bc",
    "\x1b(B", "\x1bPq#0\x1b\\", "\u202e", "\u2066", "\u200b", "\u200e", "\xad", "\x07", "\x08", "\x7f", "\x1b",
]  # fmt: skip


@pytest.mark.parametrize("code", CODES)
def test_a_code_before_after_or_within_a_name_hides_nobody(listed: Listed, code: str) -> None:
    rows = f"1. {code}Бонч Галіна, 1990\n2. Бонч{code} Галіна{code}, 1990\n{code}3. Бо{code}нч Галіна{code}\n"
    names = [row.names for row in listed("a.txt", rows)]
    assert names == [("Бонч Галіна",)] * 3
    table = f"№;ФИО;{code}Год рождения\n1;{code}Бонч Галина{code};1990\n2;Бо{code}нч Галина;1991\n"
    assert [(row.names, str(row.born)) for row in listed("a.csv", table)] == [
        (("Бонч Галина",), "1990"),
        (("Бонч Галина",), "1991"),
    ]


def test_lines_with_codes_are_told_as_mended(listed: Listed) -> None:
    detained = listed("a.txt", "\x1b[31mБонч Галіна\x1b[0m\nСарока Алесь\n\x1b]0;Кот\x07\n\f\x1b[1mКот Пятро\n")
    assert [row.names[0] for row in detained] == ["Бонч Галіна", "Сарока Алесь", "Кот Пятро"]
    assert [(fault.page, fault.line, fault.mended) for fault in detained.faults] == [
        ("page 1", 1, True), ("page 1", 3, True), ("page 2", 4, True),
    ]  # fmt: skip


def test_a_string_of_codes_that_never_ends_takes_no_name_with_it(listed: Listed) -> None:
    detained = listed("a.txt", "\x1b]0;Бонч Галіна, 1990\nСарока Алесь\n")
    assert "Бонч Галіна" in " ".join(detained.rows[0].names)
    assert CardIndex([detained]).trace("Бонч Галина").likely


@given(st.text())
def test_what_is_seen_holds_no_hidden_sign_and_is_seen_as_it_is(text: str) -> None:
    once = seen(text)
    assert seen(once) == once
    assert not any(sign in once for sign in ("\x1b", "\x9b", "\u202e", "\x07"))
    assert seen_by_line(text).text == once or "\r" in text or "\n" in text


@given(st.text(st.characters(categories=["Lu", "Ll", "Lo", "Mn", "Nd", "Zs"]) | st.sampled_from("\n\t\r\f,;")))
def test_a_text_without_hidden_signs_is_left_as_it_is(text: str) -> None:
    assert seen(text) == text
    assert seen_by_line(text) == (text, ())
