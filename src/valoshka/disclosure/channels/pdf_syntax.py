"""The grammar of PDF that the gate needs: strings with the keys before them, and streams with their dictionaries.

Source: ISO 32000-1, 7.2 to 7.5. Every byte of the file is either inside a stream or read as objects, so that a
string in an object that nothing refers to is found as well.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = re.compile(
    rb"(?P<comment>%[^\r\n]*)|(?P<literal>\()|<(?P<hex>[0-9A-Fa-f\s]*)>|/(?P<name>[^\x00\s()<>\[\]{}/%]*)"
    rb"|(?P<object>\b\d+\s+\d+\s+obj\b)|<<|>>|[\[\]{}<>)]|[^\x00\s()<>\[\]{}/%]+"
)
_PARENTHESIS = re.compile(rb"\\.|[()]", re.DOTALL)
_ESCAPE = re.compile(rb"\\(?:(\r\n|\r|\n)|([0-7]{1,3})|(.))", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_STREAM = re.compile(rb">>(?:\s|%[^\r\n]*(?=[\r\n]))*stream[ \t]*(?:\r\n|\n|\r)")
_NAME = re.compile(rb"/[^\x00\s()<>\[\]{}/%]*#[^\x00\s()<>\[\]{}/%]*")
# Words of the file's own making: all others between the objects, or within them, are somebody's.
_OWN_WORDS = re.compile(rb"[-+]?\d*\.?\d*|R|[nf]|obj|endobj|endstream|stream|xref|trailer|startxref|true|false|null")
_NUMBER = re.compile(rb"[-+]?[.\d]+")
_GAP = re.compile(rb"\bendobj\s+((?:[-+]?\d[\d.-]*\s+){3,16}?)(?=\d+\s+\d+\s+obj\b)")
_OBJECT = re.compile(rb"(?<!\d)(\d+)\s+\d+\s+obj\b")
_LENGTH = re.compile(rb"/Length\s+(\d+)\b(?!\s+\d+\s+R)")
_SIGNS = frozenset({b"<<", b">>", b"[", b"]", b"{", b"}", b"<", b">", b")"})
_HASH = re.compile(rb"#([0-9A-Fa-f]{2})")


@dataclass(frozen=True)
class Said:
    """A string or comment in the file's objects: `key` is the name before it, `number` the object's."""

    number: int | None
    key: str
    raw: bytes


@dataclass(frozen=True)
class Stream:
    """One stream as it lies in the file, still packed."""

    number: int
    dictionary: bytes
    packed: bytes


def split(untrusted_bytes: bytes) -> tuple[bytes, list[Stream]]:
    """The file without its streams' bytes, and the streams."""
    outside, streams, at = [], [], 0
    while match := _STREAM.search(untrusted_bytes, at):
        head = untrusted_bytes[at : match.start() + 2]
        headers = list(_OBJECT.finditer(head))
        dictionary = _NAME.sub(_resolved_name, head[headers[-1].end() :] if headers else head)
        end = _end(untrusted_bytes, match.end(), dictionary)
        number = int(headers[-1][1]) if headers else 0
        streams.append(Stream(number, dictionary, untrusted_bytes[match.end() : end]))
        outside.append(head)
        at = end
    return b"\n".join([*outside, untrusted_bytes[at:]]), streams


