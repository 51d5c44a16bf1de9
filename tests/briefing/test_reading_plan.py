from __future__ import annotations

import re
from pathlib import Path

import pytest

from valoshka.briefing.compose import compose
from valoshka.briefing.plan import PlannedQuote
from valoshka.briefing.reading import parse_plan, read_plan
from valoshka.errors import Refused

MANUAL = Path(__file__).parents[2] / "docs" / "briefing-yml.md"
HEAD = "title: T\ndate: 2021-06-17\npublisher: P\n"


def read(text: str):
    return parse_plan((HEAD + text).encode(), "briefing.yml", Path())


def test_the_manuals_example_builds(invented):
    example = re.search(r"```yaml\n(.*?)```", MANUAL.read_text(encoding="utf-8"), re.DOTALL)[1]
    content = compose(parse_plan(example.encode(), "briefing.yml", Path()), invented.lent())
    assert [story.name.text for story in content.stories] == ["Yanina"]


def test_every_fault_is_told_at_once_with_its_line():
    with pytest.raises(Refused) as refusal:
        read("languge: be\nfigures:\n  - {value: many, label: x, operator: ovr}\nstories:\n  - story: Y\n")
    told = str(refusal.value)
    assert "line 4: `languge` is not known here. Did you mean `language`?" in told
    assert "line 6: `value` wants a whole number" in told
    assert "line 6: `operator`: `ovr` is not known here. Did you mean `over`?" in told
    assert "line 8: `headline` is missing here" in told
    assert "line 8: this story has no `text` yet" in told


def test_a_name_typed_in_the_wrong_place_is_not_repeated():
    with pytest.raises(Refused) as refusal:
        read("Zinaida Prydumanaja: nurse\n")
    assert "Prydumanaja" not in str(refusal.value)
    assert "line 4" in str(refusal.value)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("audience: everyone\n", "`audience`"),
        ("figures: [{value: 1, label: x, period: soon}]\n", "`period`"),
        ("charts: [{title: x}]\n", "either `bars`, or `of: acts`"),
        ("charts: [{title: x, of: acts, bars: [{label: a, value: 1}]}]\n", "either `bars`, or `of: acts`"),
        ("charts: [{title: x, of: people}]\n", "`of`"),
        ("standfirst: [[a]]\n", "a group is wanted"),
        ("stories: [{story: Y, headline: h, text: [{text: t, uses: [twon]}]}]\n", "`uses` wants consent items"),
        ("stories: [{story: Y, headline: h, text: [{text: t}], timeline: perhaps}]\n", "yes or no"),
        ("pictures: [{file: a.png}]\n", "`alt` is missing"),
        ("figures: [{value: -3, label: x}]\n", "whole number"),
        ("title: again\n", "stands already"),
    ],
)
def test_a_wrong_field_is_named(text, told):
    with pytest.raises(Refused) as refusal:
        read(text)
    assert told in str(refusal.value)


def test_numbers_may_be_written_with_thousands():
    assert [
        each.value for each in read("figures: [{value: '30,000', label: x}, {value: 30 000, label: y}]\n").figures
    ] == [
        30000,
        30000,
    ]


def test_a_headline_may_be_a_quote():
    plan = read("stories: [{story: Y, headline: {quote: I stayed}, text: [{text: t}]}]\n")
    assert plan.stories[0].headline == PlannedQuote(4, "I stayed")


def test_a_missing_file_says_what_to_do(tmp_path):
    with pytest.raises(Refused, match="could not be opened"):
        read_plan(tmp_path / "none.yml")
    with pytest.raises(Refused, match="could not be opened"):
        read_plan(tmp_path)
