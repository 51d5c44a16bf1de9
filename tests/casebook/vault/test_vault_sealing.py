"""The sealed stream and the sealed originals: what goes in comes out, and nothing else does."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from valoshka.casebook.vault import blobs
from valoshka.casebook.vault.sealing import CHUNK, HEADER, TAG, Broken, OpeningReader, SealingWriter, opened_chunks
from valoshka.errors import Refused

KEY = bytes(range(32))


def sealed(clear: bytes, piece: int = 1 << 20) -> bytes:
    target = io.BytesIO()
    writer = SealingWriter(target, KEY, b"bound")
    for start in range(0, len(clear), piece):
        writer.write(clear[start : start + piece])
    writer.finish()
    return target.getvalue()


def opened(stream: bytes, key: bytes = KEY, bound: bytes = b"bound") -> bytes:
    return b"".join(opened_chunks(io.BytesIO(stream), key, bound))


# Sizes around the edges of chunks, where such code goes wrong.
sizes = st.sampled_from([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 5])


@settings(deadline=None, max_examples=40)
@given(sizes, st.integers(1000, 200_000))
def test_what_is_sealed_comes_back_whatever_its_size_and_pieces(size: int, piece: int) -> None:
    clear = bytes(index % 251 for index in range(size))
    assert opened(sealed(clear, piece)) == clear


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=300), st.data())
def test_a_stream_cut_anywhere_is_broken(clear: bytes, data: st.DataObject) -> None:
    stream = sealed(clear)
    left = data.draw(st.integers(0, len(stream) - 1))
    with pytest.raises(Broken):
        opened(stream[:left])


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=300), st.data())
def test_a_stream_changed_anywhere_is_broken(clear: bytes, data: st.DataObject) -> None:
    stream = bytearray(sealed(clear))
    stream[data.draw(st.integers(0, len(stream) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(Broken):
        opened(bytes(stream))


def test_chunks_in_another_order_left_out_repeated_or_added_are_broken() -> None:
    stream, step = sealed(b"a" * CHUNK + b"b" * CHUNK + b"c"), CHUNK + TAG
    head, rest = stream[:HEADER], stream[HEADER:]
    one, two, last = rest[:step], rest[step : 2 * step], rest[2 * step :]
    assert opened(head + one + two + last)
    for wrong in (two + one + last, one + last, one + one + two + last, one + two, one + two + last + last):
        with pytest.raises(Broken):
            opened(head + wrong)


def test_another_key_or_another_place_opens_nothing() -> None:
    with pytest.raises(Broken):
        opened(sealed(b"x"), key=bytes(32))
    with pytest.raises(Broken):
        opened(sealed(b"x"), bound=b"elsewhere")


def test_a_reader_gives_the_same_bytes_in_any_steps() -> None:
    clear = b"0123456789" * 20_000
    reader = OpeningReader(opened_chunks(io.BytesIO(sealed(clear)), KEY, b"bound"))
    assert b"".join(iter(lambda: reader.read(777), b"")) == clear


def test_an_original_is_sealed_under_a_random_name_with_its_sha256(tmp_path: Path) -> None:
    clear = b"an invented interview " * 9000
    one, two = blobs.seal(clear, tmp_path), blobs.seal(io.BytesIO(clear), tmp_path)
    assert one.id != two.id
    assert one.key != two.key
    assert one.sha256 == two.sha256 == hashlib.sha256(clear).hexdigest()
    assert blobs.open_blob(tmp_path, two.id, two.key) == clear
    assert b"interview" not in (tmp_path / one.id).read_bytes()
    assert repr(one.key) not in repr(one)


def test_what_is_wrong_with_originals_is_named(tmp_path: Path) -> None:
    one, two, three, orphan = (blobs.seal(text, tmp_path) for text in (b"one", b"two", b"three", b"nobody's"))
    known = [(blob.id, blob.key, blob.sha256) for blob in (one, two, three)]
    assert blobs.problems(tmp_path, known) == []
    assert blobs.orphans(tmp_path, [blob.id for blob in (one, two, three)]) == {orphan.id}
    (tmp_path / one.id).unlink()
    (tmp_path / two.id).write_bytes((tmp_path / two.id).read_bytes()[:-1])
    known[2] = (three.id, three.key, one.sha256)
    missing, damaged, swapped = blobs.problems(tmp_path, known)
    assert "missing" in missing
    assert "damaged" in damaged
    assert "not the one that was imported" in swapped


def test_originals_cannot_be_swapped_even_with_their_keys(tmp_path: Path) -> None:
    one, two = blobs.seal(b"one", tmp_path), blobs.seal(b"two", tmp_path)
    (tmp_path / two.id).replace(tmp_path / one.id)
    with pytest.raises(Refused, match="damaged"):
        blobs.open_blob(tmp_path, one.id, two.key)


def test_a_destroyed_original_is_gone_and_destroying_twice_is_no_error(tmp_path: Path) -> None:
    blob = blobs.seal(b"gone", tmp_path)
    blobs.destroy(tmp_path, blob.id)
    blobs.destroy(tmp_path, blob.id)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(Refused, match="missing"):
        blobs.open_blob(tmp_path, blob.id, blob.key)


@pytest.mark.parametrize("name", ["../keys.json", "", "A" * 32, "/etc/passwd"])
def test_an_id_never_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(Refused, match="impossible id"):
        blobs.destroy(tmp_path, name)
