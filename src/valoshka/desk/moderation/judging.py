"""What the gate says of one item: every text of it, as it was written and as it would be published."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING

from valoshka.clearance import Content, Paragraph, Passage, Picture, Section
from valoshka.disclosure import Blocked, ProtectedPerson, clear, inspect
from valoshka.disclosure.checking import check
from valoshka.disclosure.lookout import Lookout
from valoshka.names import fold
from valoshka.solidarity.flowers.fresh_seed import says_nothing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from valoshka.clearance import Release
    from valoshka.disclosure import Finding
    from valoshka.solidarity.items import Item

AUDIENCE = "public"
# The gate clears nothing without a list; unknown names, numbers and third persons are looked for all the same.
_NOBODY = ProtectedPerson("nobody-listed")
_LISTED = "A name that the action lists as public."
_BY_CHANCE = "A random id or a picture's hash, made by a program: now and then one looks like a number of somebody's."
_MADE = frozenset({"id", "picture"})


@dataclass(frozen=True)
class Gate:
    """The gate over the messages of one action.

    `people` are protected; `public` are names that the action lists with their sources; `day` (YYYY-MM-DD) is today.
    """

    people: tuple[ProtectedPerson, ...]
    public: tuple[str, ...]
    day: str
    _lookout: Lookout = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Build the lookout once: it is asked for every text."""
        if not self.people:
            object.__setattr__(self, "people", (_NOBODY,))
        object.__setattr__(self, "_lookout", Lookout.over(self.people, AUDIENCE))

    @property
    def knows_people(self) -> bool:
        """Whether anybody is protected by a list."""
        return self.people != (_NOBODY,)

    def findings(self, item: Item) -> list[Finding]:
        """All that the gate objects to in the item's texts, each objection once; places are keys of the item."""
        found: dict[str, Finding] = {}
        for where, text in texts_of(item):
            # Read as a file of its own, a text is also asked whom it tells of without a name.
            for finding in check("message.txt", text.encode(), self._lookout, public=self.public).findings:
                found.setdefault(finding.key, replace(finding, at=replace(finding.at, file=None, where=where)))
        try:
            self._released(_texts(item, self.day), _file_of(item), {})
        except Blocked as blocked:
            for finding in blocked.findings:
                if not self._explained(finding):
                    found.setdefault(finding.key, finding)
        return list(found.values())

    def release(self, item: Item, reasons: dict[str, str]) -> Release:
        """The item as a file that may go out. Raises `Blocked` with what no reason was given for."""
        content, files = _texts(item, self.day), _file_of(item)
        try:
            return self._released(content, files, reasons)
        except Blocked as blocked:
            known = {finding.key: why for finding in blocked.findings if (why := self._explained(finding))}
            if not known:
                raise
            return self._released(content, files, {**reasons, **known})

    def release_picture(self, name: str, jpeg: bytes, looked: str) -> Release:
        """A picture as a file that may go out; `looked` says who looked at it. Raises `Blocked`."""
        picture = Picture(jpeg, "image/jpeg", Passage(""), "", shows_nobody=True)
        content = _content((picture,), self.day)
        try:
            return self._released(content, {name: jpeg}, {})
        except Blocked as blocked:
            reasons = {finding.key: looked for finding in blocked.findings if finding.rule == "picture"}
            return self._released(content, {name: jpeg}, reasons)

    def _released(self, content: Content, files: dict[str, bytes], reasons: dict[str, str]) -> Release:
        return inspect(files, clear(content, self.people, reasons), self.people, reasons)

    def _explained(self, finding: Finding) -> str:
        """Why a doubt needs nobody's reason, if it does not."""
        if finding.rule == "identifier_unknown" and finding.at.where in _MADE:
            return _BY_CHANCE
        said = fold(finding.at.text or "")
        is_listed = finding.rule == "unknown_name" and said in {fold(name) for name in self.public}
        return _LISTED if is_listed else ""


def texts_of(item: Item) -> Iterator[tuple[str, str]]:
    """Every text of an item that somebody wrote, with its place: `words`, `alt`, `seed`, or a translation's language.

    A seed that somebody typed is published with its flower, and read as words.

    >>> from valoshka.solidarity.items import Item
    >>> list(texts_of(Item("00000000000000ff", "2026-05-02", "be", words="Дзякуй", translations={"en": "Thank you"})))
    [('words', 'Дзякуй'), ('en', 'Thank you')]
    """
    typed = "" if says_nothing(item.seed) else item.seed
    told = (("words", item.words), ("alt", item.alt), ("seed", typed), *sorted(item.translations.items()))
    return ((where, text) for where, text in told if text)


def _texts(item: Item, day: str) -> Content:
    languages = dict.fromkeys(("words", "alt", "seed"), item.language)
    parts = [Paragraph(Passage(text, language=languages.get(where, where))) for where, text in texts_of(item)]
    return _content(parts, day)


def _content(parts: Sequence[Paragraph | Picture], day: str) -> Content:
    nothing = Passage("")
    section = Section(None, tuple(parts))
    return Content(nothing, nothing, (), (), (section,), (), None, (), "", day, "en", AUDIENCE)


def _file_of(item: Item) -> dict[str, bytes]:
    return {f"{item.id}.json": json.dumps(asdict(item), ensure_ascii=False).encode()}
