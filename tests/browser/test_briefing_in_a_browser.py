from __future__ import annotations

from contextlib import contextmanager

import pytest

pytestmark = pytest.mark.browser

PHONE, DESK = 390, 1280
LANGUAGES = ["en", "be", "ru"]


@contextmanager
def opened(chromium, address: str, width: int, scheme: str = "light", *, bypass: bool = False):
    """A page, and the list of everything that it asked for or complained of."""
    context = chromium.new_context(
        viewport={"width": width, "height": 844}, color_scheme=scheme, reduced_motion="reduce", bypass_csp=bypass
    )
    page = context.new_page()
    page.heard = []
    page.on("request", lambda request: page.heard.append(request.url))
    page.on("console", lambda message: page.heard.append(message.text))
    page.on("pageerror", lambda error: page.heard.append(str(error)))
    page.goto(address)
    page.evaluate("document.fonts.ready.then(() => true)")
    yield page
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("width", "scheme"), [(PHONE, "light"), (PHONE, "dark"), (DESK, "light"), (DESK, "dark")])
def test_axe_finds_nothing(chromium, axe, briefing_page, language, width, scheme):
    # The page's own policy lets no script run; only the checker is let in here.
    with opened(chromium, briefing_page(language), width, scheme, bypass=True) as page:
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        page.evaluate(axe)
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    assert [(each["id"], [node["html"] for node in each["nodes"]][:3]) for each in found["violations"]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_request_leaves_the_page_and_nothing_is_complained_of(chromium, briefing_page, language):
    with opened(chromium, briefing_page(language), PHONE) as page:
        page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
        asked = [each for each in page.heard if not each.startswith("data:")]
    assert asked == [briefing_page(language)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [320, PHONE, 768, DESK])
def test_the_page_never_scrolls_sideways(chromium, briefing_page, language, width):
    with opened(chromium, briefing_page(language), width) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [320, PHONE, 768, DESK])
def test_not_even_a_crowded_page_scrolls_sideways(chromium, briefing_page, width):
    with opened(chromium, briefing_page("crowded"), width) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_embedded_fonts_are_used(chromium, briefing_page, language):
    with opened(chromium, briefing_page(language), DESK) as page:
        loaded = page.evaluate("[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family)")
    assert {family.strip('"') for family in loaded} == {"Briefing Text", "Briefing Display", "Briefing Interface"}


def test_the_first_tab_offers_to_skip_to_the_text(chromium, briefing_page):
    with opened(chromium, briefing_page("en"), DESK) as page:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Skip to the text"
        assert page.evaluate("document.activeElement.getBoundingClientRect().top") >= 0
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "text"


def test_one_drawing_of_each_chart_is_seen_at_a_time(chromium, briefing_page):
    for width, seen in ((PHONE, "narrow"), (DESK, "wide")):
        with opened(chromium, briefing_page("en"), width) as page:
            shown = page.evaluate(
                "[...document.querySelectorAll('.chart > div')].filter(d => d.offsetHeight).map(d => d.className)"
            )
        assert set(shown) == {seen}


def test_dark_mode_has_a_dark_ground(chromium, briefing_page):
    with opened(chromium, briefing_page("en"), DESK, "dark") as page:
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(27, 31, 42)"


def test_in_print_the_links_and_panels_give_way_to_ink(chromium, briefing_page):
    with opened(chromium, briefing_page("en"), DESK) as page:
        page.emulate_media(media="print")
        assert (
            page.evaluate("getComputedStyle(document.querySelector('.call')).backgroundColor") == "rgb(255, 255, 255)"
        )
        assert page.evaluate("getComputedStyle(document.querySelector('.contents')).display") == "none"
