import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valoshka.casebook.tasks.sheets import Entry, SheetError, read_sheet
from valoshka.errors import Refused


def test_what_was_written_is_what_is_read() -> None:
    sheet = read_sheet(b"date: 2021-04\nanswer: no\nnumber: 007\nempty: ~\n", "a.yml")
    assert [sheet.text(key) for key in ("date", "answer", "number", "empty")] == ["2021-04", "no", "007", ""]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"people:\n  - a: [\n", "a.yml, line 3: this is not YAML"),
        (b"people:\n- x: 1\n- x: 1\n  x: 2\n", "a.yml, line 4: this key stands already on line 3"),
        (b"a: &b 1\nc: *b\n", "a.yml, line 1: “&” and “*”"),
        (b"- 1\n", "a.yml, line 1: a sheet begins"),
        (b"", "a.yml, line 1: a sheet begins"),
    ],
)
def test_a_broken_sheet_is_named_with_its_line(content: bytes, message: str) -> None:
    with pytest.raises(SheetError) as refusal:
        read_sheet(content, "a.yml")
    assert message in str(refusal.value)


def test_a_misspelt_key_is_named_with_its_line_and_the_nearest_word() -> None:
    sheet = read_sheet(b"people:\n- pseudonym: Vera\n  profesion: nurse\n", "a.yml")
    with pytest.raises(SheetError, match='line 3: "profesion" is not known here; did you mean "profession"'):
        sheet.entries("people")[0].only(("pseudonym", "profession"))


def test_yes_and_no_are_read_in_both_ways() -> None:
    sheet = read_sheet(b"a: yes\nb: No\nc: true\nd: maybe\n", "a.yml")
    assert [sheet.flag("a"), sheet.flag("b"), sheet.flag("c"), sheet.flag("none", default=True)] == [1, 0, 1, 1]
    with pytest.raises(SheetError, match="line 4"):
        sheet.flag("d")


@given(st.binary(max_size=300))
def test_no_bytes_bring_it_down(content: bytes) -> None:
    with contextlib.suppress(Refused):
        assert isinstance(read_sheet(content, "a.yml"), Entry)
