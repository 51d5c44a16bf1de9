"""The wall's pages hold every flower, whole without scripts, in every language."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from PIL import Image

from valoshka.solidarity.items import Item
from valoshka.solidarity.wall import Thumbnails, wall_files
from valoshka.solidarity.wall.leaves import MOST, leaves
from valoshka.solidarity.wall.words import LANGUAGES, words_of

HOSTILE = "<script>alert(1)</script> & \"'{{ 7*7 }}"


def pages(files: dict[str, object], language: str) -> dict[str, html.HtmlElement]:
    prefix = f"wall/{language}/"
    return {path.removeprefix(prefix): html.fromstring(made) for path, made in files.items() if path.startswith(prefix)}


some_items = st.lists(
    st.builds(Item, st.integers(0, 2**64 - 1).map("{:016x}".format), st.integers(1, 28).map("2026-05-{:02}".format),
              st.just("en")),
    max_size=900, unique_by=lambda item: item.id,
)  # fmt: skip


@given(some_items)
def test_every_item_stands_on_one_leaf_newest_first(items):
    bound = leaves(items)
    shown = [item for leaf in reversed(bound) for item in leaf.items]
    assert sorted(item.id for item in shown) == sorted(item.id for item in items)
    assert all((one.day, one.id) > (other.day, other.id) for one, other in pairwise(shown))
    assert all(len(leaf.items) <= MOST for leaf in bound[:-1])
    assert len(bound[-1].items) < MOST + MOST // 2


def test_taking_one_down_changes_the_pages_of_its_days_only(give):
    items = give(3000, days=20)
    gone = [item for item in items if item.day == "2026-05-03"][7]
    before, after = (leaves(some) for some in (items, [item for item in items if item != gone]))
    changed = {leaf.items for leaf in after} - {leaf.items for leaf in before}
    assert len(before) == len(after)
    assert len(changed) <= 2


def test_the_pages_of_each_language_hold_every_flower_with_its_message(action, give, drawn, phrase):
    items = give(430)
    files = dict(wall_files(action, items, drawn))
    for language in action.languages:
        found = [li for page in pages(files, language).values() for li in page.findall(".//li[@id]")]
        assert {li.get("id") for li in found} == {f"f-{item.id}" for item in items}
        assert all(li.find(".//img").get("alt") for li in found)
        words = next(one.words for one in action.phrases if one.id == phrase)
        assert all(words[language] in li.text_content() for li in found)


def test_every_link_and_picture_of_a_page_leads_to_a_file_or_off_the_wall(action, give, drawn):
    files = dict(wall_files(action, give(430), drawn))
    for name, page in pages(files, "be").items():
        links = [*page.xpath("//a/@href"), *page.xpath("//img/@src"), *page.xpath("//script/@src | //link/@href")]
        inside = [link for link in links if not link.startswith(("#", "../../"))]
        found = {str(Path("wall/be") / link) for link in inside}
        assert {re.sub(r"be/\.\./", "", path) for path in found} <= set(files), name


def test_what_somebody_wrote_is_shown_as_text(action, give, drawn):
    item = replace(give(1)[0], words=HOSTILE, phrase="", translations={"be": HOSTILE})
    (page,) = pages(dict(wall_files(action, [item], drawn)), "be").values()
    assert [each.text for each in page.findall(".//li/div/p")] == [HOSTILE, HOSTILE]
    assert len(page.findall(".//script")) == 1


def test_a_message_says_its_language_and_finds_its_own_direction(action, give, drawn):
    item = replace(give(1)[0], language="ar", words="لستم وحدكم", phrase="", translations={"en": "You are not alone"})
    (page,) = pages(dict(wall_files(action, [item], drawn)), "en").values()
    assert [(p.get("lang"), p.get("dir")) for p in page.findall(".//li/div/p")] == [("ar", "auto"), ("en", "auto")]


def test_no_page_carries_style_or_script_inside_it(action, give, drawn):
    for path, made in wall_files(action, give(9), drawn):
        if path.endswith(".html"):
            assert not re.search(rb"<style|\sstyle=|\son\w+=|<script(?![^>]*src=)", made)
            assert b"default-src &#39;none&#39;" in made


def test_the_sheets_hold_each_leaf_and_the_list_names_them(action, give, drawn):
    files = dict(wall_files(action, give(430), drawn))
    told = json.loads(files["wall/mosaic.json"])
    assert sum(count for *_, count in told["leaves"]) == 430
    for sheet, page, count in told["leaves"]:
        assert f"wall/en/{page}" in files
        with Image.open(files[f"wall/sheets/{sheet}"]) as picture:
            assert picture.width == told["columns"] * told["cell"][0]
            assert picture.height * told["columns"] >= count * told["cell"][1]


def test_the_same_items_make_the_same_bytes_in_any_order_and_with_any_number_of_processes(action, give, drawn):
    items = give(2100, days=10)
    one, other = (dict(wall_files(action, some, drawn, workers)) for some, workers in ((items, 1), (items[::-1], 2)))
    assert one == other


def test_leaves_that_show_the_same_share_a_sheet(action, give, drawn):
    items = [replace(item, seed="seed0", kind="cornflower") for item in give(600, days=3)]
    paths = [path for path, _ in wall_files(action, items, drawn)]
    assert len(paths) == len(set(paths))


def test_an_empty_wall_invites(action, drawn):
    files = dict(wall_files(action, [], drawn))
    (page,) = pages(files, "en").values()
    assert "The first one could be yours" in page.text_content()


def test_no_country_is_told(action, give, drawn):
    items = [replace(item, country="PL") for item in give(5)]
    one, other = (dict(wall_files(action, some, drawn)) for some in (items, [replace(i, country="") for i in items]))
    assert one == other


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_everything_with_the_same_blanks(language):
    blanks = re.compile(r"\{\w+\}")
    own, english = words_of(language), words_of("en")
    assert own.keys() == english.keys()
    for room in ("wall", "mosaic", "feed", "counts", "book"):
        assert own[room].keys() == english[room].keys()
        for key, text in english[room].items():
            assert sorted(blanks.findall(own[room][key])) == sorted(blanks.findall(text)), (room, key)
    assert len(own["months"]) == 12


def test_a_thumbnail_is_drawn_once_and_forgotten_with_its_item(give, photograph, tmp_path):
    name, jpeg = photograph
    flower, photo = give(2)[0], replace(give(2)[1], picture=name)
    thumbnails = Thumbnails(tmp_path)
    assert thumbnails.make([flower, photo], lambda _: jpeg) == []
    assert len(list(tmp_path.glob("*/*.webp"))) == 2
    Thumbnails(tmp_path).forget_others([flower])
    again = Thumbnails(tmp_path)
    assert (flower in again, photo in again) == (True, False)
    assert len(list(tmp_path.glob("*/*.webp"))) == 1


def test_a_picture_that_cannot_be_read_is_told_and_keeps_nothing_else_back(give, tmp_path):
    flower, photo = give(2)[0], replace(give(2)[1], picture="a" * 64)
    thumbnails = Thumbnails(tmp_path)
    assert thumbnails.make([photo, flower], lambda _: b"no picture") == [photo]
    assert flower in thumbnails


def test_only_so_many_are_drawn_at_a_time(give, tmp_path):
    thumbnails = Thumbnails(tmp_path)
    thumbnails.make(give(3), lambda _: b"", most=1)
    assert sum(item in thumbnails for item in give(3)) == 1
