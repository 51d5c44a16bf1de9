"""A man of the family of a protected woman is a doubt, not a proof. Everybody is invented."""

from __future__ import annotations

import pytest

from valoshka.disclosure import Place, ProtectedPerson
from valoshka.disclosure.lookout import Lookout


def rules(text: str, *names: str) -> set[str]:
    people = [ProtectedPerson("p", names)]
    return {finding.rule for finding in Lookout.over(people, "public").findings(text, Place())}


@pytest.mark.parametrize("text", ["Алесь Марозаў прыйшоў.", "Прыйшоў А. Марозаў.", "Alieś Marozaŭ came."])
def test_a_relative_of_the_other_sex_is_asked_about(text):
    assert rules(text, "Алеся Марозава") == {"name_other_sex"}


@pytest.mark.parametrize("text", ["Алеся Марозава прыйшла.", "Алесі Марозавай няма.", "Бачылі Алесю Марозаву."])
def test_the_woman_herself_still_blocks(text):
    assert rules(text, "Алеся Марозава") == {"name_full_name"}
