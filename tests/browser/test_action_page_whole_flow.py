"""The action's page as a visitor meets it: on a phone, in Debian's Chromium, with the real collector behind it."""

from __future__ import annotations

import gzip
import http.server
import os
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from dataclasses import replace
from importlib.resources import files
from io import BytesIO
from pathlib import PurePosixPath

import pytest
from PIL import Image
from playwright.sync_api import expect

from valoshka.solidarity.action.reading import action_from
from valoshka.solidarity.site.building import build_site
from valoshka.square.staff_key import StaffSecretKey

pytestmark = pytest.mark.browser

PHONE, DESK = (390, 844), (1280, 800)
KINDS = {".html": "text/html", ".css": "text/css", ".mjs": "text/javascript", ".woff": "font/woff"}
KINDS |= {".svg": "image/svg+xml", ".jpg": "image/jpeg", ".txt": "text/plain"}
SHARING = ["#StandWithBelarus", "@example"]
# What the page hands to the network: Chromium's own record leaves files out.
LISTEN = """() => {
  const fetched = window.fetch;
  window.fetch = async (url, request) => {
    const picture = request?.body instanceof FormData && request.body.get("picture");
    if (picture) window.sentPicture = [picture.name, [...new Uint8Array(await picture.arrayBuffer())]];
    return fetched(url, request);
  };
}"""
FIRST_LOAD = 60_000  # bytes


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Host(http.server.BaseHTTPRequestHandler):
    """Any static host: files, packed as hosts pack them."""

    site: dict[str, bytes]

    def do_GET(self) -> None:
        path = self.path.split("?")[0].removeprefix("/")
        path = f"{path}index.html" if path.endswith("/") or not path else path
        content = self.site.get(path)
        self.send_response(200 if content is not None else 404)
        body = gzip.compress(content or b"", 9)
        self.send_header("Content-Type", KINDS.get(PurePosixPath(path).suffix, "text/plain"))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *words: object) -> None:
        pass


@pytest.fixture(scope="module")
def collector(tmp_path_factory):
    folder = tmp_path_factory.mktemp("action")
    template = files("valoshka.solidarity.action") / "template.yml"
    (folder / "action.yml").write_bytes(template.read_bytes())
    (folder / "staff-key.pub").write_text(StaffSecretKey.fresh().public().line())
    port = free_port()
    command = [sys.executable, "-m", "valoshka.cli.main", "square", str(folder), "--port", str(port), "--workers", "1"]
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(command, **quiet, env={**os.environ, "TMPDIR": str(folder)})
    address = f"http://127.0.0.1:{port}"
    for _ in range(600):
        try:
            urllib.request.urlopen(f"{address}/challenge", timeout=5).close()
            break
        except OSError:
            time.sleep(0.1)
    yield address
    process.terminate()
    process.wait(40)


@pytest.fixture(scope="module")
def address(collector):
    action = action_from((files("valoshka.solidarity.action") / "template.yml").read_bytes())
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    onion = f"http://{'a' * 56}.onion"
    action = replace(action, handle="@example", site=address, collector=collector, onion=onion)
    host = http.server.ThreadingHTTPServer(("127.0.0.1", port), type("Here", (Host,), {"site": build_site(action)}))
    threading.Thread(target=host.serve_forever, daemon=True).start()
    yield address
    host.shutdown()
    host.server_close()


@pytest.fixture
def opened(chromium, address, collector):
    """Opens pages; at the end nobody but the page's own host and its collector must have been asked for anything."""
    contexts, asked, complaints = [], [], []

    def open_page(language="en", size=PHONE, scheme="light", bypass=False, **settings):
        settings = {"reduced_motion": "reduce", **settings}
        context = chromium.new_context(
            viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, bypass_csp=bypass, **settings
        )
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(f"{address}/{language}/")
        if settings.get("java_script_enabled", True):
            page.wait_for_selector("#canvas[data-grown=yes]")
        return page

    yield open_page
    for context in contexts:
        context.close()
    strangers = [url for url in asked if not url.startswith((f"{address}/", f"{collector}/", "data:", "blob:"))]
    assert (strangers, [each for each in complaints if "Failed to load resource" not in each]) == ([], [])


def seen(page) -> str:
    """What can be read on the page, in texts and in fields."""
    return page.evaluate(
        "document.body.innerText + [...document.querySelectorAll('textarea')].filter(e => e.checkVisibility())"
        ".map(e => e.value).join()"
    )


def told(page, element: str) -> None:
    expect(page.locator(f"#{element}")).not_to_be_empty(timeout=60_000)


def pixels(page) -> str:
    return page.evaluate("document.getElementById('canvas').toDataURL()")


