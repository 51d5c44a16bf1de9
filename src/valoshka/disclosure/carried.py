"""What a file carries beside what its reader sees, held against what a briefing may carry."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from valoshka.disclosure.coverage import letters
from valoshka.own_yaml import own_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from valoshka.disclosure.channels import Channel

_TAGS = re.compile(r"<\?.*?\?>|</?[^<>]*>", re.DOTALL)
_TEMPLATE = re.compile(r"thumbnail\.jpe?g")
_ATTRIBUTE = re.compile(r"\s(?!xmlns|rdf:|xml:|id=|begin=|end=)[\w:.-]+=(?:\"([^\"]*)\"|'([^']*)')")


@dataclass(frozen=True)
class _Knowledge:
    allowed: re.Pattern[str]
    described: re.Pattern[str]
    telling: re.Pattern[str]
    programs: re.Pattern[str]
    pictures: frozenset[str]
    notices: str


@functools.cache
def _known() -> _Knowledge:
    told = cast(dict[str, object], own_yaml("valoshka.disclosure", "metadata.yml"))
    allowed = "|".join(f"(?:{pattern})" for pattern in cast(list[str], told["allowed"]))
    return _Knowledge(
        re.compile(allowed),
        re.compile(str(told["described"]), re.DOTALL),
        re.compile(str(told["telling"])),
        re.compile(str(told["programs"]), re.DOTALL),
        frozenset(cast(list[str], told["known_pictures"])),
        str(told["notices"]),
    )


def unneeded(channel: Channel, readable: str, day: str) -> str | None:
    """What in a metadata channel of a rendered briefing is neither readable in it, nor allowed, nor its `day`.

    `readable` is `letters` of everything that the file shows; `day` is ISO. `None` if all is well.
    """
    if channel.kind != "metadata" or channel.where.endswith(_known().notices):
        return None
    for value in _values(channel.text):
        if letters(value) in readable or _known().allowed.fullmatch(value) or _is_day(value, day):
            continue
        return value
    return None


def tells_its_maker(channel: Channel) -> bool:
    """Whether a metadata channel of a file that others made says whose it is: an author, a company, a camera, a place.

    Programs are nobody, and neither is a library's empty template.
    """
    if channel.kind != "metadata":
        return False
    if _is_xmp(channel.text):
        said = re.findall(r"<dc:creator>(.*?)</dc:creator>", channel.text, re.DOTALL)
        return any(_is_somebody(_TAGS.sub("", creator)) for creator in said)
    of_template = _TEMPLATE.search(channel.where) is not None
    return bool(_known().telling.search(channel.where)) and _is_somebody(channel.text) and not of_template


def known_pictures() -> frozenset[str]:
    """SHA-256 of pictures that come with a library and show nothing."""
    return _known().pictures


def _is_somebody(text: str) -> bool:
    return any(letter.isalpha() for letter in text) and not _known().programs.fullmatch(text.strip())


def _is_xmp(text: str) -> bool:
    return "<x:xmpmeta" in text or "<rdf:RDF" in text


def _values(text: str) -> Iterator[str]:
    """The values of a channel: XMP is taken apart, the rest goes line by line."""
    if _is_xmp(text):
        text = _known().described.sub("", text)
        for match in _ATTRIBUTE.finditer(" ".join(re.findall(r"<(?![?/])[^<>]*>", text))):
            yield match[1] or match[2] or ""
        text = _TAGS.sub("\n", text)
    yield from filter(None, (line.strip() for line in text.split("\n")))


def _is_day(value: str, day: str) -> bool:
    digits = re.sub(r"\D", "", value)
    return (
        digits.startswith(day.replace("-", ""))
        and set(digits[8:]) <= {"0"}
        and len(value) <= len("YYYY-MM-DDT00:00:00.000+00:00")
    )
