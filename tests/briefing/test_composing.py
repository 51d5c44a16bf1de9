from __future__ import annotations

from pathlib import Path

import pytest

from valoshka.briefing.compose import compose
from valoshka.briefing.reading import parse_plan
from valoshka.briefing.resolving import Unresolved
from valoshka.clearance import BarChart, Paragraph, Picture, PullQuote, Timeline, Use, passages
from valoshka.errors import Refused

HEAD = "title: T\ndate: 2021-06-17\npublisher: Example Watch\n"
STORY = "stories:\n  - story: Yanina\n    headline: A midwife\n    text:\n"
YANINA = "p1aaaaaaaa"
LIST = "They read out a list in the yard. I counted forty names, and his was not among them."


def composed(text: str, material):
    return compose(parse_plan((HEAD + text).encode(), "briefing.yml", Path(__file__).parent / "invented"), material)


def unresolved(text: str, material) -> str:
    with pytest.raises(Unresolved) as refusal:
        composed(text, material)
    return str(refusal.value)


def told(content, kind):
    return [part for story in content.stories for part in story.parts if isinstance(part, kind)]


def test_a_text_carries_the_claims_of_the_acts_that_it_rests_on(invented):
    content = composed(STORY + "      - {text: She was held., rests_on: [detention, fine]}\n", invented.lent())
    passage = told(content, Paragraph)[0].text
    assert passage.claims == ("c-a2", "c-a3")
    assert passage.about == YANINA
    assert Use(YANINA, "pseudonym") in passage.uses


def test_a_term_can_be_narrowed_by_a_date(invented):
    assert composed(STORY + "      - {text: x, rests_on: [detention 2020-09]}\n", invented.lent())
    told_why = unresolved(STORY + "      - {text: x, rests_on: [detention 2019]}\n", invented.lent())
    assert "line 8: no act “detention” dated 2019" in told_why


def test_an_act_can_be_named_by_its_id(invented):
    content = composed(STORY + "      - {text: x, rests_on: [a5]}\n", invented.lent())
    assert told(content, Paragraph)[0].text.claims == ("c-a5",)


def test_a_quote_uses_own_words_and_rests_on_its_claim(invented):
    content = composed(
        STORY + f"      - {{text: x, rests_on: [fine]}}\n      - quote: {LIST}\n",
        invented.lent(),
    )
    quote = told(content, PullQuote)[0]
    assert quote.words.claims == ("c-q1",)
    assert Use(YANINA, "verbatim_quotes") in quote.words.uses
    assert quote.speaker.text == "Yanina"


def test_everything_that_rests_on_nothing_is_listed_at_once(invented):
    told_why = unresolved(
        "figures: [{value: 3, label: x}]\n"
        "context: [{text: Nobody says so}]\n"
        "charts: [{title: c, bars: [{label: a, value: 1}]}]\n"
        "pictures: [{file: none.png, alt: a, credit: c}]\n"
        "stories:\n"
        "  - {story: Yanina, headline: h, text: "
        "[{text: t}, {quote: I never said this}, {text: t, rests_on: [killing]}]}\n"
        "  - {story: Nobody Known, headline: h, text: [{text: t, rests_on: [fine]}]}\n",
        invented.lent(),
    )
    for expected in (
        "7 things rest on nothing",
        "line 4: this figure has no source",
        "line 5: this text has no source",
        "line 6: this chart has no source",
        "line 7: there is no such picture",
        "line 9: this text rests on nothing",
        "line 9: these words stand in no interview of Yanina",
        "line 9: no act “killing” has been accepted",
        "line 10: nobody in this casebook is told of under the name written here",
    ):
        assert expected.replace("7 things", "8 things") in told_why


def test_a_name_that_is_no_pseudonym_is_not_repeated(invented):
    text = "stories: [{story: Zinaida Prydumanaja, headline: h, text: [{text: t, rests_on: [fine]}]}]\n"
    assert "Prydumanaja" not in unresolved(text, invented.lent())


def test_a_mistyped_term_gets_a_suggestion(invented):
    assert "Did you mean “detention”?" in unresolved(
        STORY + "      - {text: x, rests_on: [detenton]}\n", invented.lent()
    )


@pytest.mark.parametrize(
    ("item", "text"),
    [
        ("pseudonym", STORY + "      - {text: x, rests_on: [fine]}\n"),
        (
            "profession",
            STORY.replace("headline", "role: midwife\n    headline") + "      - {text: x, rests_on: [fine]}\n",
        ),
        (
            "verbatim_quotes",
            STORY + f"      - quote: {LIST}\n",
        ),
        ("exact_dates", STORY + "      - {text: 'On 6 September 2020 she was held.', rests_on: [detention]}\n"),
        ("town", STORY + "      - {text: x, rests_on: [fine], uses: [town]}\n"),
    ],
)
def test_what_was_not_consented_to_stops_the_build(invented, item, text):
    given = {"pseudonym", "profession", "verbatim_quotes", "exact_dates", "town"}
    everything = {each: ["public"] for each in given}
    assert composed(text, invented.lent(**{YANINA: {"consents": everything}}))
    without = {each: ["public"] for each in given - {item}} | {item: ["un_confidential"]}
    assert "Yanina has not agreed to" in unresolved(text, invented.lent(**{YANINA: {"consents": without}}))


def timeline(invented, consents) -> Timeline:
    text = STORY + "      - {text: x, rests_on: [detention, fine, exile, disciplinary_proceeding]}\n"
    return told(composed(text, invented.lent(**{YANINA: {"consents": consents}})), Timeline)[0]


