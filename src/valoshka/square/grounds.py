"""The folder that a collector stands on: `action.yml` and the public half of the staff's key, and no secret."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import yaml

from valoshka.errors import Refused
from valoshka.own_yaml import own_yaml
from valoshka.square.staff_key import SECRET_MARK, StaffPublicKey, read_public_key
from valoshka.untrusted_yaml import compose

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ACTION, KEY = "action.yml", "staff-key.pub"
DATABASE, PUBLIC, VERSIONS, CLOSED = "square.sqlite3", "public", "versions", "closed"
_OURS = {PUBLIC, VERSIONS}
_KEY_FILE = 4096


@dataclass(frozen=True)
class Action:
    """What the collector must know of an action: which languages, flowers, phrases and countries it takes."""

    languages: frozenset[str]
    kinds: frozenset[str]
    phrases: frozenset[str]
    countries: frozenset[str]
    at_risk: frozenset[str]


@dataclass(frozen=True)
class Grounds:
    """A collector's folder, and what stands in it."""

    folder: Path
    action: Action
    key: StaffPublicKey

    @property
    def is_open(self) -> bool:
        """Whether flowers are taken: an empty file `closed` in the folder closes the action."""
        return not (self.folder / CLOSED).exists()


def read_grounds(folder: Path) -> Grounds:
    """The folder as it stands. Raises `Refused`: no folder, a secret key in it, files missing, faulty or in the way."""
    if not folder.is_dir():
        raise Refused(f"{folder} is no folder. Give the folder that holds {ACTION} and {KEY}.")
    refuse_secrets(folder)
    if (folder / PUBLIC).exists() and not (folder / PUBLIC).is_symlink():
        raise Refused(f"{PUBLIC} in {folder} is not the collector's own, and would be replaced. Move it away first.")
    try:
        untrusted = (folder / ACTION).read_bytes()
    except OSError as error:
        raise Refused(f"{folder} holds no {ACTION}. Copy it there; `valoshka action new` makes one.") from error
    if not (folder / KEY).is_file():
        raise Refused(
            f"{folder} holds no {KEY}, so nobody could read what comes in. Copy it there: it is in the action's folder."
        )
    return Grounds(folder.resolve(), read_action_terms(untrusted), read_public_key(folder / KEY))


def refuse_secrets(folder: Path) -> None:
    """Raises `Refused` if the staff's secret key lies anywhere in the folder, under whatever name."""
    for path in _small_files(folder):
        if path.suffix == ".staff-key" or SECRET_MARK.encode() in path.read_bytes():
            shown = path.relative_to(folder)
            raise Refused(
                f"{shown} is the staff's secret key. It must never be on the collector: move it to the staff's own "
                "computer, delete it here, and make a new pair if anybody else could have read it."
            )


def _small_files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name in _OURS or path.is_symlink():
            continue
        if path.is_dir():
            yield from _small_files(path)
        elif path.is_file() and path.stat().st_size <= _KEY_FILE:
            yield path


def read_action_terms(untrusted: bytes) -> Action:
    """The few keys of `action.yml` that the collector needs; it does not judge the others.

    >>> text = b"languages: [en, be]\\nflowers: [cornflower]\\nphrases: [{id: not-alone, en: You are not alone.}]"
    >>> sorted(read_action_terms(text).languages)
    ['be', 'en']
    """
    root = compose(untrusted, ACTION)
    if not isinstance(root, yaml.MappingNode):
        raise Refused(f"{ACTION} is not a list of “key: value” lines. Take the one that `valoshka action new` makes.")
    found = {key.value: value for key, value in root.value}
    at_risk = _words(found.get("countries_at_risk"), "countries_at_risk")
    countries = _words(found.get("countries"), "countries") or known_countries()
    unknown = (at_risk | countries) - known_countries()
    if unknown:
        raise Refused(f"{ACTION} names a country “{min(unknown)[:20]}”. Write its code of two letters, such as PL.")
    languages, kinds = (_needed(found, name) for name in ("languages", "flowers"))
    return Action(languages, kinds, _phrase_ids(found.get("phrases")), countries, at_risk)


@cache
def known_countries() -> frozenset[str]:
    """The codes of `countries.yml`.

    >>> {"NO", "PL"} <= known_countries()
    True
    """
    return frozenset(own_yaml("valoshka.square", "countries.yml")["codes"].split())


def _needed(found: dict[str, yaml.Node], name: str) -> frozenset[str]:
    words = _words(found.get(name), name)
    if not words:
        raise Refused(f"{ACTION} lists no {name}, so that nothing could be taken. Add them: {name}: [...].")
    return words


def _words(node: yaml.Node | None, name: str) -> frozenset[str]:
    if node is None:
        return frozenset()
    if not isinstance(node, yaml.SequenceNode) or not all(isinstance(each, yaml.ScalarNode) for each in node.value):
        line = node.start_mark.line + 1
        raise Refused(f"{ACTION}, line {line}: “{name}” must be a list, such as {name}: [one, two].")
    return frozenset(each.value for each in node.value)


def _phrase_ids(node: yaml.Node | None) -> frozenset[str]:
    if node is None:
        return frozenset()
    ids = []
    for each in node.value if isinstance(node, yaml.SequenceNode) else [node]:
        fields = {key.value: value for key, value in each.value} if isinstance(each, yaml.MappingNode) else {}
        if not isinstance(fields.get("id"), yaml.ScalarNode):
            raise Refused(f"{ACTION}, line {each.start_mark.line + 1}: a phrase without “id:”. Give it one.")
        ids.append(fields["id"].value)
    return frozenset(ids)
