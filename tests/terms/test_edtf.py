"""The EDTF subset: what is read, what is refused, and the laws that dates keep."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from valoshka.errors import Refused
from valoshka.terms.coarse_dates import unit
from valoshka.terms.edtf import (
    PRECISIONS,
    Edtf,
    EdtfError,
    coarsen,
    covers,
    overlap,
    parse,
    precision,
    shown,
    sort_key,
)

UNTIMED = settings(deadline=None)  # the first call reads a file
POINTS = st.builds(unit, st.dates(), st.sampled_from(PRECISIONS))
QUALIFIED = st.builds(str.__add__, POINTS, st.sampled_from(["", "~", "?", "%"]))


def readable(text: str) -> Edtf | None:
    try:
        return parse(text)
    except EdtfError:
        return None


SETS = st.lists(QUALIFIED | st.builds("{}..{}".format, QUALIFIED | st.just(""), QUALIFIED), min_size=1, max_size=4).map(
    lambda members: "[" + ",".join(members) + "]"
)
STRETCHES = st.builds("{}/{}".format, QUALIFIED | st.sampled_from(["", ".."]), QUALIFIED | st.sampled_from(["", ".."]))
DATES = (QUALIFIED | SETS | STRETCHES).map(readable).filter(bool)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2021-04-12", "2021-04-12", "2021-04-12"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2021-12", "2021-12-01", "2021-12-31"),
        ("2017", "2017-01-01", "2017-12-31"),
        ("2021-21", "2021-03-01", "2021-05-31"),
        ("2021-22", "2021-06-01", "2021-08-31"),
        ("2021-23", "2021-09-01", "2021-11-30"),
        ("2021-24", "2020-12-01", "2021-02-28"),
        ("2020-24", "2019-12-01", "2020-02-29"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2021-04-XX", "2021-04-01", "2021-04-30"),
        ("2021-XX-XX", "2021-01-01", "2021-12-31"),
        ("2021-04~", "2021-04-01", "2021-04-30"),
        ("2021?", "2021-01-01", "2021-12-31"),
        ("2021-04-12%", "2021-04-12", "2021-04-12"),
        ("[2021-04-01..2021-04-10]", "2021-04-01", "2021-04-10"),
        ("[2021, 2019]", "2019-01-01", "2021-12-31"),
        ("[2019,2020-05..2020-06]", "2019-01-01", "2020-06-30"),
        ("[..2020-10]", None, "2020-10-31"),
        ("[2020-10..]", "2020-10-01", None),
        ("2020-08-09/2020-08-12", "2020-08-09", "2020-08-12"),
        ("2019/..", "2019-01-01", None),
        ("../2019", None, "2019-12-31"),
        ("2019/", "2019-01-01", None),
        ("/2019", None, "2019-12-31"),
        ("9999-12", "9999-12-01", "9999-12-31"),
    ],
)
def test_a_date_has_an_earliest_and_a_latest_day(text, earliest, latest):
    read = parse(text)
    assert (read.earliest, read.latest) == tuple(day and date.fromisoformat(day) for day in (earliest, latest))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "is empty"),
        ("  ", "is empty"),
        ("2021-13", "no such month"),
        ("2021-20", "no such month"),
        ("2021-25", "no such month"),
        ("2021-02-29", "not a day in the calendar"),
        ("0000", "not a day in the calendar"),
        ("0001-24", "not a day in the calendar"),
        ("2021-24-01", "no such month"),
        ("202X-04", "finer part"),
        ("2021-XX-04", "finer part"),
        ("12.08.2020", "not a date that can be read"),
        ("2020-8-1", "not a date that can be read"),
        ("٢٠٢٠", "not a date that can be read"),
        ("2021-04-12T10:00", "not a date that can be read"),
        ("..", "not a date that can be read"),
        ("/", "neither a beginning nor an end"),
        ("../..", "neither a beginning nor an end"),
        ("[]", "neither a beginning nor an end"),
        ("[..]", "neither a beginning nor an end"),
        ("[2020,]", "neither a beginning nor an end"),
        ("[2021..2020]", "ends before it begins"),
        ("2021-05/2021-04", "ends before it begins"),
        ("2020/2021/2022", "not a date that can be read"),
        ("~2020", "not a date that can be read"),
        ("2020" * 200, "longer than 500"),
    ],
)
def test_what_is_no_date_is_refused_with_the_reason_and_an_example(text, why):
    with pytest.raises(EdtfError, match=why) as refusal:
        parse(text)
    assert isinstance(refusal.value, Refused)
    assert "2020-08-12" in str(refusal.value)


def test_a_name_typed_into_a_date_field_is_not_repeated():
    with pytest.raises(EdtfError) as refusal:
        parse("Alena Vydumanaja")
    assert "Vydumanaja" not in str(refusal.value)


@UNTIMED
@given(st.text())
def test_any_text_is_either_read_or_refused(text):
    assert readable(text) is None or parse(text)


@UNTIMED
@given(DATES)
def test_a_date_is_read_back_as_it_was_written(read):
    assert parse(str(read)) == read


@UNTIMED
@given(DATES)
def test_no_date_ends_before_it_begins(read):
    assert read.earliest is None or read.latest is None or read.earliest <= read.latest


@UNTIMED
@given(DATES, st.sampled_from(PRECISIONS[:4]))
def test_a_coarser_date_never_excludes_the_original(read, to):
    coarse = coarsen(read, to)
    assert covers(coarse, read)
    assert PRECISIONS.index(precision(coarse)) >= PRECISIONS.index(to)


@UNTIMED
@given(DATES, st.sampled_from(PRECISIONS[:4]))
def test_coarsening_twice_is_coarsening_once(read, to):
    once = coarsen(read, to)
    assert covers(coarsen(once, to), once)
    assert precision(coarsen(once, to)) == precision(once)


@pytest.mark.parametrize(
    ("fine", "to", "coarse"),
    [
        ("2020-11-03", "month", "2020-11"),
        ("2020-11-03?", "month", "2020-11?"),
        ("[2020-11-01..2020-11-10]", "month", "2020-11"),
        ("[2020-11-01..2020-11-10]", "season", "2020-23"),
        ("[2020-10-30..2020-11-02]", "month", "[2020-10..2020-11]"),
        ("2020-12-24", "season", "2021-24"),
        ("2021-24", "year", "[2020..2021]"),
        ("2021-24", "month", "2021-24"),
        ("2020-08-09/..", "month", "2020-08/.."),
        ("2020-08-09~/2020-08-12?", "month", "2020-08%"),
        ("[..2020-10-31]", "month", "[..2020-10]"),
        ("[2020-08-09,2020-08-12]", "month", "2020-08"),
        ("202X", "month", "202X"),
    ],
)
def test_a_date_is_coarsened_to_the_unit_asked_for(fine, to, coarse):
    assert str(coarsen(parse(fine), to)) == coarse


@UNTIMED
@given(DATES, DATES)
def test_overlap_has_no_direction(one, other):
    assert overlap(one, other) == overlap(other, one)


@UNTIMED
@given(DATES)
def test_every_date_overlaps_itself(read):
    assert overlap(read, read)


def test_dates_sort_by_time_and_a_date_without_beginning_by_its_end():
    in_order = ["2019", "2020-03", "../2020-04", "2020-08-09", "2020-08-09/..", "2021-24"]
    assert [str(read) for read in sorted(map(parse, reversed(in_order)), key=sort_key)] == in_order


@pytest.mark.parametrize(
    ("text", "en", "be", "ru"),
    [
        ("2021-04-12", "12 April 2021", "12 красавіка 2021 года", "12 апреля 2021 года"),
        ("2020-11", "November 2020", "лістапад 2020 года", "ноябрь 2020 года"),
        ("2021-24", "winter 2020–21", "зіма 2020–2021 гадоў", "зима 2020–2021 годов"),
        ("2020-21", "spring 2020", "вясна 2020 года", "весна 2020 года"),
        ("2017", "2017", "2017 год", "2017 год"),
        ("199X", "the 1990s", "1990-я гады", "1990-е годы"),
        ("[2021-04-01..2021-04-10]", "early April 2021", "пачатак красавіка 2021 года", "начало апреля 2021 года"),
        (
            "[2020-09-11..2020-09-20]",
            "mid-September 2020",
            "сярэдзіна верасня 2020 года",
            "середина сентября 2020 года",
        ),
        ("[2020-02-21..2020-02-29]", "late February 2020", "канец лютага 2020 года", "конец февраля 2020 года"),
        (
            "[2020-02-03..2020-02-09]",
            "between 3 and 9 February 2020",
            "паміж 3 і 9 лютага 2020 года",
            "между 3 и 9 февраля 2020 года",
        ),
        ("2020-08-09/2020-08-12", "9–12 August 2020", "9–12 жніўня 2020 года", "9–12 августа 2020 года"),
        (
            "2020-08-30/2020-09-02",
            "30 August – 2 September 2020",
            "30 жніўня – 2 верасня 2020 года",
            "30 августа – 2 сентября 2020 года",
        ),
        ("2021-05/2021-07", "May–July 2021", "май–ліпень 2021 года", "май–июль 2021 года"),
        ("2019/2021", "2019–2021", "2019–2021 гады", "2019–2021 годы"),
        ("2021-01/..", "since January 2021", "са студзеня 2021 года", "с января 2021 года"),
        ("2021-05-02/..", "since 2 May 2021", "з 2 мая 2021 года", "со 2 мая 2021 года"),
        ("[..2020-10]", "October 2020 or earlier", "не пазней кастрычніка 2020 года", "не позднее октября 2020 года"),
        ("2020-08~", "about August 2020", "прыблізна жнівень 2020 года", "примерно август 2020 года"),
        ("[2019,2020]", "2019 or 2020", "2019 год або 2020 год", "2019 год или 2020 год"),
    ],
)
def test_a_date_is_shown_in_the_readers_words(text, en, be, ru):
    assert [shown(parse(text), language) for language in ("en", "be", "ru")] == [en, be, ru]


@UNTIMED
@given(DATES, st.sampled_from(["en", "be", "ru"]))
def test_every_date_has_words_in_every_language(read, language):
    words = shown(read, language)
    assert words.strip() == words != ""
    assert not set("{}_[]") & set(words)


def test_words_that_belong_together_can_be_joined():
    assert shown(parse("2021-04-12"), "en", space="\u00a0") == "12\u00a0April 2021"


def test_a_language_without_words_is_refused():
    with pytest.raises(Refused, match="en, be, ru"):
        shown(parse("2021"), "tlh")
