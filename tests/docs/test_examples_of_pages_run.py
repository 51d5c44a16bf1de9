"""What a reader copies from a page into a notebook works there."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import openpyxl
import pytest

ROOT = Path(__file__).parents[2]


def test_the_readme_s_examples_give_what_it_says() -> None:
    told = doctest.testfile(str(ROOT / "README.md"), module_relative=False, encoding="utf-8")
    assert (told.failed, told.attempted > 0) == (0, True)


def test_the_page_on_tracing_finds_somebody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = (ROOT / "docs" / "tracing.md").read_text(encoding="utf-8")
    example = re.search(r"```python\n(.*?)```", page, re.DOTALL)
    assert example is not None
    (tmp_path / "okrestina.csv").write_text("14;Воробей Галина Петровна;12.03.1990\n", encoding="utf-8")
    book = openpyxl.Workbook()
    book.active.append(["7", "Верабей Г."])
    book.save(tmp_path / "zhodzina.xlsx")
    monkeypatch.chdir(tmp_path)
    exec(example.group(1), {})
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(", line")[0] for line in lines] == ["okrestina.csv", "zhodzina.xlsx"]
    assert "born: 12 March 1990, as you asked" in lines[0]
