import hashlib
import os
from pathlib import Path

from valoshka.documents import Document, Unreadable, read, read_all, walk


def grow(folder: Path) -> Path:
    for name in (
        "b.txt",
        "a/2.txt",
        "a/10.txt",
        ".hidden.txt",
        "~$x.docx",
        ".~lock.x.odt#",
        ".git/config",
        "Thumbs.db",
    ):
        (folder / name).parent.mkdir(exist_ok=True, parents=True)
        (folder / name).write_text("words")
    return folder


def test_a_folder_gives_its_files_in_order(tmp_path):
    assert [path.relative_to(tmp_path).as_posix() for path in walk([grow(tmp_path)])] == [
        "b.txt",
        "a/10.txt",
        "a/2.txt",
    ]


def test_what_is_passed_over_is_reported(tmp_path):
    skipped: list[Path] = []
    walk([grow(tmp_path)], skipped)
    assert {path.name for path in skipped} == {".hidden.txt", "~$x.docx", ".~lock.x.odt#", ".git", "Thumbs.db"}


def test_a_link_in_a_folder_is_not_followed(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "out.txt").write_text("secret")
    (tmp_path / "in" / "link.txt").symlink_to(tmp_path / "out.txt")
    (tmp_path / "in" / "loop").symlink_to(tmp_path / "in")
    skipped: list[Path] = []
    assert walk([tmp_path / "in"], skipped) == []
    assert len(skipped) == 2


def test_a_file_named_twice_is_read_once(tmp_path):
    grow(tmp_path)
    assert len(walk([tmp_path / "b.txt", tmp_path, tmp_path / "b.txt"])) == 3


def test_one_refused_file_does_not_hold_up_the_others(tmp_path):
    (tmp_path / "1.txt").write_text("one")
    (tmp_path / "2.docx").write_text("no docx")
    os.mkfifo(tmp_path / "3.txt")
    (tmp_path / "4.txt").write_text("four")
    results = list(read_all([tmp_path]))
    assert [type(result) for result in results] == [Document, Unreadable, Unreadable, Document]
    assert [result.name for result in results] == ["1.txt", "2.docx", "3.txt", "4.txt"]


def test_a_missing_path_is_refused_by_name(tmp_path):
    (result,) = read_all([tmp_path / "missing.txt"])
    assert "there is no such file" in str(result)


def test_a_document_keeps_its_bytes_and_their_hash(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"one\r\ntwo")
    document = read(tmp_path / "a.txt")
    assert document.original == b"one\r\ntwo"
    assert document.sha256 == hashlib.sha256(b"one\r\ntwo").hexdigest()


def test_a_documents_words_stay_out_of_its_repr(tmp_path):
    (tmp_path / "a.txt").write_text("the secret")
    assert "secret" not in repr(read(tmp_path / "a.txt"))
