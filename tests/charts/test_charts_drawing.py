from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from valoshka.charts import Bar, Moment, bars, timeline
from valoshka.charts.measure import width_of, wrap

SVG = "{http://www.w3.org/2000/svg}"
labels = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60)
rows = st.lists(st.builds(Bar, labels, st.integers(0, 10**6), st.booleans()), min_size=1, max_size=8)
moments = st.lists(st.builds(Moment, labels, labels, st.booleans()), min_size=1, max_size=8)
widths = st.sampled_from([342, 680, 740])


def read(svg: str):
    return etree.fromstring(svg.encode(), etree.XMLParser(resolve_entities=False))


def lengths(svg: str) -> list[int]:
    return [int(box.get("width")) for box in read(svg).iter(f"{SVG}rect")]


@given(rows, labels, widths)
def test_any_label_makes_sound_svg(drawn, title, width):
    assert read(bars(drawn, title=title, foot=[title], width=width)).tag == f"{SVG}svg"


@given(moments, labels, widths)
def test_any_moment_makes_sound_svg(told, title, width):
    assert read(timeline(told, title=title, foot=[title], width=width)).tag == f"{SVG}svg"


@given(st.lists(st.integers(1, 10**6), min_size=1, max_size=6))
def test_bars_start_at_an_honest_zero(values):
    drawn = lengths(bars([Bar("x", value) for value in values], title="t"))
    longest = max(drawn)
    for length, value in zip(drawn, values, strict=True):
        assert abs(length - value * longest / max(values)) <= 2


def test_nothing_has_no_bar_but_its_number():
    svg = bars([Bar("Dismissed", 3), Bar("Reinstated", 0)], title="t")
    assert len(lengths(svg)) == 1
    assert "Reinstated: 0" in svg
    assert ">0</text>" in svg


def test_one_among_thousands_is_still_drawn():
    assert min(lengths(bars([Bar("a", 100_000), Bar("b", 1)], title="t"))) == 1


@given(rows, widths)
def test_coordinates_are_whole_numbers(drawn, width):
    svg = read(bars(drawn, title="t", width=width))
    for element in svg.iter():
        for name in ("x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "width", "height"):
            assert re.fullmatch(r"-?\d+", element.get(name, "0"))


@given(
    st.lists(
        st.builds(Bar, st.text("абвгшщмМЖwWiI ", min_size=1, max_size=80), st.integers(0, 10**6)),
        min_size=1,
        max_size=4,
    ),
    widths,
)
def test_no_text_runs_out_of_the_drawing(drawn, width):
    for text in read(bars(drawn, title="t", width=width)).iter(f"{SVG}text"):
        bold = text.get("font-weight") is not None
        assert int(text.get("x")) + width_of(text.text or "", int(text.get("font-size")), bold=bold) <= width


def test_a_chart_can_be_heard():
    svg = bars([Bar("Звальненне", 4)], title="Што рабілі з медыкамі", foot=["Крыніца: падлік"])
    drawn = read(svg)
    title, description = drawn.find(f"{SVG}title"), drawn.find(f"{SVG}desc")
    assert drawn.get("role") == "img"
    assert drawn.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    assert title.text == "Што рабілі з медыкамі"
    assert description.text == "Звальненне: 4. Крыніца: падлік"


def test_the_phone_drawing_has_other_ids_than_the_wide_one():
    told = [Moment("May 2021", "Dismissal")]
    assert not set(re.findall(r'id="(\w+)"', timeline(told, title="t", width=342))) & set(
        re.findall(r'id="(\w+)"', timeline(told, title="t", width=680))
    )


def test_a_label_stands_above_its_bar_on_a_phone_and_beside_it_on_a_page():
    narrow = read(bars([Bar("Dismissed", 3)], title="t", width=342))
    wide = read(bars([Bar("Dismissed", 3)], title="t", width=680))
    assert int(narrow.find(f"{SVG}rect").get("y")) > int(narrow.find(f"{SVG}text").get("y"))
    assert int(wide.find(f"{SVG}rect").get("x")) > int(wide.find(f"{SVG}text").get("x"))


def test_without_emphasis_all_bars_have_the_accent_and_with_it_only_one():
    assert bars([Bar("a", 2), Bar("b", 1)], title="t").count('class="accent"') == 2
    assert bars([Bar("a", 2, emphasis=True), Bar("b", 1)], title="t").count('class="accent"') == 1


def test_the_same_chart_is_the_same_text():
    assert bars([Bar("a", 2)], title="t") == bars([Bar("a", 2)], title="t")


@pytest.mark.parametrize(("drawn", "width"), [([], 680), ([Bar("a", -1)], 680), ([Bar("a", 1)], 100)])
def test_what_cannot_be_drawn_honestly_is_refused(drawn, width):
    with pytest.raises(ValueError, match="at least one bar"):
        bars(drawn, title="t", width=width)


def test_a_timeline_without_moments_is_refused():
    with pytest.raises(ValueError, match="at least one moment"):
        timeline([], title="t")


@given(st.text("абвгд efgh\u00a0", max_size=120), st.integers(60, 400))
def test_wrapping_loses_no_letter(text, room):
    lines = wrap(text, 15, room)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(width_of(line, 15) <= room for line in lines)


def test_markup_in_a_label_is_text():
    svg = bars([Bar("<script>alert(1)</script>", 1)], title='"><script>')
    assert not list(read(svg).iter(f"{SVG}script"))
