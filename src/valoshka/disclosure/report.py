"""What was checked, and what no program can check, for people to read. It names nobody."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from valoshka.disclosure.findings import rules
from valoshka.disclosure.wording import questions, said
from valoshka.terms import edtf
from valoshka.terms.vocabulary import audiences

if TYPE_CHECKING:
    from valoshka.clearance import Reason, Release

_WIDTH = 100


def report(release: Release, language: str | None = None) -> str:
    """The plain-language report on `release`, in the publication's language unless another of en, be, ru is given.

    It says "no protected identity was found by these checks", lists them, gives the reasons by which doubts were
    settled, and ends with the questions for a second reader.
    """
    content = release.cleared.content
    language = language or content.language
    audience = audiences()[content.audience].label_in(language)
    files = ", ".join(name for name, _ in release.files)
    day = edtf.shown(edtf.parse(content.date), language)
    parts = [
        "# " + said(language, "title", title=content.title.text),
        _wrapped(said(language, "verdict") + " " + said(language, "limits")),
        _wrapped(said(language, "for_whom", audience=audience, date=day, files=files))
        + "\n"
        + said(language, "hash", sha256=release.sha256),
        "## " + said(language, "checked"),
        "\n".join(_item(f"{check.name}: {check.looked_for}: {check.result}.") for check in release.checks),
        "## " + said(language, "decided"),
        "\n".join(_item(_decided(reason, language)) for reason in release.reasons) or said(language, "nothing_decided"),
        "## " + said(language, "open"),
        "\n".join(_item(question, "- [ ] ") for question in questions(language)),
        said(language, "signature"),
    ]
    return "\n\n".join(parts) + "\n"


def _decided(reason: Reason, language: str) -> str:
    """One decision without its key: that has a person's id in it, and this is read beside what goes out."""
    rule = rules().get(reason.rule)
    why = rule.why[language].format_map(dict(reason.details)) if rule else ""
    return " ".join(filter(None, (f"{', '.join(reason.places)}:" if reason.places else "", why, reason.words)))


def _wrapped(text: str) -> str:
    return textwrap.fill(text, _WIDTH, break_long_words=False, break_on_hyphens=False)


def _item(text: str, bullet: str = "- ") -> str:
    return textwrap.fill(
        text, _WIDTH, initial_indent=bullet, subsequent_indent=" " * len(bullet), break_on_hyphens=False
    )
