"""Whoever has every table of every day, and the code, and counts the wall, learns of no country that it is small.

The attacker is answered with another world: for each hidden cell and each number below the floor (and below what the
wall shows of that day), we build items of the same days of which exactly that number is of that country, and the same
tables come out. So from the tables no such number can be ruled out.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from valoshka.cli.action.counts import command
from valoshka.errors import Refused
from valoshka.solidarity.counts import count_files, read_ledger, released, written_ledger
from valoshka.solidarity.counts.releasing import ALL, COUNTRY, FLOOR, STEP, Row
from valoshka.solidarity.items import Item, written_items

AT_RISK, TODAY = "BY", "2026-05-29"
COUNTRIES = ["PL", "NO", "DE", "LT", AT_RISK, ""]
World = dict[tuple[str, str], int]
days = st.integers(1, 9).map("2026-05-{:02}".format)
worlds = st.dictionaries(st.tuples(days, st.sampled_from(COUNTRIES)), st.integers(0, 140), min_size=1, max_size=30)


def items(world: World) -> list[Item]:
    cells = [cell for cell, count in sorted(world.items()) for _ in range(count)]
    return [Item(f"{number:016x}", day, "en", country) for number, (day, country) in enumerate(cells)]


def tables(world: World, at_risk: tuple[str, ...] = (AT_RISK,)) -> list[Row]:
    return released(items(world), at_risk, TODAY)


def by_day(world: World) -> Counter[str]:
    shown: Counter[str] = Counter()
    for (day, _), count in world.items():
        shown[day] += count
    return shown


def another_world(shown: Counter[str], told: list[Row], day: str, country: str, number: int) -> World | None:
    """A world with the wall's numbers in which `number` items of that day are of that country, and no more are small.

    Everybody else named no country, but for exactly what each table tells. `None` if there is no such world.
    """
    left, world = Counter(shown), Counter({(day, country): number})
    left[day] -= number
    waiting = number  # what stands in the cell counts for the first table that tells of its country
    for after, until in pairwise(["", *sorted({row.until for row in told})]):
        for row in told:
            if (row.until, row.of) != (until, COUNTRY):
                continue
            missing = row.added
            if row.code == country and day <= until:
                missing, waiting = missing - waiting, 0
            for each in sorted(each for each in left if after < each <= until):
                taken = min(left[each], missing)
                world[(each, row.code)] += taken
                left[each] -= taken
                missing -= taken
            if missing > 0:
                return None
    for each, count in left.items():
        world[(each, "")] += count
    return dict(world)


def hidden(world: World, told: list[Row]) -> list[tuple[str, str]]:
    """The cells of days and countries whose country is not in the table that tells of the day, nor in a later one."""
    found = []
    for day in by_day(world):
        until = min((row.until for row in told if row.until >= day), default=None)
        here = {row.code for row in told if row.until == until and row.of == COUNTRY}
        found += [(day, country) for country in COUNTRIES[:4] if country not in here]
    return found


@settings(max_examples=60, deadline=None)
@given(worlds, st.data())
def test_no_hidden_cell_can_be_bounded_below_the_floor(world, data):
    told, shown = tables(world), by_day(world)
    cells = hidden(world, told)
    if not cells:
        return
    day, country = data.draw(st.sampled_from(cells))
    number = data.draw(st.integers(0, min(FLOOR - 1, shown[day])))
    other = another_world(shown, told, day, country, number)
    assert other is not None
    assert by_day(other) == shown
    assert other.get((day, country), 0) == number
    assert tables(other) == told


@settings(max_examples=60, deadline=None)
@given(worlds, st.data())
def test_the_country_at_risk_can_be_any_number_below_the_floor(world, data):
    told, shown = tables(world), by_day(world)
    day = data.draw(st.sampled_from(sorted(shown)))
    number = data.draw(st.integers(0, min(FLOOR - 1, shown[day])))
    other = another_world(shown, told, day, AT_RISK, number)
    assert other is not None
    assert tables(other) == told


@given(worlds)
def test_moving_people_to_the_country_at_risk_from_no_country_changes_nothing(world):
    moved = Counter({cell: count for cell, count in world.items() if cell[1] != AT_RISK})
    for (day, country), count in world.items():
        if country == AT_RISK:
            moved[(day, "")] += count
    assert tables(world) == tables(dict(moved))
    assert not any(row.code == AT_RISK for row in tables(world))


@given(worlds)
def test_every_number_is_a_whole_ten_and_none_is_small(world):
    assert all(row.added % STEP == 0 and row.added >= FLOOR for row in tables(world))


@given(worlds)
def test_nothing_is_told_of_more_people_than_there_are(world):
    told, real = Counter(), Counter()
    for row in tables(world):
        if row.of == COUNTRY:
            told[row.code] += row.added
    for (_, country), count in world.items():
        real[country] += count
    assert all(told[country] <= real[country] for country in told)


@given(worlds, st.sampled_from([f"2026-05-{day:02}" for day in range(1, 10)]))
def test_what_was_told_is_never_told_otherwise(world, today):
    early = released(items(world), [AT_RISK], today)
    taken_down = {cell: max(0, count - 3) for cell, count in world.items()}
    assert released(items(taken_down), [AT_RISK], TODAY, early)[: len(early)] == early


@given(worlds)
def test_telling_day_by_day_is_telling_at_once(world):
    rows: list[Row] = []
    for day in range(1, 30):
        rows = released(items(world), [AT_RISK], f"2026-05-{day:02}", rows)
    assert rows == tables(world)


def test_the_day_that_is_not_over_is_not_told():
    assert released(items({("2026-05-02", "PL"): 500}), [], "2026-05-02") == []


def test_a_small_country_is_told_once_it_has_grown():
    world = {(f"2026-05-{day:02}", country): count for day in range(1, 8) for country, count in (("LT", 8), ("", 120))}
    told = [(row.until[-2:], row.added) for row in tables(world) if row.code == "LT"]
    assert told == [("03", 20), ("05", 20)]


@given(worlds)
def test_the_ledger_is_read_as_it_was_written(world):
    assert read_ledger(written_ledger(tables(world)), "counts.json") == tables(world)


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"{}", b'{"rows": [1]}', b'{"rows": [{"until": "x", "of": "all", "code": "", "added": 1}]}'],
)
def test_a_ledger_that_is_none_is_refused(content):
    with pytest.raises(Refused, match=r"counts\.json is not the list"):
        read_ledger(content, "counts.json")


def test_the_page_tells_the_numbers_as_text(action):
    rows = tables({("2026-05-02", "PL"): 1240, ("2026-05-02", ""): 90})
    page = count_files(action, rows)["counts/be/index.html"].decode()
    assert "Польшча" in page
    assert "1\u00a0240" in page
    assert [row.added for row in rows if row.of == ALL] == [1330]


def test_the_command_keeps_what_it_told(staffed, tmp_path, give):
    (staffed / "published.jsonl").write_bytes(written_items(give(300)))
    for _ in range(2):
        said = CliRunner().invoke(command, [str(staffed), "-o", str(tmp_path / "site")], catch_exceptions=False).output
    assert "the last day 2026-05-03" in said
    assert (staffed / "counts.json").read_bytes() == (tmp_path / "site" / "counts" / "counts.json").read_bytes()
