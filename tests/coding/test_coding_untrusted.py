"""Texts that are made to hurt: each is read to its end."""

import pytest

from valoshka.coding import propose
from valoshka.errors import Refused


@pytest.mark.parametrize(
    "untrusted",
    [
        "a" * 300_000,
        "she was " * 30_000,
        "“" * 20_000,
        "‘a " * 20_000,
        "(" * 50_000 + ")" * 50_000,
        "not " * 40_000,
        "Alena Kot, " * 20_000,
        "A. " * 50_000,
        "HALINA, NURSE\n" * 3_000,
        "Q: Why?\nA: I was detained.\n" * 2_000,
        "told that would " * 10_000,
        "\n" * 300_000,
        "не " * 40_000,
        "Ален" * 50_000,
        "\u200b\u202e\x00" * 30_000,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_a_hostile_text_is_read_to_its_end(untrusted):
    for proposal in propose(untrusted):
        for mention in proposal.mentions:
            assert untrusted[mention.start : mention.end] == mention.quote


def test_a_text_beyond_the_limit_is_refused_with_its_length():
    with pytest.raises(Refused, match="10,000,001 characters"):
        propose("a" * 10_000_001)


def test_a_language_without_lexicon_is_refused_by_name():
    with pytest.raises(Refused, match="“pl”"):
        propose("Zatrzymali go.", "pl")


def test_an_empty_text_tells_no_act():
    assert propose("") == []
