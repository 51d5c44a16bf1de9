"""Stories of invented people with their adversaries' files: who is given away, and who is only suspected to be.

`python -m benchmarks.gate.jigsaw [--told]`: both error rates with Wilson's 95 % bounds for each set of stories, by
language and by adversary, without and with a table of populations; `--told` prints each story's finding.
stories/README.md says how they were written and coded.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from benchmarks.names.scoring import Share
from valoshka.disclosure.jigsaw.adversaries import adversaries
from valoshka.disclosure.jigsaw.in_files import pieces_in_text
from valoshka.disclosure.jigsaw.judging import judged
from valoshka.disclosure.jigsaw.populations import load_populations
from valoshka.disclosure.lookout import Lookout
from valoshka.disclosure.people import Facts, ProtectedPerson, RecordedEvent

if TYPE_CHECKING:
    from collections.abc import Iterable

    from valoshka.disclosure.jigsaw.populations import Populations

STORIES = Path(__file__).parent / "stories"
SETS = {"first": STORIES, "second": STORIES / "second", "third": STORIES / "third"}
LANGUAGES = ("en", "be", "ru", "uk", "pl")


class Outcome(NamedTuple):
    """One story, as it was coded and as the gate finds it; `others` in the same files are wrongly pointed at.

    `blocked` is whether the gate says that it must go, not only that it should be looked at.
    """

    story: str
    language: str
    coded: bool
    to: frozenset[str]
    found: bool
    blocked: bool
    by: frozenset[str]
    others: int
    why: str


def main(given: list[str] | None = None) -> None:
    """Both error rates of each set."""
    for name, folder in SETS.items():
        table = folder / "populations.csv"
        for populations in (None, load_populations(table)) if table.exists() else (None,):
            told_by = " with a table of populations" if populations else ""
            print(f"\n### The {name} set{told_by}\n")
            outcomes = [outcome for path in sorted(folder.glob("*.yml")) for outcome in _of_file(path, populations)]
            _table(outcomes)
            if "--told" in (given or []):
                _tell(outcomes)


def _tell(outcomes: list[Outcome]) -> None:
    print()
    for each in outcomes:
        wrong = "  " if each.coded == each.found else "!!"
        how = "blocked" if each.blocked else "review"
        print(f"{wrong} {each.story}: coded {each.coded} {sorted(each.to)}, {how} {sorted(each.by)}: {each.why}")


def _of_file(path: Path, populations: Populations | None) -> Iterable[Outcome]:
    for story in yaml.safe_load(path.read_text(encoding="utf-8"))["stories"]:
        everybody = [_person(story["teller"]), *map(_person, story["others"])]
        lookout = Lookout.over(everybody, "public")
        findings = list(pieces_in_text(story["text"], story["id"], lookout, populations))
        mine = [finding for finding in findings if finding.person == story["id"]]
        judgements = judged(lookout.pieces.clues(lookout.pieces.told(story["text"])), populations)
        by = {each.adversary for one in judgements if one.person == story["id"] for each in one.by}
        others = len({finding.person for finding in findings if finding.person} - {story["id"]})
        why = mine[0].at.text or "" if mine else ""
        blocked = any(finding.tier == "block" for finding in mine)
        coded, to = story["gives_away"], frozenset(story["to"])
        yield Outcome(story["id"], path.stem, coded, to, bool(mine), blocked, frozenset(by), others, why)


def _person(told: dict[str, Any]) -> ProtectedPerson:
    facts = dict(told.get("facts", {}))
    family, events = tuple(facts.pop("family", ())), tuple(RecordedEvent(**each) for each in facts.pop("events", ()))
    return ProtectedPerson(told["id"], tuple(told["names"]), facts=Facts(**facts, family=family, events=events))


def _table(outcomes: list[Outcome]) -> None:
    print("| | gives away: missed | safe: wrongly doubted | gives away: blocked | safe: blocked | others pointed at |")
    print("|---|---|---|---|---|---|")
    for language in LANGUAGES:
        if any(each.language == language for each in outcomes):
            _row(language, [each for each in outcomes if each.language == language])
    _row("all", outcomes)
    print("\n| adversary | could tell, and is named | could not, and is named |")
    print("|---|---|---|")
    for code in adversaries():
        named = [each for each in outcomes if code in each.by]
        could, could_not = (sum(code in each.to for each in outcomes), sum(code not in each.to for each in outcomes))
        rightly = sum(code in each.to for each in named)
        print(f"| {code} | {_share(rightly, could)} | {_share(len(named) - rightly, could_not)} |")


def _row(label: str, outcomes: list[Outcome]) -> None:
    coded, safe = ([each for each in outcomes if each.coded is so] for so in (True, False))
    missed, doubted = sum(not each.found for each in coded), sum(each.found for each in safe)
    shares = [_share(missed, len(coded)), _share(doubted, len(safe))]
    shares += [_share(sum(each.blocked for each in half), len(half)) for half in (coded, safe)]
    print(f"| {label} | {' | '.join(shares)} | {sum(each.others for each in outcomes)} |")


def _share(found: int, asked: int) -> str:
    low, high = Share(found, asked).bounds
    return f"{found} of {asked} ({low:.2f}–{high:.2f})"


if __name__ == "__main__":
    main(sys.argv[1:])
