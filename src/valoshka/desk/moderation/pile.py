"""All messages of an action's folder, opened in memory, with what the gate says and what was decided of each."""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from valoshka.desk.moderation.alike import groups
from valoshka.desk.moderation.keys import mark_of
from valoshka.desk.moderation.opened import keep_notes, open_message
from valoshka.desk.moderation.reasons import reasons
from valoshka.errors import Refused
from valoshka.own_yaml import own_yaml
from valoshka.solidarity.staffing import Decision, Inbox, Publications, add_decision, read_decisions, standing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from valoshka.desk.moderation.judging import Gate
    from valoshka.desk.moderation.opened import Notes, Opened
    from valoshka.disclosure import Finding
    from valoshka.square.staff_key import StaffSecretKey


@dataclass(frozen=True)
class Judged:
    """A message and what the gate says of its texts."""

    opened: Opened
    findings: tuple[Finding, ...]

    @property
    def is_blocked(self) -> bool:
        """Whether no reason lifts what was found."""
        return any(finding.tier == "block" for finding in self.findings)

    @property
    def doubts(self) -> tuple[Finding, ...]:
        """What a person may let stand, with a reason."""
        return tuple(finding for finding in self.findings if finding.tier == "review")


class Pile:
    """The messages of one action, for one of the staff (`who`). Its methods may be called from several threads."""

    def __init__(self, folder: Path, key: StaffSecretKey, gate: Gate, who: str) -> None:
        self.folder, self.gate, self.who = folder, gate, who
        self._key = key
        self._inbox = Inbox(folder)
        self._lock = threading.RLock()
        self._judged: dict[str, Judged] = {}
        self._decided = standing(read_decisions(folder))
        self._published = {item.id for item in Publications(folder).items()}
        self._order: tuple[str, ...] = ()
        self._alike: dict[str, tuple[str, ...]] = {}
        self.unread: list[str] = []

    def open(self, progress: Callable[[], None] = lambda: None) -> None:
        """Open every message once, to put those that are alike beside each other; pictures are not kept in memory.

        One that does not open is told of in `unread`, and the others are not held up.
        """
        words, hashes, days = {}, {}, {}
        for kept in self._inbox.kept():
            try:
                opened = open_message(kept, self._inbox, self._key)
                opened.item()  # refused here if the message is not as a collector of ours writes them
            except Refused as refusal:
                self.unread.append(str(refusal))
                continue
            words[kept.id], hashes[kept.id], days[kept.id] = opened.words, opened.letter.alike, kept.day
            progress()
        self._alike = groups(words, hashes)
        first = {id_: self._alike.get(id_, (id_,))[0] for id_ in days}
        self._order = tuple(sorted(days, key=lambda id_: (days[first[id_]], first[id_], id_)))

    @property
    def ids(self) -> tuple[str, ...]:
        """Every message: by day, those that are alike together, else by random id."""
        return self._order

    def decision(self, id_: str) -> Decision | None:
        """What stands for a message now."""
        return self._decided.get(id_)

    def is_published(self, id_: str) -> bool:
        """Whether a message was published already."""
        return id_ in self._published

    def alike(self, id_: str) -> tuple[str, ...]:
        """The other messages that say or show the same."""
        return tuple(other for other in self._alike.get(id_, ()) if other != id_)

    def opened(self, id_: str) -> Opened:
        """A message with its seal broken, picture and all. Raises `Refused` if there is none with this id."""
        kept = self._inbox.find(id_)
        if kept is None:
            raise Refused(f"There is no message {id_[:16]} in the inbox. Bring the messages in again.")
        return open_message(kept, self._inbox, self._key)

    def judged(self, id_: str) -> Judged:
        """A message and the gate's findings; asked again at once, it answers from memory."""
        with self._lock:
            if id_ not in self._judged:
                opened = self.opened(id_)
                light = replace(opened, letter=replace(opened.letter, picture=b"-" if opened.letter.picture else b""))
                self._judged[id_] = Judged(light, tuple(self.gate.findings(opened.item())))
            return self._judged[id_]

    def approve(self, id_: str, reason: str = "", *, hidden: bool = False) -> None:
        """Let a message be published; `hidden`: nobody, and no handle, is seen in a post found elsewhere.

        Raises `Refused`: the gate blocks it; it has doubts and no reason was given; it is a found post not looked at.
        """
        with self._lock:
            judged = self.judged(id_)
            if judged.is_blocked:
                raise Refused("The gate blocks this message, and no reason lifts that. Reject it.")
            if judged.doubts and reason not in reasons("stand"):
                raise Refused("The gate has doubts about this message. Say why they may stand, or reject it.")
            if judged.opened.consent and not hidden:
                raise Refused("Say first that no face, name or handle is to be seen in what was found elsewhere.")
            self._decide(id_, "approve", reason if judged.doubts else "", self._marks(judged))

    def reject(self, id_: str, reason: str) -> None:
        """Keep a message from being published. Raises `Refused` for an unknown reason, or if it was published."""
        with self._lock:
            self._require_unpublished(id_)
            if reason not in reasons("reject"):
                raise Refused("Choose a reason by its number.")
            self._decide(id_, "reject", reason)

    def undo(self, id_: str) -> None:
        """Take the decision back. Raises `Refused` if the message was published."""
        with self._lock:
            self._require_unpublished(id_)
            if id_ in self._decided:
                self._decide(id_, "undo")

    def note(self, id_: str, change: Callable[[Notes], Notes]) -> None:
        """Change the staff's notes; an approval is taken back, because it was given to something else."""
        with self._lock:
            notes = change(self.opened(id_).notes)
            replace(self.opened(id_), notes=notes).item()  # refused here, if its bounds are not kept
            keep_notes(id_, notes, self._inbox, self._key.public())
            self._judged.pop(id_, None)
            decided = self._decided.get(id_)
            if decided and decided.decision == "approve":
                self._decide(id_, "undo")

    def lifted(self, judged: Judged) -> bool:
        """Whether all that the gate doubts now was seen when the message was approved, covers and all."""
        decided = self._decided.get(judged.opened.id)
        return decided is not None and set(self._marks(judged)) <= set(decided.lifted)

    def tidy(self, on: date | None = None) -> int:
        """Remove from the inbox what was decided long enough ago (`limits.yml`); how many messages went."""
        today = on or datetime.now(UTC).date()
        known = own_yaml("valoshka.desk.moderation", "limits.yml")
        waits = {"reject": known["rejected_days"], "approve": known["published_days"], "takedown": 0}
        gone = 0
        for kept in self._inbox.kept():
            decided = self._decided.get(kept.id)
            if decided is None or (decided.decision == "approve" and kept.id not in self._published):
                continue
            if date.fromisoformat(decided.day) + timedelta(days=waits[decided.decision]) <= today:
                self._inbox.forget(kept.id)
                gone += 1
        return gone

    def _marks(self, judged: Judged) -> tuple[str, ...]:
        opened = judged.opened
        seen = [finding.key for finding in judged.doubts]
        if opened.letter.picture:
            seen.append(f"covers:{opened.notes.covers}")
        return tuple(mark_of(each, opened.id, self._key) for each in sorted(seen))

    def _require_unpublished(self, id_: str) -> None:
        if id_ in self._published:
            raise Refused("This was published already. To remove it everywhere: valoshka action takedown.")

    def _decide(self, id_: str, verdict: str, reason: str = "", lifted: tuple[str, ...] = ()) -> None:
        decision = Decision(id_, verdict, today(), self.who, reason, lifted)  # type: ignore[arg-type]
        add_decision(self.folder, decision)
        self._decided = standing([*self._decided.values(), decision])


def today() -> str:
    """The day, as decisions are dated."""
    return datetime.now(UTC).date().isoformat()