def test_dates_are_shown_to_the_day_where_that_was_agreed(invented):
    shown = timeline(invented, {"pseudonym": ["public"], "exact_dates": ["public"]})
    assert [moment.date for moment in shown.moments][:2] == ["2020-09-06", "2020-09-07"]
    assert Use(YANINA, "exact_dates") in shown.moments[0].text.uses


@pytest.mark.parametrize(
    "consents", [None, {"pseudonym": ["public"]}, {"pseudonym": ["public"], "exact_dates": ["team"]}]
)
def test_dates_are_coarsened_to_the_season_where_it_was_not(invented, consents):
    shown = timeline(invented, consents)
    assert [moment.date for moment in shown.moments] == ["2020-23", "2021-24"]
    assert shown.moments[0].text.text == "Arrest or detention; fine; disciplinary proceeding"
    assert shown.moments[0].text.claims == ("c-a2", "c-a3", "c-a4")
    assert not any(use.item == "exact_dates" for moment in shown.moments for use in moment.text.uses)
    assert not any("6" in moment.shown.split("2020")[0] for moment in shown.moments)


def test_a_timeline_tells_only_what_the_story_tells(invented):
    content = composed(STORY + "      - {text: x, rests_on: [fine]}\n", invented.lent())
    assert [moment.text.text for moment in told(content, Timeline)[0].moments] == ["Fine"]


def test_a_chart_of_acts_counts_what_the_stories_rest_on(invented):
    content = composed(
        "charts: [{title: c, of: acts}]\n" + STORY + "      - {text: x, rests_on: [fine, detention, expression]}\n",
        invented.lent(),
    )
    chart = next(part for section in content.sections for part in section.parts if isinstance(part, BarChart))
    assert {(bar.label.text, bar.value) for bar in chart.bars} == {("Fine", 1), ("Arrest or detention", 1)}
    assert chart.bars[0].label.claims


def test_what_was_only_announced_is_neither_counted_nor_told_as_done(invented):
    acts = [{"id": "x1", "term": "dismissal", "date": "2021-05", "modality": "announced"}]
    text = "charts: [{title: c, of: acts}]\n" + STORY + "      - {text: x, rests_on: [dismissal]}\n"
    assert "there is no accepted act to count" in unresolved(text, invented.lent(**{YANINA: {"acts": acts}}))
    without_chart = composed(
        STORY + "      - {text: x, rests_on: [dismissal]}\n", invented.lent(**{YANINA: {"acts": acts}})
    )
    assert told(without_chart, Timeline)[0].moments[0].text.text != "Dismissal"


def test_a_translated_quote_is_printed_as_a_translation(invented):
    quote = [part for story in invented.content("en").stories for part in story.parts if isinstance(part, PullQuote)][
        -1
    ]
    assert quote.words.text == "I was told to wait. I waited until the morning, and nobody came out."
    assert quote.speaker.text == "Alesia (translated)"
    assert quote.words.claims == ("c-q8",)


def test_a_quote_in_another_language_says_so(invented):
    text = (
        "stories:\n  - story: Alesia\n    headline: h\n    text:\n"
        "      - quote: Мне сказалі чакаць. Я чакала да раніцы, і ніхто не выйшаў.\n"
    )
    assert told(composed(text, invented.lent()), PullQuote)[0].words.language == "be"


@pytest.mark.parametrize("language", ["en", "be", "ru"])
def test_every_passage_of_a_story_says_whose_it_is(invented, language):
    for story in invented.content(language).stories:
        for where, passage in passages(story, "story"):
            assert not passage.text or passage.about == story.person, where


def test_a_quote_whose_language_nobody_noted_is_set_in_that_of_the_briefing(invented):
    lent = invented.lent(**{YANINA: {"quotes": [{"claim": "c", "language": "", "words": LIST}]}})
    quote = told(composed(STORY + f"      - quote: {LIST}\n", lent), PullQuote)[0]
    assert quote.words.language is None


PICTURED = (
    STORY + "      - {{text: x, rests_on: [fine]}}\n      - {{file: window.svg, alt: A window, credit: drawn{}}}\n"
)


@pytest.mark.parametrize("shows", ["", ", shows: somebody"])
def test_a_picture_in_a_story_is_taken_for_one_of_its_teller(shows, invented):
    agreed = {"pseudonym": ["public"], "photo": ["public"]}
    content = composed(PICTURED.format(shows), invented.lent(**{YANINA: {"consents": agreed}}))
    (picture,) = told(content, Picture)
    assert Use(YANINA, "photo") in picture.alt.uses
    assert not picture.shows_nobody
    told_why = unresolved(PICTURED.format(shows), invented.lent(**{YANINA: {"consents": {"pseudonym": ["public"]}}}))
    assert "Yanina has not agreed to “photo”" in told_why


def test_a_picture_that_shows_nobody_needs_no_consent_to_a_photo(invented):
    material = invented.lent(**{YANINA: {"consents": {"pseudonym": ["public"]}}})
    (picture,) = told(composed(PICTURED.format(", shows: nobody"), material), Picture)
    assert picture.shows_nobody
    assert Use(YANINA, "photo") not in picture.alt.uses


def test_what_a_picture_shows_is_said_in_one_of_two_words(invented):
    with pytest.raises(Refused, match="shows"):
        composed(PICTURED.format(", shows: a cat"), invented.lent())
