"""The demo makes its folder fresh without ever taking somebody else's files."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

DEMO = Path(__file__).parents[2] / "demo"


@pytest.fixture
def ground(monkeypatch):
    monkeypatch.syspath_prepend(str(DEMO))
    return importlib.import_module("ground")


def test_a_new_folder_is_made_and_marked(ground, tmp_path):
    out = ground.fresh(tmp_path / "demo-output")
    assert [path.name for path in out.iterdir()] == [ground.MARKER]


def test_an_earlier_demo_is_cleared_away(ground, tmp_path):
    out = ground.fresh(tmp_path / "demo-output")
    (out / "case.valoshka").mkdir()
    (out / "case.valoshka" / "casebook.db").write_bytes(b"sealed")
    assert [path.name for path in ground.fresh(out).iterdir()] == [ground.MARKER]


def test_a_folder_that_the_demo_did_not_make_is_left_alone(ground, tmp_path):
    thesis = tmp_path / "demo-output" / "thesis.odt"
    thesis.parent.mkdir()
    thesis.write_text("three years of work")
    with pytest.raises(ground.NotOurs, match="nothing was touched"):
        ground.fresh(thesis.parent)
    assert thesis.read_text() == "three years of work"


def test_a_link_is_never_followed(ground, tmp_path):
    elsewhere = ground.fresh(tmp_path / "elsewhere")
    (elsewhere / "kept.txt").write_text("kept")
    (tmp_path / "demo-output").symlink_to(elsewhere)
    with pytest.raises(ground.NotOurs):
        ground.fresh(tmp_path / "demo-output")
    assert (elsewhere / "kept.txt").read_text() == "kept"


def test_an_empty_folder_is_used(ground, tmp_path):
    (tmp_path / "demo-output").mkdir()
    assert ground.fresh(tmp_path / "demo-output").is_dir()
