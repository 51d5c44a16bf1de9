"""What the proposer finds in invented English sentences."""

import pytest

from valoshka.coding import propose


def acts(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(found.act, tuple(victim.label for victim in found.victims)) for found in propose(text)]


@pytest.mark.parametrize(
    ("text", "act", "victim"),
    [
        ("Riot police detained Alena Kot on 3 June 2021.", "detention", "Alena Kot"),
        ("Alena Kot was arrested at work.", "detention", "Alena Kot"),
        ("Guards beat Pavel Rak with truncheons.", "beating", "Pavel Rak"),
        ("The hospital dismissed more than 30 doctors.", "dismissal", "more than 30 doctors"),
        ("Nurse Alena Kot lost her job in May.", "dismissal", "Alena Kot"),
        ("Alena Kot fled to Poland in May.", "exile", "Alena Kot"),
        ("A court fined Pavel Rak.", "fine", "Pavel Rak"),
    ],
)
def test_an_act_is_found_with_its_victim(text, act, victim):
    assert (act, (victim,)) in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Alena Kot was not detained.",
        "Nobody was beaten.",
        "We call on the authorities to release Alena Kot.",
        "Alena Kot could be dismissed.",
        "Was Alena Kot detained?",
        "If she is arrested, Alena Kot will have a lawyer.",
    ],
)
def test_what_did_not_happen_is_no_act(text):
    assert acts(text) == []
