"""Laws that hold for every text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from valoshka.coding import Span, anchor, propose, select

SENTENCES = st.sampled_from(
    [
        "Alena Kot was detained in Minsk on 3 June 2021.",
        "“They beat me,” says Pavel Rak.",
        "‘We weren’t given any food,’ she adds.",
        "## Alena Kot, nurse",
        "PAVEL RAK, TEACHER",
        "The hospital dismissed him two days later.",
        "Q: Were you beaten?",
        "A: No. They threatened me with prison.",
        "If he is released, he may flee.",
        "Врача Галину задержали 12 августа 2020 года.",
        "Яго збілі ў аўтазаку.",
        "She lost her job and left the country.",
    ]
)
TEXTS = st.lists(st.one_of(SENTENCES, st.text(max_size=40)), max_size=8).map("\n".join)
UNRELATED = "\n\nThe lake was calm and the wind came from the north."


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_every_quote_is_what_stands_at_its_position(text):
    for proposal in propose(text):
        for mention in proposal.mentions:
            assert 0 <= mention.start < mention.end <= len(text)
            assert text[mention.start : mention.end] == mention.quote
        if proposal.perpetrator is not None:
            assert 0 <= proposal.perpetrator.start < proposal.perpetrator.end <= len(text)


@given(TEXTS)
@settings(max_examples=80, deadline=None)
def test_the_same_text_gives_the_same_proposals(text):
    assert propose(text) == propose(text)


@given(st.lists(SENTENCES, max_size=6).map("\n\n".join))
@settings(max_examples=80, deadline=None)
def test_an_unrelated_sentence_at_the_end_moves_no_earlier_mention(text):
    before = {(p.act, m.start, m.end) for p in propose(text) for m in p.mentions}
    after = {(p.act, m.start, m.end) for p in propose(text + UNRELATED) for m in p.mentions}
    assert before <= after


@given(st.text(min_size=1, max_size=200), st.data())
@settings(deadline=None)
def test_a_marked_passage_is_found_where_it_was_marked(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert anchor(text, select(text, start, end)) == Span(start, end)


@given(st.text(max_size=50), st.text(min_size=1, max_size=60), st.data())
@settings(deadline=None)
def test_a_marked_passage_is_found_again_after_text_was_put_before_it(added, text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = anchor(added + text, select(text, start, end))
    assert found is not None
    assert found.of(added + text) == text[start:end]
