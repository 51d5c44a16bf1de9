"""One channel of a file looked through: with more caution where a program, not a person, wrote what stands there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from valoshka.disclosure.channels import Channel
    from valoshka.disclosure.findings import Finding, Place
    from valoshka.disclosure.lookout import Lookout

SEEN = frozenset({"text", "alt"})
_SHORT_NAME = 5  # letters: technical strings and bytes read as letters spell a short name sooner or later
_CERTAIN = frozenset({"name_full_name", "name_given_patronymic", "name_run_together", "name_initials", "name_surname"})


def in_channel(channel: Channel, at: Place, lookout: Lookout) -> Iterator[Finding]:
    """What in `channel` names or identifies somebody; `at` is the file.

    What a reader sees is read as any text. What only a machine sees is blocked if it is certain, with the place it is
    carried in; there a given name alone, or a word that may be a name, proves nothing.
    """
    if channel.kind in SEEN:
        for finding in lookout.findings(channel.text, at):
            yield replace(finding, at=replace(finding.at, where=channel.place(finding.at.start or 0)))
        return
    place = replace(at, metadata=channel.where)
    for line in dict.fromkeys(channel.text.split("\n")):
        for finding in lookout.findings(line, place):
            if rule := _rule(finding):
                yield replace(finding, rule=rule)


def _rule(finding: Finding) -> str | None:
    if finding.rule == "third_person_named" or finding.rule in _CERTAIN:
        long_enough = len(finding.at.text or "") >= _SHORT_NAME
        return "metadata_name" if long_enough else None
    return "metadata_name" if finding.rule in {"identifier_known", "identifier_birth_date"} else None
