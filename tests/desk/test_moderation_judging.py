"""What the gate says on the staff's side, and what it need not ask."""

from __future__ import annotations

import pytest

from valoshka.desk.moderation.judging import Gate
from valoshka.disclosure import Blocked, ProtectedPerson
from valoshka.solidarity.items import Item

DAY = "2026-05-02"


def test_an_id_that_looks_like_a_number_of_somebody_is_no_doubt():
    # Met by chance, once in some hundred ids.
    item = Item("ce13b25fe0818d46", DAY, "be", words="Мы побач!")
    assert Gate((), (), DAY).findings(item) == []
    assert Gate((), (), DAY).release(item, {}).files[0][0] == "ce13b25fe0818d46.json"


def test_the_same_number_in_words_is_a_doubt():
    found = Gate((), (), DAY).findings(Item("00000000000000ff", DAY, "be", words="Мы побач! ce13b25fe0818d46"))
    assert {finding.rule for finding in found} == {"identifier_unknown"}


def test_a_name_that_the_action_lists_is_asked_about_no_more():
    item = Item("00000000000000ff", DAY, "be", words="Дзякуй, Марыя Кавальчук!")
    assert [finding.rule for finding in Gate((), (), DAY).findings(item)] == ["unknown_name"]
    listed = Gate((), ("Марыя Кавальчук",), DAY)
    assert listed.findings(item) == []
    assert listed.release(item, {}).files


def test_a_listed_name_does_not_lift_the_protection_of_somebody():
    people = (ProtectedPerson("p7x", names=("Марыя Кавальчук",)),)
    gate = Gate(people, ("Марыя Кавальчук",), DAY)
    item = Item("00000000000000ff", DAY, "be", words="Дзякуй, Марыя Кавальчук!")
    assert {finding.tier for finding in gate.findings(item)} == {"block"}
    with pytest.raises(Blocked):
        gate.release(item, {})


def test_a_doubt_without_a_reason_is_not_released():
    item = Item("00000000000000ff", DAY, "be", words="Дзякуй, Марыя Кавальчук!")
    gate = Gate((), (), DAY)
    (doubt,) = gate.findings(item)
    with pytest.raises(Blocked):
        gate.release(item, {})
    assert gate.release(item, {doubt.key: "A person known to the public."}).files
