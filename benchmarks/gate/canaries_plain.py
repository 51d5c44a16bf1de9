"""Every place of plain text files in which a name can travel, and names of files."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Maker = Callable[[str], bytes]

_STORY = "Далучайцеся да нас, калі ласка. Яны прыйшлі раніцай, калі ўсе спалі, і доўга стукалі ў дзверы. "


def _cue(pattern: str) -> Maker:
    return lambda words: (
        "WEBVTT\n\n" + pattern.replace("@", words) + "\n\n00:01.000 --> 00:02.000\nThey came.\n"
    ).encode()


IN_PLAIN: dict[str, tuple[str, Maker]] = {
    "txt in UTF-8": ("txt", lambda words: (_STORY + words).encode()),
    "txt in UTF-16": ("txt", lambda words: (_STORY + words).encode("utf-16")),
    "txt in UTF-16 without a mark": ("txt", lambda words: (_STORY + words).encode("utf-16-le")),
    "txt in UTF-32": ("txt", lambda words: (_STORY + words).encode("utf-32")),
    "txt in Windows-1251": ("txt", lambda words: (_STORY + words).encode("cp1251")),
    "txt in KOI8-U": ("txt", lambda words: (_STORY.replace("ў", "в") + words).encode("koi8-u", "ignore")),
    "txt, zero-width signs between": ("txt", lambda words: "\u200b".join(words).encode()),
    "txt, set wide": ("txt", lambda words: " ".join(words.replace(" ", "")).encode()),
    "md": ("md", lambda words: f"# Call\n\n{words}".encode()),
    "md comment": ("md", lambda words: f"[//]: # ({words})\n\n<!-- {words} -->\n\nCall".encode()),
    "md front matter": ("md", lambda words: f"---\nauthor: {words}\n---\nCall".encode()),
    "md address": ("md", lambda words: f"![x](pictures/{words}.png)".encode()),
    "csv cell": ("csv", lambda words: f"region,who\nBrest,{words}\n".encode()),
    "csv, two cells": ("csv", lambda words: ("given;family\n" + words.replace(" ", ";") + "\n").encode()),
    "csv in UTF-16": ("csv", lambda words: f"region\twho\nBrest\t{words}\n".encode("utf-16")),
    "json value": ("json", lambda words: json.dumps({"a": [{"b": words}]}).encode()),
    "json key": ("json", lambda words: json.dumps({words: 1}).encode()),
    "json key given twice": ("json", lambda words: f'{{"a": "{words}", "a": "x"}}'.encode()),
    "css comment": ("css", lambda words: f"/* {words} */ p {{}}".encode()),
    "js comment": ("js", lambda words: f"// {words}\nx()".encode()),
    "vtt words": ("vtt", lambda words: f"WEBVTT\n\n00:01.000 --> 00:02.000\n{words}\n".encode()),
    "vtt note": ("vtt", _cue("NOTE @")),
    "vtt header": ("vtt", lambda words: f"WEBVTT {words}\n\n00:01.000 --> 00:02.000\nThey came.\n".encode()),
    "vtt style": ("vtt", _cue("STYLE\n::cue {{ content: '@' }}")),
    "vtt voice": ("vtt", lambda words: f"WEBVTT\n\n00:01.000 --> 00:02.000\n<v {words}>They came.\n".encode()),
    "vtt name of a cue": ("vtt", lambda words: f"WEBVTT\n\n{words}\n00:01.000 --> 00:02.000\nThey came.\n".encode()),
    "srt words": ("srt", lambda words: f"1\n00:00:01,000 --> 00:00:02,000\n{words}\n".encode()),
    "srt name of a cue": ("srt", lambda words: f"{words}\n00:00:01,000 --> 00:00:02,000\nThey came.\n".encode()),
}


def _zip(words: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as container:
        container.writestr(f"{words}.txt", "x")
    return stream.getvalue()


def _gzip(words: str) -> bytes:
    stream = io.BytesIO()
    with gzip.GzipFile(f"{words}.txt", "wb", fileobj=stream, mtime=0) as packed:
        packed.write(b"x")
    return stream.getvalue()


# Kinds that the gate does not read: a sentence and exit code 2 is right for them.
IN_UNREAD: dict[str, tuple[str, Maker]] = {
    "zip, a file's name": ("zip", _zip),
    "gzip, the file's name": ("gz", lambda words: gzip.compress(words.encode())),
    "gzip of a page": ("svgz", lambda words: gzip.compress(f"<svg><desc>{words}</desc></svg>".encode())),
    "rtf": ("rtf", lambda words: f"{{\\rtf1 {words}}}".encode()),
    "doc": ("doc", lambda words: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + words.encode("utf-16-le")),
    "epub": ("epub", _zip),
    "xls": ("xls", lambda words: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + words.encode("utf-16-le")),
    "mp4": ("mp4", lambda words: b"\0\0\0\x18ftypmp42" + words.encode()),
    "mp3": ("mp3", lambda words: b"ID3\3\0\0\0\0\0\x7f" + words.encode()),
    "eml": ("eml", lambda words: f"From: {words}\n\nx".encode()),
    "mhtml": ("mht", lambda words: f"Subject: {words}\n\nx".encode()),
    "page without an extension": ("", lambda words: f"<p>{words}</p>".encode()),
    "font, woff2": ("woff2", lambda words: b"wOF2" + words.encode()),
    "web archive": ("warc", lambda words: f"WARC/1.0\n{words}".encode()),
}