@pytest.mark.parametrize(("language", "words"), [("en", "Thank you for your care."), ("ar", "شكرًا على رعايتكم للناس.")])
def test_a_flower_a_phrase_a_card_and_the_wall(opened, language, words):
    page = opened(language)
    page.click("#answer-no")
    before = pixels(page)
    page.click("#another")
    assert pixels(page) != before
    page.get_by_label(words, exact=True).check()
    assert page.inner_text("#said") == words
    page.locator("#step-card").scroll_into_view_if_needed()
    page.wait_for_selector("#save:not([hidden])", timeout=60_000)
    expect(page.locator("#card-state")).to_be_empty()
    assert page.input_value("#alt").endswith(words)
    assert page.input_value("#caption") == f"{words}\n\n#StandWithBelarus @example"
    with page.expect_download() as saved:
        page.click("#save")
    assert saved.value.suggested_filename == "flowers-for-medics-portrait.jpg"
    page.click("#give")
    told(page, "given")
    assert page.inner_text("#give-refusal") == ""


def test_own_words_wait_for_a_person(opened):
    page = opened()
    page.click("#answer-no")
    page.check("#own")
    page.fill("#words", "From my kitchen window to your ward.")
    assert page.inner_text("#words-left") == "464 characters left"
    page.wait_for_selector("#reads-first", state="visible")
    page.click("#give")
    told(page, "given")
    assert page.inner_text("#given") == "Thank you, it is waiting."


def test_a_message_is_not_lost_when_the_network_fails_and_goes_out_at_the_second_try(opened, collector):
    page = opened()
    page.click("#answer-no")
    page.check("#own")
    page.fill("#words", "Hold on.")
    page.route(f"{collector}/message", lambda route: route.abort())
    page.click("#give")
    told(page, "give-refusal")
    assert "Your message is still here" in page.inner_text("#give-refusal")
    assert page.input_value("#words") == "Hold on."
    page.unroute(f"{collector}/message")
    page.click("#give")
    told(page, "given")


@pytest.mark.parametrize("code", ["queue_full", "too_many", "not_open"])
def test_a_refusal_is_said_in_the_visitors_language(opened, collector, code):
    page = opened("be")
    page.click("#answer-no")
    answer = {"status": 503, "json": {"refused": code}, "headers": {"Access-Control-Allow-Origin": "*"}}
    page.route(f"{collector}/challenge", lambda route: route.fulfill(**answer))
    page.click("#give")
    told(page, "give-refusal")
    assert page.evaluate("/[а-яў]/.test(document.getElementById('give-refusal').textContent)")


def test_giving_can_be_stopped(opened, collector):
    page = opened()
    page.click("#answer-no")
    page.route(f"{collector}/challenge", lambda route: None)
    page.click("#give")
    page.click("#stop")
    told(page, "give-refusal")
    assert page.inner_text("#give-refusal") == "Stopped. Nothing was sent."


def test_yes_leaves_nothing_to_share_in_the_document(opened):
    page = opened()
    page.click("#answer-yes")
    for shown in (seen(page), page.content()):
        assert [word for word in SHARING if word in shown] == []
    assert page.locator("a[download], #share, #photo, #draw, #copy, #networks").count() == 0
    assert "jailed" in seen(page)
    assert ".onion/en/" in seen(page)


def test_from_there_a_flower_can_be_sent_and_no_country_goes_with_it(opened, collector):
    page = opened()
    page.click("#answer-yes")
    page.click("#send-there")
    assert page.locator("#country, #photo, #step-card").count() == 0
    assert [word for word in SHARING if word in page.content()] == []
    with page.expect_request(f"{collector}/flower", timeout=60_000) as sent:
        page.click("#give")
    assert sent.value.post_data_json["country"] == ""
    told(page, "given")


def test_a_no_that_becomes_a_yes_takes_the_sharing_away(opened):
    page = opened()
    page.click("#answer-no")
    assert SHARING[0] in seen(page)
    page.click("#change-answer")
    assert SHARING[0] not in seen(page)
    page.click("#answer-yes")
    assert [word for word in SHARING if word in page.content()] == []


def test_before_an_answer_nothing_is_shown_to_share(opened):
    assert [word for word in SHARING if word in seen(opened())] == []


@pytest.mark.parametrize("how", ["click", "escape"])
def test_the_quick_exit_leaves_at_once_and_is_not_gone_back_to(opened, address, how):
    page = opened()
    target = page.evaluate("document.getElementById('leave').href")
    # The test asks no stranger: the exit is led to its own host.
    page.evaluate("document.getElementById('leave').href = '/'")
    if how == "click":
        page.click("#leave")
    else:
        page.keyboard.press("Escape")
        page.keyboard.press("Escape")
    page.wait_for_url(f"{address}/")
    assert target == "https://www.wikipedia.org/"
    assert page.evaluate("history.length") <= 2


def test_one_escape_leaves_nothing(opened, address):
    page = opened()
    page.keyboard.press("Escape")
    assert page.url == f"{address}/en/"


def test_everything_can_be_done_by_keys(opened):
    page = opened(size=DESK)
    tab_to(page, "answer-no")
    page.keyboard.press("Enter")
    before = pixels(page)
    tab_to(page, "another")
    page.keyboard.press("Enter")
    assert pixels(page) != before
    tab_to(page, None, "phrase")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    assert page.inner_text("#said") == "You are not forgotten."
    tab_to(page, "give")
    page.keyboard.press("Enter")
    told(page, "given")
    assert page.evaluate("document.activeElement.id") == "give"


