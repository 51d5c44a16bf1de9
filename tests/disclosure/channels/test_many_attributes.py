"""Thousands of unseen strings are read at once; what each of them says stays its own. The names are invented."""

from __future__ import annotations

import pytest

from valoshka.disclosure import ProtectedPerson
from valoshka.disclosure.channels import Channel
from valoshka.disclosure.findings import Finding, Place
from valoshka.disclosure.lookout import Lookout
from valoshka.disclosure.unseen import in_channels

COMMON = ProtectedPerson("p7d2", ("Пётр Іваноў",), identifiers=("+375 29 600-11-22",))


@pytest.fixture(scope="module")
def lookout() -> Lookout:
    return Lookout.over([COMMON], "public")


def found(lookout: Lookout, *lines: str) -> list[Finding]:
    filler = [f"A{number}" for number in range(3_000)]
    text = "\n".join([*filler[:1_500], *lines, *filler[1_500:]])
    channels = [Channel("attribute", "sheet, attribute r", text), Channel("comment", "comment", "x")]
    return list(in_channels(channels, Place(file="a.xlsx"), lookout, ()))


def test_a_name_among_thousands_of_strings_is_found(lookout):
    [told] = found(lookout, "C:\\Users\\Пётр Іваноў\\draft.docx")
    assert (told.rule, told.person, told.at.metadata) == ("metadata_name", COMMON.id, "sheet, attribute r")


def test_a_number_among_thousands_of_strings_is_found(lookout):
    assert [each.person for each in found(lookout, "tel:+375296001122")] == [COMMON.id]


def test_two_strings_are_not_one_name(lookout):
    assert "metadata_name" not in {each.rule for each in found(lookout, "Пётр", "Іваноў")}


def test_strings_that_say_nothing_are_no_finding(lookout):
    assert found(lookout) == []


def test_a_string_that_said_nothing_to_one_lookout_is_read_by_the_next(lookout):
    other = Lookout.over([ProtectedPerson("k1", ("Ніна Каваль",))], "public")
    assert found(lookout, "Ніна Каваль") == []
    assert [each.person for each in found(other, "Ніна Каваль")] == ["k1"]
    assert found(lookout, "Ніна Каваль") == []
