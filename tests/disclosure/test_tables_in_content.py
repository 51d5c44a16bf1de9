"""Charts, key figures and words of a briefing that give somebody away by subtracting. All counts are invented."""

import pytest

from valoshka.clearance import Bar, BarChart, Content, KeyFigure, Paragraph, Passage, Section
from valoshka.disclosure import Blocked, ProtectedPerson, clear
from valoshka.disclosure.lookout import Lookout
from valoshka.disclosure.tables.in_content import find_in_content, published_counts

PERSON = ProtectedPerson(id="p1", names=("Халіна Вымышленая",))
LOOKOUT = Lookout.over([PERSON], "public")


def chart(title: str, source: str = "Own count", **bars: int) -> BarChart:
    told = tuple(Bar(Passage(label.replace("_", " ")), value) for label, value in bars.items())
    return BarChart(Passage(title), told, "people", source, people=True)


def content_of(*parts: BarChart | Paragraph, figures: tuple[KeyFigure, ...] = ()) -> Content:
    return Content(
        title=Passage("Flowers"), subtitle=Passage("Medics"), standfirst=(), figures=figures,
        sections=(Section(None, parts),), stories=(), call=None, notes=(), publisher="Invented", date="2021-05",
        language="en", audience="public",
    )  # fmt: skip


def rules(content: Content, earlier: Content | None = None) -> list[str]:
    before = published_counts(earlier) if earlier else []
    return [finding.rule for finding in find_in_content(content, LOOKOUT, before)]


def test_a_chart_that_says_its_total_leaves_the_others_over() -> None:
    assert rules(content_of(chart("Detained", "Own count, n = 47", Women=20, Men=24))) == ["table_rest"]
    assert rules(content_of(chart("Detained", "Own count, n = 44", Women=20, Men=24))) == []


def test_a_count_that_grew_by_a_few_since_an_earlier_release_is_told() -> None:
    march, april = chart("Dismissed medics", Hrodna=12, Brest=30), chart("Dismissed medics", Hrodna=13, Brest=44)
    assert rules(content_of(april), content_of(march)) == ["table_changed"]
    assert rules(content_of(march), content_of(march)) == []


def test_a_region_that_was_counted_with_another_is_subtracted() -> None:
    march = chart("Dismissed medics", Hrodna_and_Brest=20, Minsk=30)
    april = chart("Dismissed medics", Brest=17, Minsk=30)
    [finding] = find_in_content(content_of(april), LOOKOUT, published_counts(content_of(march)))
    assert (finding.rule, finding.at.where) == ("table_subtracted", "sections 1, parts 1")
    assert "hrodna" in finding.why


def test_age_bands_cut_one_year_apart_are_subtracted() -> None:
    march = BarChart(Passage("Ages"), (Bar(Passage("18–29"), 12),), "people", "Own", people=True)
    april = BarChart(Passage("Ages"), (Bar(Passage("18–30"), 14),), "people", "Own", people=True)
    assert rules(content_of(april), content_of(march)) == ["table_subtracted"]


def test_other_people_under_the_same_labels_are_not_subtracted() -> None:
    march, april = chart("Dismissed medics", Hrodna=12), chart("Students in exile abroad", Hrodna=13)
    assert rules(content_of(april), content_of(march)) == []


def test_a_key_figure_that_grew_by_a_few_is_told() -> None:
    figures = [KeyFigure(Passage(value), Passage("doctors dismissed"), "2021", "Own") for value in ("31", "33")]
    assert rules(content_of(figures=(figures[1],)), content_of(figures=(figures[0],))) == ["table_changed"]


def test_words_that_tell_a_part_of_a_known_number_are_told_with_their_place() -> None:
    [finding] = find_in_content(content_of(Paragraph(Passage("They say that of 12 doctors, nine were men."))), LOOKOUT)
    assert (finding.rule, finding.at.text) == ("told_part", "of 12 doctors, nine")


def test_a_label_that_names_somebody_is_not_repeated() -> None:
    march = chart("Dismissed medics", Вымышленая_and_Brest=20)
    [finding] = find_in_content(
        content_of(chart("Dismissed medics", Brest=17)), LOOKOUT, published_counts(content_of(march))
    )
    assert "вымышленая" not in finding.why.casefold()


def test_the_gate_asks_for_a_reason_before_it_lets_a_difference_out(
    briefing: Content, people: tuple[ProtectedPerson, ...]
) -> None:
    earlier = published_counts(briefing)
    for table in earlier:
        for cell in table["cells"]:
            cell["low"] += 1
            cell["high"] = cell["low"]
    with pytest.raises(Blocked) as blocked:
        clear(briefing, people, earlier=earlier)
    changed = [finding for finding in blocked.value.findings if finding.rule == "table_changed"]
    assert len(changed) == 2
    reasons = {finding.key: "both counts are in the ministry's own list" for finding in blocked.value.findings}
    assert clear(briefing, people, reasons, earlier).content == briefing
