"""Feeds keep to Atom (RFC 4287) and JSON Feed 1.1, and tell of nobody."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from click.testing import CliRunner
from lxml import etree

from valoshka.cli.action.feed import command
from valoshka.errors import Refused
from valoshka.solidarity.feed import NEWEST, News, feed_files
from valoshka.solidarity.feed.news import news_from

ATOM = "{http://www.w3.org/2005/Atom}"
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT00:00:00Z")
# RFC 4151: tag:authority,date:specific
TAG = re.compile(r"tag:[a-z0-9.-]+,\d{4}-\d\d-\d\d:[a-z0-9/-]+")


@pytest.fixture
def closing(action):
    said = dict.fromkeys(action.languages, "It is over. Thank you & <well> done.")
    return News("2026-05-04", said, said)


@pytest.fixture
def feeds(action, give, closing):
    return feed_files(action, give(150), [closing])


def test_an_atom_feed_has_what_the_standard_asks_for(action, feeds):
    for language in action.languages:
        feed = etree.fromstring(feeds[f"feed/{language}.atom"])
        assert feed.tag == f"{ATOM}feed"
        for needed in ("id", "title", "updated"):
            assert len(feed.findall(f"{ATOM}{needed}")) == 1
        assert feed.findtext(f"{ATOM}author/{ATOM}name")
        assert feed.findall(f"{ATOM}link[@rel='self']")[0].get("href").endswith(f"/feed/{language}.atom")
        ids = []
        for entry in feed.findall(f"{ATOM}entry"):
            assert entry.findtext(f"{ATOM}title")
            assert RFC3339.fullmatch(entry.findtext(f"{ATOM}updated"))
            assert len(entry.findall(f"{ATOM}link[@rel='alternate']")) == 1
            assert entry.find(f"{ATOM}content").get("type") == "html"
            ids.append(entry.findtext(f"{ATOM}id"))
        assert all(map(TAG.fullmatch, ids))
        assert len(set(ids)) == len(ids) == NEWEST + 1


def test_a_json_feed_has_what_the_standard_asks_for(action, feeds):
    for language in action.languages:
        feed = json.loads(feeds[f"feed/{language}.json"])
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert isinstance(feed["title"], str)
        assert feed["language"] == language
        assert all({"id", "content_html", "content_text"} <= item.keys() for item in feed["items"])
        assert all(isinstance(item["id"], str) and RFC3339.fullmatch(item["date_published"]) for item in feed["items"])
        assert len({item["id"] for item in feed["items"]}) == len(feed["items"])


def test_every_picture_is_described(feeds):
    feed = json.loads(feeds["feed/be.json"])
    flowers = [item for item in feed["items"] if "image" in item]
    assert len(flowers) == NEWEST
    assert all(re.search(r'<img src="https?://[^"]+" alt="[^"]+">', item["content_html"]) for item in flowers)


def test_the_news_comes_first_and_says_what_was_written(feeds):
    feed = json.loads(feeds["feed/en.json"])
    assert feed["items"][0]["title"] == "News of the action: It is over. Thank you & <well> done."
    assert (
        feed["items"][0]["content_html"] == '<p lang="en" dir="ltr">It is over. Thank you &amp; &lt;well&gt; done.</p>'
    )


def test_no_country_and_no_hour_is_told(action, give):
    items = [replace(item, country="PL") for item in give(5)]
    assert feed_files(action, items, []) == feed_files(action, [replace(item, country="") for item in items], [])


def test_a_feed_without_flowers_is_a_feed(action):
    made = feed_files(action, [], [])
    assert etree.fromstring(made["feed/en.atom"]).findtext(f"{ATOM}updated") == "2026-01-01T00:00:00Z"
    assert json.loads(made["feed/en.json"])["items"] == []


@pytest.mark.parametrize(
    ("told", "line"),
    [
        (b"day: 2026-09-01", 1),
        (b"- day: 2026-09-01\n  title: {en: Over}", 1),
        (b"- day: soon\n  title: {en: Over}\n  text: {en: Thank you}", 1),
        (b"- day: 2026-09-01\n  title: {be: Over}\n  text: {en: Thank you}", 2),
        (b"- day: 2026-09-01\n  title: {en: Over}\n  text: {en: Thank you}\n  by: Somebody", 4),
    ],
)
def test_faulty_news_are_refused_by_their_line(told, line):
    with pytest.raises(Refused, match=rf"news\.yml, line {line}: "):
        news_from(told, ["en"])


def test_the_command_writes_news_with_the_flowers(staffed, tmp_path, action):
    texts = "{" + ", ".join(f"{language}: Over" for language in action.languages) + "}"
    (staffed / "news.yml").write_text(f"- day: 2026-09-01\n  title: {texts}\n  text: {texts}\n")
    said = CliRunner().invoke(command, [str(staffed), "-o", str(tmp_path / "site")], catch_exceptions=False).output
    assert "9 flowers, 1 pieces of news" in said
    assert (tmp_path / "site" / "feed" / "ar.atom").is_file()