def tab_to(page, wanted, name=None) -> None:
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("[document.activeElement.id, document.activeElement.name]")[0 if wanted else 1] == (
            wanted or name
        ):
            return
    raise AssertionError(wanted or name)


def test_nothing_is_kept_on_the_device(opened):
    page = opened()
    page.click("#answer-no")
    page.check("#own")
    page.fill("#words", "Hold on.")
    page.click("#give")
    told(page, "given")
    kept = page.evaluate(
        "(async () => [document.cookie, localStorage.length, sessionStorage.length, (await caches.keys()).length,"
        " (await indexedDB.databases()).length, (await navigator.serviceWorker.getRegistrations()).length])()"
    )
    assert kept == ["", 0, 0, 0, 0, 0]
    assert page.context.cookies() == []


@pytest.mark.parametrize("language", ["en", "be", "ru", "pl", "de", "ar"])
def test_the_first_load_is_light(chromium, address, language):
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    loaded: dict[str, int] = {}
    page.on("response", lambda got: loaded.__setitem__(got.url, int(got.headers["content-length"])))
    page.goto(f"{address}/{language}/", wait_until="networkidle")
    context.close()
    assert sum(loaded.values()) <= FIRST_LOAD, sorted(loaded.items(), key=lambda each: -each[1])[:6]


@pytest.mark.parametrize("language", ["en", "be", "de", "ar"])
@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_the_page_never_scrolls_sideways(opened, language, width):
    page = opened(language, size=(width, 844))
    page.click("#answer-no")
    page.wait_for_selector("#alt")
    beyond = "[...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > innerWidth + 1)"
    assert page.evaluate(f"{beyond}.map(e => e.outerHTML.slice(0, 80))") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("answer", ["", "yes", "no"])
@pytest.mark.parametrize(("language", "scheme"), [("en", "light"), ("be", "dark"), ("ar", "light")])
def test_axe_finds_nothing(opened, axe, language, scheme, answer):
    # The page's own policy lets no foreign script run; only the checker is let in here.
    page = opened(language, scheme=scheme, bypass=True)
    if answer:
        page.click(f"#answer-{answer}")
    if answer == "no":
        page.check("#own")
        page.locator("#step-card").scroll_into_view_if_needed()
        page.wait_for_selector("#save:not([hidden])", timeout=60_000)
    page.evaluate(axe)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    assert [(each["id"], [node["html"] for node in each["nodes"]][:3]) for each in found["violations"]] == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_without_scripts_the_page_reads_whole(opened, language):
    page = opened(language, java_script_enabled=False)
    image = page.locator("noscript img, .stage img")
    assert image.count() == 1
    assert image.get_attribute("alt")
    assert page.locator(".still-phrases li").count() == 12
    assert not page.is_visible("#answer-yes")
    assert not page.locator(".still ol").is_visible()
    page.click("summary")
    assert page.locator(".still ol").is_visible()
    assert page.get_attribute("#leave", "href") == "https://www.wikipedia.org/"


def test_a_photo_goes_out_cleaned_and_a_heic_is_refused_with_what_to_do(opened):
    page = opened()
    page.click("#answer-no")
    heic = b"\0\0\0\x18ftypheic" + bytes(64)
    page.set_input_files("#photo", {"name": "IMG_1.HEIC", "mimeType": "image/heic", "buffer": heic})
    told(page, "flower-refusal")
    assert "Most Compatible" in page.inner_text("#flower-refusal")
    photo, exif = BytesIO(), Image.Exif()
    exif[0x010F] = "Invented Camera"
    Image.new("RGB", (800, 600), (90, 110, 200)).save(photo, "JPEG", exif=exif, comment=b"Alesia Vymyslenaya")
    page.set_input_files("#photo", {"name": "alesia.jpg", "mimeType": "image/jpeg", "buffer": photo.getvalue()})
    page.wait_for_selector("#grown-again", state="visible")
    assert page.inner_text("#flower-refusal") == ""
    page.evaluate(LISTEN)
    page.click("#give")
    told(page, "given")
    name, sent = page.evaluate("window.sentPicture")
    assert name == "picture.jpg"
    sent = bytes(sent)
    assert sent.startswith(b"\xff\xd8\xff")
    assert [said for said in (b"Vymyslenaya", b"Invented Camera", b"Exif") if said in sent] == []
    page.click("#grown-again")
    assert page.is_visible("#another")


def test_a_drawing_can_be_made_and_kept(opened):
    page = opened()
    page.click("#answer-no")
    page.click("#draw")
    page.wait_for_selector(".sheet")
    for key in ("Space", "Shift+ArrowRight", "Shift+ArrowDown", "Space"):
        page.keyboard.press(key)
    page.get_by_role("button", name="Use this drawing").click()
    page.wait_for_selector("#grown-again", state="visible")
    assert page.get_attribute("#canvas", "aria-label") == "A flower, drawn by hand"
