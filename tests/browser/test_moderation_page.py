"""The staff's page in a real browser: decided with the keyboard alone, and open to nobody else on this computer."""

from __future__ import annotations

import http.client
import io
import json
import os
import re
import secrets
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from PIL import Image
from playwright.sync_api import expect

from valoshka.desk.moderation.adding import Found, add
from valoshka.desk.moderation.keys import public_key_of
from valoshka.desk.moderation.pictures import Darkroom
from valoshka.solidarity.staffing import Inbox
from valoshka.square.sealing import Letter, seal

pytestmark = pytest.mark.browser
PEOPLE = "- id: p7x\n  names: [Алена Узорнік, Alena Uzornik]\n"
# Invented; a day each, so that they come in this order.
LETTERS = (
    Letter("be", "PL", seed="bdkmzprtvwxq", kind="cornflower", words="Трымайцеся! Мы думаем пра вас кожны дзень."),
    Letter("en", "GB", seed="tvwxqbdkmzpr", kind="flax", words="For Alena Uzornik, who treated my brother."),
    Letter("be", "", seed="wxqbdkmzprtv", kind="daisy", words="Дзякуй Марыі Кавальчук з трэцяй бальніцы."),
    Letter("ar", "DE", seed="kmzprtvwxqbd", kind="poppy", words="أنتم لستم وحدكم."),
    Letter("en", "", seed="zprtvwxqbdkm", kind="poppy", words="<b>Bold</b> & brave <script>alert(1)</script>"),
)


def photo() -> bytes:
    out = io.BytesIO()
    Image.linear_gradient("L").resize((1200, 900)).convert("RGB").save(out, "JPEG")
    return out.getvalue()


