"""srt and vtt: what was said, and when."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from valoshka.documents import kinds
from valoshka.documents.document import Break, Extract
from valoshka.documents.formats.plain import decoded_text, unix_lines
from valoshka.documents.unreadable import Unreadable

_TIME = r"(?:\d+:)?\d\d:\d\d[.,]\d{1,3}"
_TIMING = re.compile(rf"^\s*({_TIME})\s*-->\s*({_TIME})(?:\s.*)?$")
_SPEAKER = re.compile(r"<v(?:\.[^\s<>]*)?\s+([^<>]+)>")
_TAG = re.compile(r"</?(?:[bius]|ruby|rt|font|c|v|lang|\d\d:[\d:.]+)(?:[\s.][^<>]*)?>|\{\\[^{}]*\}", re.IGNORECASE)


@dataclass(frozen=True)
class _Cue:
    timing: str
    text: str


def extract_subtitles(name: str, kind: str, untrusted_bytes: bytes) -> Extract:
    """The cues' texts, one below the other; each begins with a `Break` of kind `cue` whose label is its time.

    Numbers, times, styling and, in vtt, notes are not text; a vtt voice `<v Anna>` is kept as "Anna: ". `kind` is `srt`
    or `vtt`. Raises `Unreadable` if there are no cues or the file is the other kind.
    """
    decoded = decoded_text(name, untrusted_bytes)
    text = unix_lines(decoded.text)
    kinds.require_honest_subtitles(name, kind, text)
    cues = [cue for cue in _cues(text, kind) if cue.text]
    if not cues:
        raise Unreadable(name, "it holds times but no words", "Check that it is the right file.")
    breaks, at = [], 0
    for cue in cues:
        breaks.append(Break("cue", at, cue.timing))
        at += len(cue.text) + 1
    return Extract("\n".join(cue.text for cue in cues), tuple(breaks), (decoded.note,), decoded.encoding)


def _cues(text: str, kind: str) -> list[_Cue]:
    lines = text.split("\n")
    starts = [number for number, line in enumerate(lines) if _TIMING.match(line)]
    ends = [*starts[1:], len(lines)]
    return [
        _Cue(lines[start].strip(), _words(lines[start + 1 : end], kind, followed=end < len(lines)))
        for start, end in zip(starts, ends, strict=True)
    ]


def _words(lines: list[str], kind: str, *, followed: bool) -> str:
    """A cue's lines up to the next cue, without that one's number or name (a lone line after an empty one)."""
    kept = list(lines)
    if followed and kept and (kind == "srt" or len(kept) > 1) and _is_counter(kept, kind):
        kept.pop()
    if kind == "vtt":
        kept = _without_asides(kept)
    return "\n".join(filter(None, (_plain(line, kind) for line in kept)))


def _is_counter(lines: list[str], kind: str) -> bool:
    if kind == "srt":
        return lines[-1].strip().isdecimal()
    return bool(lines[-1].strip()) and not lines[-2].strip()


def _without_asides(lines: list[str]) -> list[str]:
    """In vtt an empty line ends a cue: what follows is a note, a style or nothing."""
    return lines[: lines.index("")] if "" in lines else lines


def _plain(line: str, kind: str) -> str:
    if kind == "srt":
        return _TAG.sub("", line).strip()
    return html.unescape(_TAG.sub("", _SPEAKER.sub(r"\1: ", line))).strip()
