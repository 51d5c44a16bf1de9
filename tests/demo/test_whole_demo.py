"""The whole demo, as `make demo` runs it: three files of one briefing, and no protected name anywhere around them."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

import pytest
import yaml
from lxml import html

from valoshka.documents import read

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
ENCODINGS = ("utf-8", "utf-16-le", "cp1251")
RELEASED = ("briefing.html", "briefing.pdf", "briefing.docx")


@dataclass(frozen=True)
class Ran:
    """What a run of the demo left behind."""

    out: Path
    temporary: Path
    said: str
    code: int


def start_demo(out: Path, temporary: Path) -> subprocess.Popen[str]:
    temporary.mkdir(exist_ok=True)
    return subprocess.Popen(
        [sys.executable, str(ROOT / "demo" / "run.py"), str(out)],
        cwd=temporary,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        env={**os.environ, "TMPDIR": str(temporary), "PYTHONUTF8": "1"},
    )


def whole_demo(out: Path, temporary: Path) -> Ran:
    demo = start_demo(out, temporary)
    said, _ = demo.communicate()
    return Ran(out, temporary, said, demo.returncode)


def interrupted_demo(out: Path, temporary: Path) -> Ran:
    """Ctrl-C while the second step is at work."""
    demo = start_demo(out, temporary)
    assert demo.stdout is not None
    said = "".join(lines_until(demo.stdout, "2. "))
    demo.send_signal(signal.SIGINT)
    rest, _ = demo.communicate()
    return Ran(out, temporary, said + rest, demo.returncode)


def lines_until(stream: IO[str], beginning: str) -> Iterator[str]:
    for line in stream:
        yield line
        if line.startswith(beginning):
            return


@pytest.fixture(scope="module")
def stopped(tmp_path_factory) -> Ran:
    folder = tmp_path_factory.mktemp("demo")
    return interrupted_demo(folder / "demo-output", folder / "temporary")


@pytest.fixture(scope="module")
def ran(stopped) -> Ran:
    """A whole run, over what the interrupted one left."""
    return whole_demo(stopped.out, stopped.temporary)


def protected_names() -> set[str]:
    people = yaml.safe_load((ROOT / "demo" / "people.yml").read_text(encoding="utf-8"))["people"]
    whole = {name["text"] for person in people for name in person["names"] if not name.get("public")}
    return whole | {part for name in whole for part in name.split() if len(part) >= 5}


def found_in(content: bytes) -> set[str]:
    found = set()
    for name in protected_names():
        for encoding in ENCODINGS:
            try:
                planted = name.encode(encoding)
            except UnicodeEncodeError:
                continue
            if planted in content:
                found.add(name)
    return found


def files_below(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def text_of(path: Path) -> str:
    if path.suffix == ".html":
        return html.fromstring(path.read_bytes()).text_content()
    return read(path).text


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


def test_the_demo_ends_well_over_what_an_interrupted_one_left(ran):
    assert ran.code == 0, ran.said
    assert {path.name for path in ran.out.iterdir()} >= {*RELEASED, "report.txt", "case.valoshka", "passphrase.txt"}


def test_the_demo_says_where_each_result_is(ran):
    assert all(str(ran.out / name) in ran.said for name in (*RELEASED, "report.txt", "case.valoshka"))


def test_the_gate_stops_a_withdrawn_consent_and_a_named_patient(ran):
    assert "Zoya has not agreed" in ran.said
    assert ran.said.count("Stopped, as it should be") == 2
    assert "BLOCK" in ran.said


def test_withdrawing_at_the_end_lists_the_release(ran):
    assert "1 release used it" in ran.said


def test_no_protected_name_is_in_any_byte_outside_the_sealed_casebook(ran):
    around = [path for path in files_below(ran.out) if ran.out / "case.valoshka" not in path.parents]
    assert len(around) >= len(RELEASED)
    assert {path.name: found for path in around if (found := found_in(path.read_bytes()))} == {}


def test_no_protected_name_is_in_plain_text_inside_the_casebook(ran):
    sealed = files_below(ran.out / "case.valoshka")
    assert sealed
    assert {path.name: found for path in sealed if (found := found_in(path.read_bytes()))} == {}


def test_no_protected_name_is_left_among_temporary_files_or_in_what_was_said(ran):
    assert {path.name: found for path in files_below(ran.temporary) if (found := found_in(path.read_bytes()))} == {}
    assert found_in(ran.said.encode()) == set()


def test_no_protected_name_hides_in_the_parts_of_the_word_file(ran):
    with zipfile.ZipFile(ran.out / "briefing.docx") as package:
        assert {name: found for name in package.namelist() if (found := found_in(package.read(name)))} == {}


@pytest.mark.parametrize("name", RELEASED)
def test_no_protected_name_can_be_read_in_the_published_text(ran, name):
    assert found_in(text_of(ran.out / name).encode()) == set()


@pytest.mark.parametrize("name", RELEASED)
def test_every_format_tells_the_same_stories(ran, name):
    # A paragraph may go on over the line that stands at the foot of each page of the PDF.
    told = letters(re.sub(r"\d+ of \d+\s*The lamp over the table.*", "", text_of(ran.out / name)))
    stories = yaml.safe_load((ROOT / "demo" / "briefing.yml").read_text(encoding="utf-8"))["stories"]
    paragraphs = [part["text"] for story in stories for part in story["text"] if "text" in part]
    quotes = [part.get("translation", part["quote"]) for story in stories for part in story["text"] if "quote" in part]
    assert [words for words in (*paragraphs, *quotes) if letters(words) not in told] == []
    assert all(story["story"] in told for story in stories)


def test_ctrl_c_is_answered_with_a_sentence(stopped):
    assert stopped.code == 130
    assert "run the demo again whenever you like" in stopped.said
    assert "Traceback" not in stopped.said
