"""The demo's way, step by step: what is said, which command does it, and how it has to end."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

DEMO = Path("demo")
CLEAR, STOPPED = 0, 1


@dataclass(frozen=True)
class Step:
    """One command of `valoshka`, without its passphrase file.

    `ends` is the exit code that it must end with; `quiet` hides a long answer; `after` is said when it is done.
    """

    title: str
    arguments: tuple[str, ...]
    ends: int = CLEAR
    after: str = ""
    quiet: bool = False


def steps(out: Path) -> tuple[Step, ...]:
    """All steps, in order; `out` is where the casebook and the briefing go."""
    return (*_gathering(str(out / "case.valoshka")), *_publishing(str(out / "case.valoshka"), str(out)))


def _gathering(case: str) -> tuple[Step, ...]:
    return (
        Step("Make a sealed casebook", ("new", case), quiet=True),
        Step("Record people: names, pseudonyms, risks", ("person", case, "add", "--from", str(DEMO / "people.yml"))),
        Step(
            "Read six interviews: docx, odt, pdf, txt; English, Belarusian, Russian",
            ("import", case, str(DEMO / "interviews"), "--details", str(DEMO / "details.yml")),
        ),
        Step("Record who agreed to what, and for whom", ("consent", case, "add", "--from", str(DEMO / "consents.yml"))),
        Step("Which words could be names of people not known yet?", ("pseudonym", case, "list", "--offered")),
        Step("Propose who did what to whom", ("propose", case)),
        Step(
            "Review: a machine proposes, a person decides",
            ("review", case, "--decisions", str(DEMO / "decisions.yml")),
        ),
    )


def _publishing(case: str, out: str) -> tuple[Step, ...]:
    return (
        Step("A student thinks again and withdraws her consent", ("withdraw", case, "Zoya")),
        Step(
            "A first draft still tells her story",
            ("brief", case, str(DEMO / "first-draft.yml"), "-o", out),
            ends=STOPPED,
            after="Stopped, as it should be: nothing was written.",
        ),
        Step(
            "A second draft still names a patient",
            ("brief", case, str(DEMO / "second-draft.yml"), "-o", out),
            ends=STOPPED,
            after="Stopped, as it should be: nothing was written.",
        ),
        Step(
            "The corrected briefing: nobody is named, but a person has to look at the picture",
            ("brief", case, str(DEMO / "briefing.yml"), "-o", out),
            ends=STOPPED,
            after="Waits for a reason: no program can see who is in a picture.",
        ),
        Step(
            "Somebody looked at it and says so; the briefing goes through the gate",
            ("brief", case, str(DEMO / "briefing.yml"), "-o", out, "--reasons", str(DEMO / "reasons.yml")),
        ),
        Step(
            "Check the web page once more, by itself",
            ("check", f"{out}/briefing.html", "--casebook", case),
            ends=STOPPED,
            after="Nobody of the casebook is found. Public names and the picture are asked about each time.",
        ),
        Step(
            "Weeks later, the mother takes back her own words",
            ("withdraw", case, "Hanna", "--item", "verbatim_quotes"),
        ),
        Step(
            "The solidarity action that the briefing ends with: pages in six languages, through the same gate",
            ("action", "build", str(DEMO / "action"), "-o", f"{out}/action", "--casebook", case),
        ),
        Step("Is the casebook whole?", ("verify", case)),
    )