def said_in(objects: bytes, at: int = 0) -> Iterator[Said]:
    """Every string and comment of a run of objects, from the byte `at` on.

    >>> [(said.key, said.raw) for said in said_in(b"<</Title(Over \\\\(30\\\\))/Author<416E6E61>>>")]
    [('Title', b'Over (30)'), ('Author', b'Anna')]
    """
    number, key = None, ""
    while match := _TOKEN.search(objects, at):
        at = match.end()
        if match["literal"]:
            at = _closing(objects, at)
            yield Said(number, key, _unescaped(objects[match.end() : at - 1]))
        elif match["hex"] is not None:
            digits = b"".join(match["hex"].split())
            yield Said(number, key, bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii")))
        elif match["comment"]:
            yield Said(number, "comment", match["comment"][1:])
        elif match["object"]:
            number, key = int(match["object"].split()[0]), ""
        elif match["name"] is not None:
            key = named(match["name"])


def tokens(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Everything in a content stream, in order: `string`, `comment`, `name`, `word` or `sign`.

    >>> list(tokens(b"/F 9 Tf (a) Tj"))
    [('name', b'F'), ('word', b'9'), ('word', b'Tf'), ('string', b'a'), ('word', b'Tj')]
    """
    at = 0
    while match := _TOKEN.search(content, at):
        at = match.end()
        if match["literal"]:
            at = _closing(content, at)
            yield "string", _unescaped(content[match.end() : at - 1])
        elif match["hex"] is not None:
            digits = b"".join(match["hex"].split())
            yield "string", bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
        elif match["comment"]:
            yield "comment", match["comment"][1:]
        elif match["name"] is not None:
            yield "name", match["name"]
        else:
            yield ("sign" if match[0] in _SIGNS else "word"), match[0]


def names_in(objects: bytes) -> list[str]:
    """Every different name (`/Title` ...) in a run of objects, `#20` and the like resolved."""
    found = {match["name"] for match in _TOKEN.finditer(objects) if match["name"]}
    return sorted(map(named, found))


def stray_words(objects: bytes) -> bytes:
    """What stands in a run of objects, or between them, and is no PDF at all, by line; with the numbers beside it.

    >>> stray_words(b"1 0 obj<</A(x)/B 7>>endobj Nina Kaval 29 611-22 2 0 obj[]endobj")
    b'Nina Kaval 29 611-22'
    """
    found, at = [_between(objects)], 0
    run: list[bytes] = []
    while match := _TOKEN.search(objects, at):
        at = _closing(objects, match.end()) if match["literal"] else match.end()
        word = match[0].strip(b"[]{}<>)") if match.lastgroup is None else b""
        if word and (_NUMBER.fullmatch(word) or not _OWN_WORDS.fullmatch(word)):
            run.append(word)
            continue
        found.append(_told(run))
        run = []
    return b"\n".join(dict.fromkeys(each for each in [*found, _told(run)] if each.strip()))


def _told(run: list[bytes]) -> bytes:
    """A run of words and numbers, if any of them is no PDF."""
    return b" ".join(run) if not all(map(_OWN_WORDS.fullmatch, run)) else b""


def _between(objects: bytes) -> bytes:
    """Numbers alone between two objects, which belong to neither."""
    return b"\n".join(gap for gap in _GAP.findall(objects) if gap.strip())


def named(raw: bytes) -> str:
    """A name's text: UTF-8 as PDF asks for, Latin-1 where it is not."""
    plain = _HASH.sub(lambda match: bytes.fromhex(match[1].decode("ascii")), raw)
    try:
        return plain.decode("utf-8")
    except UnicodeDecodeError:
        return plain.decode("latin-1")


def _resolved_name(match: re.Match[bytes]) -> bytes:
    return _HASH.sub(lambda code: bytes.fromhex(code[1].decode("ascii")), match[0])


def _end(untrusted_bytes: bytes, start: int, dictionary: bytes) -> int:
    length = _LENGTH.search(dictionary)
    if length:
        end = start + int(length[1])
        if untrusted_bytes[end : end + 12].lstrip().startswith(b"endstream"):
            return end
    end = untrusted_bytes.find(b"endstream", start)
    return len(untrusted_bytes) if end == -1 else end


def _closing(objects: bytes, at: int) -> int:
    depth = 1
    for match in _PARENTHESIS.finditer(objects, at):
        depth += {b"(": 1, b")": -1}.get(match[0], 0)
        if depth == 0:
            return match.end()
    return len(objects) + 1


def _unescaped(raw: bytes) -> bytes:
    return _ESCAPE.sub(_resolved, raw)


def _resolved(match: re.Match[bytes]) -> bytes:
    if match[1]:
        return b""
    if match[2]:
        return bytes([int(match[2], 8) & 0xFF])
    return _ESCAPED.get(match[3], match[3])
