"""The action's pages: static, silent, whole in every language, and nobody's text breaks out of its place."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files

import pytest

from valoshka.errors import Refused
from valoshka.own_yaml import own_yaml
from valoshka.solidarity.action.reading import action_from
from valoshka.solidarity.site.building import build_site, question
from valoshka.solidarity.site.languages import LANGUAGES
from valoshka.solidarity.site.words import texts_in, words_in

ACTION = action_from((files("valoshka.solidarity.action") / "template.yml").read_bytes())
WITH_WALL = replace(ACTION, collector="https://flowers.example.org/square", handle="@example")
HOSTILE = "</script><script>alert(1)</script>{{ 7*7 }}<!--"


@pytest.fixture(scope="module")
def site():
    return build_site(WITH_WALL)


def page(site, language: str) -> str:
    return site[f"{language}/index.html"].decode()


class Tags(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))


def keys(tree, path=""):
    if isinstance(tree, dict):
        for name, value in tree.items():
            yield from keys(value, f"{path}.{name}")
    else:
        yield (path, len(tree) if isinstance(tree, list) else 0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_everything(language):
    assert set(keys(words_in(language))) == set(keys(words_in("en")))
    assert all(text.strip() or "sources" in path for path, text in _texts(words_in(language)))


def _texts(tree, path=""):
    for name, value in tree.items():
        if isinstance(value, dict):
            yield from _texts(value, f"{path}.{name}")
        else:
            yield from ((f"{path}.{name}", text) for text in texts_in(value))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_fills_in_the_same_places(language):
    def places(code: str) -> dict[str, list[str]]:
        return {path: sorted(re.findall(r"\{\w+\}", text)) for path, text in _texts(words_in(code))}

    assert places(language) == places("en")


def test_every_refusal_of_the_collector_that_a_visitor_can_meet_has_its_words():
    codes = own_yaml("valoshka.square", "refusals.yml")
    not_for_visitors = {"not_understood", "not_staff", "nothing_here"}
    assert set(codes) - not_for_visitors <= set(words_in("en")["refused"])


def test_countries_are_those_that_the_collector_takes():
    mine, theirs = (own_yaml(f"valoshka.{room}", "countries.yml")["codes"] for room in ("solidarity.site", "square"))
    assert mine.split() == theirs.split()


def test_the_same_action_gives_the_same_bytes(site):
    assert build_site(WITH_WALL) == site


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_loads_nothing_but_files_of_its_own_site(site, language):
    loaded = [
        attributes.get("src") or attributes.get("href") or "nothing"
        for tag, attributes in Tags(page(site, language)).seen
        if tag in {"script", "img", "link"}
        and not {"application/json", ""} & {attributes.get("type"), attributes.get("alt")}
    ]
    assert len(loaded) > 5
    assert {path.removeprefix("../") for path in loaded} <= set(site)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_holds_no_code_and_no_style_of_its_own(site, language):
    for tag, attributes in Tags(page(site, language)).seen:
        assert tag != "style"
        assert not [name for name in attributes if name.startswith("on") or name == "style"]
    bodies = re.findall(r"<script([^>]*)>([^<]*)</script>", page(site, language))
    assert [head for head, body in bodies if body and 'type="application/json"' not in head] == []


def test_the_policy_lets_the_page_ask_its_collector_and_nobody_else(site):
    [policy] = [
        attributes["content"]
        for tag, attributes in Tags(page(site, "en")).seen
        if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    directives = dict(each.split(" ", 1) for each in policy.split("; "))
    assert directives["default-src"] == directives["form-action"] == directives["base-uri"] == "'none'"
    assert directives["connect-src"] == "https://flowers.example.org/square/"
    assert "unsafe" not in policy


def test_without_a_collector_nothing_can_be_sent():
    built = page(build_site(ACTION), "en")
    assert "connect-src" not in built
    assert "step-give" not in built
    assert "/wall/" not in built


@pytest.mark.parametrize("place", ["title", "for_whom"])
def test_a_text_of_the_action_stays_text(place):
    hostile = replace(WITH_WALL, **{place: dict.fromkeys(LANGUAGES, HOSTILE)})
    built = build_site(hostile)
    scripts = [tag for tag, _ in Tags(page(built, "en")).seen if tag == "script"]
    assert len(scripts) == 2
    assert "49" not in re.findall(r"<h1>.*</h1>", page(built, "en"))[0]


def test_a_phrase_stays_a_phrase_in_what_the_script_reads():
    phrases = tuple(replace(each, words=dict.fromkeys(LANGUAGES, HOSTILE)) for each in WITH_WALL.phrases)
    built = page(build_site(replace(WITH_WALL, phrases=phrases)), "ar")
    told = re.findall(r'<script type="application/json" id="told">(.*?)</script>', built, re.DOTALL)[0]
    assert json.loads(told)["phrases"]["not-alone"] == HOSTILE


def test_a_country_at_risk_is_never_offered(site):
    told = re.findall(r'id="told">(.*?)</script>', page(site, "en"), re.DOTALL)[0]
    assert "BY" not in json.loads(told)["countries"]


def test_a_country_without_a_question_wants_one_from_the_action():
    elsewhere = replace(ACTION, countries_at_risk=("VE",))
    with pytest.raises(Refused, match="no safety question for VE"):
        build_site(elsewhere)
    own = replace(elsewhere, question=dict.fromkeys(LANGUAGES, "Are you in Venezuela?"))
    assert question(own, "en") == "Are you in Venezuela?"


def test_sources_of_what_is_said_about_belarus_are_dated_and_not_linked(site):
    for language in LANGUAGES:
        assert "2021" in page(site, language)
        links = [attributes.get("href", "") for tag, attributes in Tags(page(site, language)).seen if tag == "a"]
        assert not [link for link in links if any(name in link for name in ("belsat", "rferl", "belhelcom"))]


def test_pages_in_arabic_run_from_the_right(site):
    assert '<html lang="ar" dir="rtl">' in page(site, "ar")
    assert '<bdi dir="ltr">#StandWithBelarus</bdi>' in page(site, "ar")


def test_licences_travel_with_what_was_taken_from_others(site):
    [module] = [path for path in site if path.endswith("vendor/perfect-freehand.mjs")]
    assert b"Copyright" in site[module]
    assert any(path.endswith("LICENSE-perfect-freehand.txt") for path in site)
