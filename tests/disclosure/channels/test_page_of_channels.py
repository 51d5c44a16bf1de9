"""The page that tells readers what is read must know every kind and every format, and no others."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from valoshka.disclosure.channels import KINDS, Channel, CouldNotCheck, channels
from valoshka.disclosure.pictured import shows_pictures

PAGE = (Path(__file__).parents[3] / "docs" / "gate-channels.md").read_text(encoding="utf-8")
FORMATS = [each.strip() for line in re.findall(r"^### [^:]+: (.+)$", PAGE, re.MULTILINE) for each in line.split(",")]
REFUSED = PAGE.rpartition("## Not read, and refused")[2].strip().partition(", and anything else")[0]


def test_the_page_names_every_kind_of_place_and_no_other():
    assert set(re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE)) == KINDS


def test_a_channel_of_another_kind_cannot_be_made():
    with pytest.raises(ValueError, match="no kind of channel"):
        Channel("margin", "page 1", "x")


@pytest.mark.parametrize("extension", FORMATS)
def test_every_format_on_the_page_is_read(extension):
    """An unknown ending is refused as such; a known one says that the content is another."""
    with pytest.raises(CouldNotCheck) as refused:
        channels(
            f"a.{extension}", b"PK\x03\x04" if extension in {"png", "jpg", "jpeg", "webp"} else b"\x89PNG\r\n\x1a\n"
        )
    assert "kind that the gate cannot read" not in str(refused.value)


@pytest.mark.parametrize("extension", [each.strip() for each in REFUSED.split(",")])
def test_every_format_that_the_page_calls_refused_is_refused(extension):
    with pytest.raises(CouldNotCheck):
        channels(f"a.{extension}", b"GIF89a, or whatever else it is")


def test_every_format_that_the_gate_reads_is_on_the_page():
    from valoshka.disclosure.channels import reading

    known = {each.removeprefix(".") for each in reading._KNOWN}
    assert known == set(FORMATS)


def test_every_kind_in_tables_of_formats_exists():
    words = re.findall(r"\| ([^|]+) \|$", PAGE.partition("## Formats")[2], re.MULTILINE)
    for cell in words:
        for word in re.split(r"[,;] ?", cell):
            if re.fullmatch(r"[a-z]+", word) and word not in {"read", "refused"}:
                assert word in KINDS, word


def test_pictures_are_looked_at_by_a_person_whatever_is_read():
    assert shows_pictures("a.png", b"\x89PNG")
