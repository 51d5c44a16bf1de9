"""The one module that a page loads grows what the modules grow."""

from __future__ import annotations

import gzip
import shutil
import subprocess

import pytest

from valoshka.solidarity.flowers import KINDS, grow
from valoshka.solidarity.flowers.one_module import one_module


@pytest.mark.skipif(shutil.which("node") is None, reason="Node is not installed, so JavaScript was not asked.")
@pytest.mark.parametrize("kind", KINDS)
def test_one_module_grows_the_same_bytes(tmp_path, kind):
    (tmp_path / "flowers.mjs").write_text(one_module(), encoding="utf-8")
    asking = (
        "import { grow, svg } from './flowers.mjs'; process.stdout.write(svg(grow(process.argv[1], process.argv[2])))"
    )
    command = ["node", "--input-type=module", "-e", asking, "minsk-1.b3", kind]
    done = subprocess.run(command, capture_output=True, cwd=tmp_path, check=True)
    assert done.stdout == grow("minsk-1.b3", kind).svg().encode()


def test_one_module_weighs_a_quarter_of_what_a_page_may():
    assert len(gzip.compress(one_module().encode())) < 15_500


def test_one_module_asks_for_nothing_else():
    assert "import" not in one_module()
    assert "http://www.w3.org/2000/svg" in one_module()
    assert one_module().count("http") == 1
