from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from itertools import pairwise

import pytest
from lxml import html

from valoshka.briefing.editing import edit
from valoshka.briefing.web.page import as_page
from valoshka.clearance import Passage
from valoshka.clearance.minting import mint_cleared

LANGUAGES = ["en", "be", "ru"]


@pytest.fixture(params=LANGUAGES)
def page(request, rendered):
    return html.document_fromstring(rendered(request.param)["briefing.html"].decode())


def test_nothing_on_the_page_points_anywhere_else(page):
    for element in page.iter():
        for name, value in element.attrib.items():
            if name in {"src", "href", "srcset", "action", "poster", "data"}:
                assert value.startswith(("#", "data:")), (element.tag, name)
    style = page.find(".//style").text
    assert not re.search(r"@import|url\((?!data:)", style)
    assert not page.findall(".//script")
    assert not page.xpath("//@style")


def test_the_content_policy_allows_this_style_and_nothing_else(page):
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    digest = base64.b64encode(hashlib.sha256(page.find(".//style").text.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http:" not in policy.replace("https:", "")


def test_headings_go_down_step_by_step(page):
    levels = [int(element.tag[1]) for element in page.iter() if re.fullmatch(r"h[1-6]", str(element.tag))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_ids_are_unique_and_references_are_met(page):
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    wanted = {each[1:] for each in page.xpath("//a/@href")} | set(" ".join(page.xpath("//@aria-labelledby")).split())
    assert wanted <= set(ids)


def test_every_picture_and_chart_can_be_heard(page):
    assert all(page.xpath("//img/@alt"))
    for drawing in page.xpath("//*[local-name()='svg']"):
        assert drawing.get("aria-hidden") == "true" or drawing.xpath("./*[local-name()='title']")
    assert len(page.xpath("//figure[@class='chart']")) == len(page.xpath("//figure[@class='chart']//table"))


def test_the_page_speaks_its_language(rendered):
    for language in LANGUAGES:
        page = html.document_fromstring(rendered(language)["briefing.html"].decode())
        assert page.get("lang") == language


def test_markup_in_a_text_stays_text(invented):
    content = invented.content("en")
    hostile = '<img src=x onerror=alert(1)>{{ 7*7 }}</style><script>1</script>"'
    cleared = mint_cleared(replace(content, title=Passage(hostile), publisher=hostile), ())
    page = html.document_fromstring(as_page(edit(cleared)).decode())
    assert page.find(".//h1").text == hostile
    assert not page.findall(".//script")
    assert not page.xpath("//@onerror")


def test_the_same_content_gives_the_same_page(invented, rendered):
    assert as_page(edit(invented.cleared("ru"))) == rendered("ru")["briefing.html"]


def test_a_page_with_its_fonts_stays_light(rendered):
    assert len(rendered("be")["briefing.html"]) < 400_000
