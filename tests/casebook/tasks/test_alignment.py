"""Laws of the map between what was said and what may be read."""

from hypothesis import given
from hypothesis import strategies as st

from valoshka.casebook.tasks.alignment import Alignment, Replacement, Span, align

texts = st.text(alphabet="abcdefghi АБВў\n", max_size=60)


@st.composite
def aligned(draw: st.DrawFn) -> tuple[str, Alignment]:
    text = draw(texts)
    spans = draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))), max_size=5))
    pseudonyms = draw(st.lists(st.text(alphabet="XYZ", min_size=1, max_size=6), min_size=5, max_size=5))
    return text, align(
        Replacement(min(span), max(span), pseudonym) for span, pseudonym in zip(spans, pseudonyms, strict=False)
    )


@given(aligned())
def test_what_was_not_replaced_reads_the_same_in_both_texts(case: tuple[str, Alignment]) -> None:
    text, alignment = case
    working = alignment.working(text)
    for at, letter in enumerate(text):
        if not any(each.start <= at < each.end for each in alignment.replacements):
            there = alignment.to_working(Span(at, at + 1))
            assert working[there.start : there.end] == letter
            assert alignment.to_original(there) == Span(at, at + 1)


@given(aligned())
def test_every_replaced_name_maps_onto_its_pseudonym_and_back(case: tuple[str, Alignment]) -> None:
    text, alignment = case
    working = alignment.working(text)
    for each in alignment.replacements:
        there = alignment.to_working(Span(each.start, each.end))
        assert working[there.start : there.end] == each.text
        assert alignment.to_original(there) == Span(each.start, each.end)


@given(aligned(), st.data())
def test_there_and_back_never_loses_a_character(case: tuple[str, Alignment], data: st.DataObject) -> None:
    text, alignment = case
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    back = alignment.to_original(alignment.to_working(Span(start, end)))
    assert back.start <= start
    assert back.end >= end


@given(aligned(), st.data())
def test_there_and_back_from_the_working_text_never_loses_a_character(
    case: tuple[str, Alignment], data: st.DataObject
) -> None:
    text, alignment = case
    working = alignment.working(text)
    if not working:
        return
    start = data.draw(st.integers(0, len(working) - 1))
    end = data.draw(st.integers(start + 1, len(working)))
    back = alignment.to_working(alignment.to_original(Span(start, end)))
    assert back.start <= start
    assert back.end >= end


@given(aligned())
def test_a_map_survives_being_kept(case: tuple[str, Alignment]) -> None:
    _, alignment = case
    assert Alignment.of_rows(alignment.as_rows()) == alignment


@given(aligned())
def test_a_map_holds_no_character_of_what_it_hides(case: tuple[str, Alignment]) -> None:
    _, alignment = case
    assert all(set(each.text) <= set("XYZ") for each in alignment.replacements)


@given(aligned(), st.text(alphabet="QRS", min_size=1, max_size=6))
def test_new_pseudonyms_can_be_put_in_without_the_original(case: tuple[str, Alignment], pseudonym: str) -> None:
    text, alignment = case
    restated, working = alignment.restated(alignment.working(text), {"": pseudonym})
    assert working == restated.working(text)
    assert {each.text for each in restated.replacements} <= {pseudonym}
