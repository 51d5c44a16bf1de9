"""`action.yml` → an `Action`, or a sentence that names the line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from valoshka.solidarity.action.action import Action, Phrase, PublicName
from valoshka.solidarity.action.marked import Marked, UnreadableAction
from valoshka.solidarity.flowers import KINDS
from valoshka.solidarity.site.languages import LANGUAGES
from valoshka.untrusted_yaml import compose

if TYPE_CHECKING:
    from pathlib import Path

FILE = "action.yml"
LONGEST_PHRASE = 200  # characters; a card's lines hold that many
_NEEDED = ("name", "title", "for_whom", "hashtag", "languages", "countries_at_risk", "flowers", "phrases", "site")
_OPTIONAL = ("publisher", "handle", "collector", "onion", "countries", "question", "risk", "public_names", "read_by")
_SHORT, _LONG = 120, 1200
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# Screen readers read a hashtag word by word only if each begins with a capital letter.
_HASHTAG = re.compile(r"[^\W\d_a-z]\w*")
_HANDLE = re.compile(r"@[\w.-]+(@[\w.-]+)?")
_COUNTRY = re.compile(r"[A-Z]{2}")
_ADDRESS = re.compile(r"https://[\w.-]+(:\d+)?(/[\w./~-]*)?|http://(localhost|127\.0\.0\.1)(:\d+)?(/[\w./~-]*)?")
_ONION = re.compile(r"https?://[a-z2-7]{56}\.onion(/[\w./~-]*)?")


def read_action(folder: Path) -> Action:
    """The action that `action.yml` in `folder` describes.

    Raises `UnreadableAction`: no such file, or its first mistake, by its line.
    """
    try:
        untrusted = (folder / FILE).read_bytes()
    except OSError as error:
        raise UnreadableAction(f"{folder} holds no {FILE}. `valoshka action new {folder}` makes one.") from error
    return action_from(untrusted)


def action_from(untrusted: bytes, name: str = FILE) -> Action:
    """The action in the bytes of a file called `name`.

    >>> action_from(b"name: flowers")
    Traceback (most recent call last):
    valoshka.solidarity.action.marked.UnreadableAction: action.yml, line 1: “title:” is missing. Add it.
    """
    root = compose(untrusted, name)
    if root is None:
        raise UnreadableAction(f"{name} is empty. `valoshka action new` makes one to start from.")
    told = Marked(name, root).entries((*_NEEDED, *_OPTIONAL), _NEEDED)
    languages = _languages(told["languages"])
    return Action(
        name=_shaped(told["name"], _NAME, "small letters and figures, joined by hyphens, such as flowers-for-medics"),
        publisher=told["publisher"].text(_SHORT, may_be_empty=True) if "publisher" in told else "",
        title=_by_language(told["title"], languages, _SHORT),
        for_whom=_by_language(told["for_whom"], languages, _LONG),
        hashtag=_shaped(told["hashtag"], _HASHTAG, "a word without #, each part with a capital, as StandWithBelarus"),
        handle=_optional(told, "handle", _HANDLE, "@name, or @name@server; or leave it empty"),
        languages=languages,
        countries_at_risk=_countries(told, "countries_at_risk"),
        flowers=_flowers(told["flowers"]),
        phrases=_phrases(told["phrases"], languages),
        site=_shaped(told["site"], _ADDRESS, "an address that begins with https://").rstrip("/"),
        collector=_optional(told, "collector", _ADDRESS, "an address that begins with https://, or nothing").rstrip(
            "/"
        ),
        onion=_optional(told, "onion", _ONION, "http:// with 56 letters and figures and .onion, or nothing").rstrip(
            "/"
        ),
        countries=_countries(told, "countries"),
        question=_by_language(told["question"], languages, _SHORT) if "question" in told else {},
        risk=_by_language(told["risk"], languages, _LONG) if "risk" in told else {},
        public_names=_public_names(told),
        read_by=_read_by(told),
    )


def _languages(node: Marked) -> tuple[str, ...]:
    found = node.texts(_SHORT)
    if not found or not set(found) <= set(LANGUAGES):
        raise node.refuse(f"take from these languages, one at least: {', '.join(LANGUAGES)}.")
    return found


def _flowers(node: Marked) -> tuple[str, ...]:
    found = node.texts(_SHORT)
    if not found or not set(found) <= set(KINDS):
        raise node.refuse(f"take from these flowers, one at least: {', '.join(KINDS)}.")
    return found


def _countries(told: dict[str, Marked], key: str) -> tuple[str, ...]:
    if key not in told:
        return ()
    for item in told[key].items():
        # YAML's own readers take an unquoted NO for “false”; ours keeps the text.
        _shaped(item, _COUNTRY, "a country's code of two capital letters, such as BY")
    return told[key].texts(2)


def _phrases(node: Marked, languages: tuple[str, ...]) -> tuple[Phrase, ...]:
    found: dict[str, Phrase] = {}
    for item in node.items():
        told = item.entries(("id", *LANGUAGES), ("id",))
        code = _shaped(told["id"], _NAME, "small letters and figures, joined by hyphens, such as not-alone")
        if code in found:
            raise told["id"].refuse("this id stands on another phrase already. Give each its own.")
        found[code] = Phrase(code, _texts(item, told, languages, LONGEST_PHRASE))
    if not found:
        raise node.refuse("one phrase is needed at least: it is what can be shown without anybody reading it first.")
    return tuple(found.values())


def _public_names(told: dict[str, Marked]) -> tuple[PublicName, ...]:
    if "public_names" not in told:
        return ()
    entries = (item.entries(("name", "source"), ("name", "source")) for item in told["public_names"].items())
    return tuple(PublicName(entry["name"].text(_SHORT), entry["source"].text(_LONG)) for entry in entries)


def _read_by(told: dict[str, Marked]) -> dict[str, str]:
    entries = told["read_by"].entries(LANGUAGES) if "read_by" in told else {}
    return {language: node.text(_LONG) for language, node in entries.items()}


def _by_language(node: Marked, languages: tuple[str, ...], longest: int) -> dict[str, str]:
    return _texts(node, node.entries(LANGUAGES), languages, longest)


def _texts(node: Marked, told: dict[str, Marked], languages: tuple[str, ...], longest: int) -> dict[str, str]:
    for language in languages:
        if language not in told:
            raise node.refuse(f"the text in “{language}” is missing. Add “{language}:”, or take it off “languages”.")
    return {language: told[language].text(longest) for language in languages}


def _optional(told: dict[str, Marked], key: str, shape: re.Pattern[str], expected: str) -> str:
    if key not in told or not told[key].text(_LONG, may_be_empty=True):
        return ""
    return _shaped(told[key], shape, expected)


def _shaped(node: Marked, shape: re.Pattern[str], expected: str) -> str:
    text = node.text(_LONG)
    if not shape.fullmatch(text):
        raise node.refuse(f"write {expected}.")
    return text
