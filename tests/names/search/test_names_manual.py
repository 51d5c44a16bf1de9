"""What docs/names.md shows runs, and says what it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from valoshka.names import NameIndex, accept, compare

ROOT = Path(__file__).parents[3]
MANUAL = (ROOT / "docs/names.md").read_text(encoding="utf-8")


def test_the_examples_run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    told: dict[str, object] = {}
    for example in re.findall(r"```python\n(.*?)```", MANUAL, re.DOTALL):
        exec(compile(example, "docs/names.md", "exec"), told)
    assert [path.name for path in tmp_path.iterdir()] == ["names.sealed"]
    index = told["index"]
    assert isinstance(index, NameIndex)
    assert sorted(key for key, _ in index.rows()) == [2, 3]


def test_scores_are_read_as_the_manual_says():
    assert compare("Мікалай Сарокін", "Сорокин Николай").score == 1.0
    assert accept("Мікалай Сарокін", "Сорокин Николай Петрович")
    assert not accept("Мікалай Сарокін", "M. Sarokin")
    assert not accept("Мікалай Сарокін", "Пётр Сарокін")
    assert str(compare("Мікалай Сарокін", "Сорокин Николай").reasons[0]) in MANUAL


@pytest.mark.parametrize("path", re.findall(r"`(names/[^`*]*\.yml)`", MANUAL))
def test_the_knowledge_stands_where_the_manual_says(path):
    assert (ROOT / "src/valoshka" / path).is_file()
