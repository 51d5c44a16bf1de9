"""A release stands in a folder whole, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from valoshka.clearance import Content, Passage, Release
from valoshka.clearance.minting import mint_cleared, mint_release
from valoshka.errors import Refused


def release(**files: bytes) -> Release:
    content = Content(Passage("T"), Passage(""), (), (), (), (), None, (), "V", "2021", "en", "public")
    return mint_release(files, mint_cleared(content, ()), ())


def test_every_file_is_written_and_nothing_else_is_left(tmp_path: Path) -> None:
    written = release(a=b"1", b=b"2").write(tmp_path / "out")
    assert [file.read_bytes() for file in written] == [b"1", b"2"]
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == ["a", "b"]


def test_a_later_release_takes_the_place_of_an_earlier_one(tmp_path: Path) -> None:
    release(a=b"1", b=b"2").write(tmp_path)
    release(a=b"3", b=b"4").write(tmp_path)
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {"a": b"3", "b": b"4"}


@pytest.mark.parametrize("earlier", [{}, {"a": b"1", "b": b"2"}])
def test_if_one_file_cannot_be_moved_in_the_folder_is_as_it_was(
    tmp_path: Path, earlier: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mine.txt").write_bytes(b"mine")
    if earlier:
        release(**earlier).write(tmp_path)
    move = Path.replace

    def refuse_b(source: Path, target: Path) -> Path:
        # What Windows answers when the old file is open in another program.
        if target == tmp_path / "b" and source.name == "b":
            raise PermissionError(13, "in use")
        return move(source, target)

    monkeypatch.setattr(Path, "replace", refuse_b)
    with pytest.raises(Refused, match="nothing was published"):
        release(a=b"3", b=b"4").write(tmp_path)
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {"mine.txt": b"mine", **earlier}


def test_a_folder_that_cannot_be_made_is_refused_with_the_next_step(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Refused, match="Choose another folder"):
        release(a=b"1").write(tmp_path / "file" / "out")
