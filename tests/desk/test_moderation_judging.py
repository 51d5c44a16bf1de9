"""What the gate says on the staff's side, and what it need not ask."""

from __future__ import annotations

import pytest

from valoshka.desk.moderation.judging import Gate
from valoshka.desk.moderation.pulling import pull
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


def test_a_seed_that_somebody_typed_is_read_as_words():
    typed = Item("00000000000000ff", DAY, "ru", seed="для Марии Ковальчук", kind="flax")
    assert {finding.rule for finding in Gate((), (), DAY).findings(typed)} == {"unknown_name"}
    grown = Item("00000000000000ff", DAY, "ru", seed="bdkmzprtvwxq.p1", kind="flax")
    assert Gate((), (), DAY).findings(grown) == []


@pytest.mark.parametrize("told", [{"words": "Read me"}, {"alt": "Read me"}, {"seed": "readme"}])
def test_what_a_collector_sends_as_a_flower_but_could_speak_stays_there(told, tmp_path):
    flower = {"id": "00000000000000ff", "day": DAY, "language": "en", "seed": "bdkmzprtvwxq", "kind": "flax"}
    other = {**flower, "id": "00000000000000fe", **told}

    class SeizedCollector:
        def get(self, path: str) -> dict[str, object]:
            return {"flowers": [flower, other] if "flowers" in path else [], "waiting": []}

    assert pull(tmp_path, SeizedCollector()).flowers == 1