@pytest.fixture
def desk(tmp_path: Path):
    """The folder, and a function that starts the desk on it and answers with its link."""
    folder = tmp_path / "flowers"
    command = [sys.executable, "-m", "valoshka.cli.main", "action"]
    subprocess.run([*command, "new", str(folder)], check=True, capture_output=True, timeout=60)
    (tmp_path / "people.yml").write_text(PEOPLE, encoding="utf-8")
    for number, letter in enumerate(LETTERS, start=1):
        Inbox(folder).keep(secrets.token_hex(8), f"2026-05-0{number}", seal(letter, public_key_of(folder)))
    darkroom = Darkroom()
    found = Found("asked by direct message, she said yes on 5 May", "ru", photo(), "Мы с вами!")
    add(folder, found, public_key_of(folder), "2026-05-09", darkroom)
    darkroom.close()
    running: list[subprocess.Popen[str]] = []

    def start(language: str = "en") -> str:
        arguments = ["moderate", str(folder), "--protect", str(tmp_path / "people.yml"), "--language", language]
        process = subprocess.Popen(
            [*command, *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )  # fmt: skip
        running.append(process)
        assert process.stdout
        for line in process.stdout:
            if line.startswith("http://"):
                return line.strip()
        raise AssertionError("the desk did not start")

    start.folder, start.running = folder, running  # type: ignore[attr-defined]
    yield start
    for process in running:
        process.kill()
        process.communicate()


@pytest.fixture
def opened(chromium, desk):
    """A page on the desk, with all that it asked for or complained of."""
    contexts = []

    def page(language: str = "en", **view):
        context = chromium.new_context(**{"viewport": {"width": 1280, "height": 860}, **view})
        contexts.append(context)
        found = context.new_page()
        found.heard = []
        found.asked = []
        found.on("console", lambda message: found.heard.append(message.text))
        found.on("pageerror", lambda error: found.heard.append(str(error)))
        found.on("request", lambda request: found.asked.append(request.url))
        found.goto(desk(language))
        expect(found.locator("#words")).to_contain_text("Трымайцеся", timeout=60_000)
        return found

    yield page
    for context in contexts:
        context.close()


def decisions(folder: Path) -> list[tuple[str, str]]:
    lines = (folder / "decisions.jsonl").read_text(encoding="utf-8").splitlines()
    return [(told["decision"], told["reason"]) for told in map(json.loads, lines)]


def words(page):
    return expect(page.locator("#words"))


def test_everything_is_decided_with_the_keyboard(opened, desk):
    page = opened()
    # A translation is written; letters in it are no commands, however quickly they come.
    page.keyboard.press("t")
    page.keyboard.type("Hold on! And undo, reject.")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#notes")).to_contain_text("Hold on! And undo, reject.")
    page.keyboard.press("a")
    # A name of a protected person: blocked, marked, told by id, and no key approves it.
    words(page).to_contain_text("Alena Uzornik")
    expect(page.locator("#words mark.block")).to_have_text("Alena Uzornik")
    expect(page.locator("#findings")).to_contain_text("(p7x)")
    page.keyboard.press("a")
    expect(page.locator("#status")).to_contain_text("cannot be published")
    page.keyboard.press("r")
    page.keyboard.press("1")
    # A doubt: approved with a reason.
    words(page).to_contain_text("Марыі Кавальчук")
    page.keyboard.press("a")
    expect(page.locator("#question")).to_be_visible()
    page.keyboard.press("2")
    words(page).to_contain_text("أنتم")
    page.keyboard.press("u")
    words(page).to_contain_text("Марыі Кавальчук")
    page.keyboard.press("r")
    page.keyboard.press("1")
    words(page).to_contain_text("أنتم")
    page.keyboard.press("a")
    # What a stranger wrote is text, never markup.
    words(page).to_have_text("<b>Bold</b> & brave <script>alert(1)</script>")
    page.keyboard.press("d")
    # Found elsewhere: covered with keys, described, then approved with a word.
    words(page).to_contain_text("Мы с вами")
    page.keyboard.press("c")
    for key in ("ArrowUp", "ArrowUp", "Shift+ArrowRight", "Control+Enter"):
        page.keyboard.press(key)
    expect(page.locator("#look")).to_contain_text("1 covered")
    page.keyboard.press("e")
    page.keyboard.type("A field, from dark to light")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#notes")).to_contain_text("A field")
    page.keyboard.press("a")
    page.keyboard.press("1")
    expect(page.locator("#status")).to_contain_text("Everything is decided")
    assert decisions(desk.folder) == [
        ("approve", ""), ("reject", "names_somebody"), ("approve", "public_person"), ("undo", ""),
        ("reject", "names_somebody"), ("approve", ""), ("reject", "duplicate"), ("approve", ""),
    ]  # fmt: skip
    assert page.heard == []
    assert {urlsplit(each).netloc for each in page.asked if not each.startswith("blob:")} == {urlsplit(page.url).netloc}


def test_an_answer_that_is_left_open_never_reaches_another_message(opened, desk):
    page = opened(has_touch=True, viewport={"width": 1280, "height": 860})
    page.keyboard.press("r")
    expect(page.locator("#question")).to_be_visible()
    page.locator("#keys .next").click()
    words(page).to_contain_text("Alena Uzornik")
    expect(page.locator("#question")).to_be_hidden()
    page.keyboard.press("1")
    page.keyboard.press("k")
    words(page).to_contain_text("Трымайцеся")
    assert not (desk.folder / "decisions.jsonl").exists()


def test_covers_can_be_drawn_and_saved_without_a_keyboard(opened, desk):
    page = opened()
    page.keyboard.press("k")
    words(page).to_contain_text("Мы с вами")
    page.locator("#keys .cover").click()
    box = page.locator("#stage").bounding_box()
    page.mouse.move(box["x"] + 20, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + 120, box["y"] + 90)
    page.mouse.up()
    page.locator("#keys .approve").click()
    page.locator("#cover-save").click()
    expect(page.locator("#look")).to_contain_text("1 covered")
    assert not (desk.folder / "decisions.jsonl").exists()


def test_closing_ends_the_process_that_holds_the_key(opened, desk):
    page = opened()
    page.locator("#close").click()
    expect(page.locator("body")).to_contain_text("the key is gone")
    assert desk.running[0].wait(20) == 0


def test_pictures_are_at_most_800_pixels(opened, desk):
    page = opened()
    page.keyboard.press("k")
    words(page).to_contain_text("Мы с вами")
    expect(page.locator("#image")).to_have_attribute("src", re.compile("^blob:"))
    expect(page.locator("#image")).to_have_js_property("naturalWidth", 800)


@pytest.mark.parametrize("language", ["en", "be", "ru"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_a_phone(opened, axe, language, scheme):
    page = opened(language, viewport={"width": 390, "height": 844}, color_scheme=scheme, bypass_csp=True)
    page.keyboard.press("j")
    words(page).to_contain_text("Alena")
    page.keyboard.press("r")
    expect(page.locator("#question")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.evaluate(axe)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    assert [(each["id"], [node["html"] for node in each["nodes"]][:3]) for each in found["violations"]] == []


def asked(link: str, method: str = "GET", path: str | None = None, body: bytes | None = None, **heads: str):
    """A request as another program on this computer could send it."""
    address = urlsplit(link)
    line = http.client.HTTPConnection(address.hostname, address.port, timeout=30)
    line.request(method, path or address.path, body, {name.replace("_", "-"): told for name, told in heads.items()})
    answer = line.getresponse()
    answer.read()
    line.close()
    return answer


def test_the_desk_opens_once_and_to_one_browser(desk):
    link = desk()
    host = urlsplit(link).netloc
    for wrong in ("localhost", "127.0.0.1", f"evil.example:{host.rpartition(':')[2]}"):
        assert asked(link, Host=wrong).status == 404
    assert asked(link, Sec_Fetch_Site="cross-site").status == 404
    first = asked(link)
    assert first.status == 302
    cookie, path = first.headers["Set-Cookie"], first.headers["Location"]
    assert {"HttpOnly", "SameSite=Strict"} <= set(re.split("; *", cookie))
    assert asked(link).status == 404
    assert asked(link, path=path).status == 404
    page = asked(link, path=path, Cookie=cookie.split(";")[0])
    assert page.status == 200
    assert page.headers["Cache-Control"] == "no-store"
    policy = page.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert asked(link, path="/wrong/moderation/", Cookie=cookie.split(";")[0]).status == 404


def test_another_page_in_the_same_browser_decides_nothing(desk):
    link = desk()
    first = asked(link)
    path, cookie = f"{first.headers['Location']}decide", first.headers["Set-Cookie"].split(";")[0]
    id_ = Inbox(desk.folder).kept()[0].id
    body = json.dumps({"id": id_, "decision": "reject", "reason": "hatred"}).encode()
    origin, kind = f"http://{urlsplit(link).netloc}", "application/json"
    assert asked(link, "POST", path, body, Cookie=cookie, Content_Type=kind).status == 404
    for other in ("http://evil.example", "null", f"http://localhost:{urlsplit(link).port}"):
        assert asked(link, "POST", path, body, Cookie=cookie, Content_Type=kind, Origin=other).status == 404
    assert asked(link, "POST", path, body, Cookie=cookie, Content_Type="text/plain", Origin=origin).status == 404
    assert not (desk.folder / "decisions.jsonl").exists()
    assert asked(link, "POST", path, body, Cookie=cookie, Content_Type=kind, Origin=origin).status == 200
    assert decisions(desk.folder) == [("reject", "hatred")]


def test_the_server_itself_approves_nothing_that_is_blocked(desk):
    link = desk()
    first = asked(link)
    path, cookie = f"{first.headers['Location']}decide", first.headers["Set-Cookie"].split(";")[0]
    body = json.dumps({"id": Inbox(desk.folder).kept()[1].id, "decision": "approve", "reason": "no_name"}).encode()
    heads = {"Cookie": cookie, "Content_Type": "application/json", "Origin": f"http://{urlsplit(link).netloc}"}
    assert asked(link, "POST", path, body, **heads).status == 409
    assert not (desk.folder / "decisions.jsonl").exists()
