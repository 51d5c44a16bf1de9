"""E-mail addresses of which a sign is said: “ana dot b at mail dot example”, “ana (собака) mail.example”."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from valoshka.disclosure.identifiers.knowledge import any_of, words
from valoshka.disclosure.identifiers.sightings import Sighting
from valoshka.disclosure.identifiers.spoken import bracketed, has_dot

if TYPE_CHECKING:
    from collections.abc import Iterator

_REACH = 160  # characters of a mailbox's name or of a host: read forwards and backwards from its “@”, and no further
# Private signs, as many as the letters that they stand for, so that every place stays where it was.
_AT, _DOT = "\ue000", "\ue001"
_POINT = rf"(?:\.|{_DOT}{{1,16}})"
_BOX = re.compile(rf"[\w+-]{{1,64}}(?:{_POINT}[\w+-]{{1,64}}){{0,5}}")  # RFC 5321, 4.5.3.1; read from its end
_HOST = re.compile(rf"[\w-]{{1,63}}(?:{_POINT}[\w-]{{1,63}}){{1,5}}")  # RFC 1035, 2.3.4
_PLAIN_BOX = re.compile(r"[\w+.-]{1,64}")
_SAID_END = re.compile(rf".*{_DOT}[^\W_]{{2,}}", re.DOTALL)
_TELLING = re.compile(r"[\d_.]")
_AT_SIGNS = re.compile(rf"{_AT}+")


def spoken_mailboxes(text: str) -> Iterator[Sighting]:
    """E-mail addresses that are said in words, in whole or in part; each stretch of `text` is read a few times at most.

    >>> [(seen.start, seen.end) for seen in spoken_mailboxes("Write: ana dot b at mail dot example, or come.")]
    [(7, 36)]
    """
    for match in _without_dot().finditer(text):
        if box := _PLAIN_BOX.match(text[max(match.start() - _REACH, 0) : match.start()][::-1]):
            yield Sighting(match.start() - box.end(), match.end(), kind="email")
    written = _with_signs(text)
    for at in _AT_SIGNS.finditer(written):
        host = _HOST.match(written, at.end(), at.end() + _REACH)
        box = _BOX.match(written[max(at.start() - _REACH, 0) : at.start()][::-1]) if host else None
        if host and box and _is_meant(text[at.start() : at.end()], box.group()[::-1], host.group()):
            yield Sighting(at.start() - box.end(), host.end(), kind="email")


def _with_signs(text: str) -> str:
    """`text` with private signs for whatever stands for “@” or “.”; empty if nothing in it does."""
    brackets = bracketed(text)
    if not brackets and not has_dot(text) and not _says_at(text):
        return ""
    signs = list(text)
    spans = [match.span() for match in _words().finditer(text)]
    for start, end in (*brackets, *spans):
        said = text[start:end].strip(" \n\t_-()[]{}<>*")
        is_dot = said == "." or said.lower() in words("spoken.yml", "dot")
        signs[start:end] = (_DOT if is_dot else _AT) * (end - start)
    for start, end in brackets:
        for beside in (start - 1, end):
            if 0 <= beside < len(text) and text[beside] == " ":
                signs[beside] = signs[start]
    return "".join(signs)


def _is_meant(at: str, box: str, host: str) -> bool:
    """Whether what stands for “@” does so here: “at” is a word of many a sentence, “(at)” is not."""
    said = at.strip()
    if said[:1] in "([{<*" or _SAID_END.fullmatch(host):
        return True
    labels = host.lower().split(".")
    if _DOT in host or labels[-1] not in words("accounts.yml", "domains"):
        return said == "@" and _DOT in host
    if said == "@":
        return _DOT in box
    sure = said.strip("_-").lower() not in words("spoken.yml", "short_at")
    return sure or (labels[0] in words("accounts.yml", "providers") and bool(_TELLING.search(box)))


@functools.cache
def _words() -> re.Pattern[str]:
    at, dot = any_of("spoken.yml", "at"), any_of("spoken.yml", "dot")
    return re.compile(rf"[\s_-](?:{at}|{dot})(?=[\s_-])[\s_-]|\s?@\s?", re.IGNORECASE)


def _says_at(text: str) -> bool:
    """Whether `text` has a word that stands for “@” and for little else."""
    written = text.lower()
    return any(word in written for word in words("spoken.yml", "at") - words("spoken.yml", "short_at"))


@functools.cache
def _without_dot() -> re.Pattern[str]:
    at, providers = any_of("spoken.yml", "at"), any_of("accounts.yml", "providers")
    return re.compile(
        rf"(?<=[\w+.-])\s(?:{at})\s(?:{providers})[ ,](?:com|ru|by|net|me|pl|cz|lt|org|ua)\b", re.IGNORECASE
    )
