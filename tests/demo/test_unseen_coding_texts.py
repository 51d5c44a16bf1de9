"""The gold of the unseen texts is sound: every quote stands in its text, every code in the vocabulary."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from valoshka.terms import edtf, vocabulary

FOLDER = Path(__file__).parents[2] / "benchmarks" / "coding_texts" / "test"
GOLD = sorted(FOLDER.glob("*.yml"))


def acts_of(gold: Path) -> list[dict]:
    return yaml.safe_load(gold.read_text(encoding="utf-8"))["acts"]


def test_there_are_twelve_texts_and_each_has_a_gold_coding():
    texts = {path.stem for path in FOLDER.glob("*.txt")}
    assert len(texts) == 12
    assert texts == {path.stem for path in GOLD}


@pytest.mark.parametrize("gold", GOLD, ids=lambda path: path.stem)
def test_every_gold_quote_stands_in_its_text_exactly_once(gold):
    text = gold.with_suffix(".txt").read_text(encoding="utf-8")
    quotes = [quote for act in acts_of(gold) for quote in act["quotes"]]
    assert {quote: text.count(quote) for quote in quotes} == dict.fromkeys(quotes, 1)


@pytest.mark.parametrize("gold", GOLD, ids=lambda path: path.stem)
def test_every_gold_code_is_in_the_vocabularies(gold):
    for act in acts_of(gold):
        assert act["act"] in vocabulary.acts()
        assert act["modality"] in vocabulary.modalities()
        assert act["epistemic"] in vocabulary.epistemic()
        assert act["perpetrator"] is None or act["perpetrator"]["type"] in vocabulary.perpetrators()


@pytest.mark.parametrize("gold", GOLD, ids=lambda path: path.stem)
def test_every_gold_date_is_edtf_and_has_a_basis(gold):
    for act in acts_of(gold):
        assert (act["date"] is None) == (act["date_basis"] == "unstated")
        if act["date"] is not None:
            edtf.parse(act["date"])


@pytest.mark.parametrize("gold", GOLD, ids=lambda path: path.stem)
def test_every_unseen_text_says_that_it_is_invented(gold):
    assert "No person or event in it is real" in gold.with_suffix(".txt").read_text(encoding="utf-8")
