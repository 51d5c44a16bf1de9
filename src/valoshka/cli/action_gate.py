"""An action's texts and pages through the gate, from the command line."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from valoshka.clearance import CallToAction, ClearedContent, Content, Paragraph, Passage, Release, Section
from valoshka.disclosure import Blocked, ProtectedPerson, clear
from valoshka.disclosure.sites import inspect_site
from valoshka.names import fold
from valoshka.solidarity.site.building import build_site

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import TypeVar

    from valoshka.cli.doubts import Doubts
    from valoshka.disclosure import Finding
    from valoshka.solidarity.action import Action

    T = TypeVar("T")

AUDIENCE = "public"
_NOUNS_IN_CAPITALS = frozenset({"de"})
# The gate refuses to clear against nobody; this is nobody, said aloud, and the command says so to the user.
NOBODY = (ProtectedPerson("nobody-listed"),)


def released_site(action: Action, people: tuple[ProtectedPerson, ...], doubts: Doubts) -> dict[str, Release]:
    """The action's site, a `Release` a folder. Raises `Blocked` if anything in it gives somebody away."""
    cleared: dict[str, ClearedContent] = {}
    for language in action.languages:
        step = partial(clear, content_of(action, language), people)
        cleared[f"{language}/index.html"] = _settled(action, language, doubts, step)
    files = build_site(action)
    return _settled(action, "", doubts, partial(inspect_site, files, cleared, people))


def content_of(action: Action, language: str) -> Content:
    """The action's own texts in a language, as the gate reads them."""
    texts = dict(action.texts(language))
    phrases = tuple(Passage(phrase.words[language]) for phrase in action.phrases)
    said = [texts[key] for key in ("for_whom", "question", "risk") if key in texts]
    return Content(
        title=Passage(texts["title"]),
        subtitle=Passage(""),
        standfirst=(),
        figures=(),
        sections=(Section(None, tuple(Paragraph(Passage(text)) for text in said)),),
        stories=(),
        call=CallToAction(Passage(""), phrases, f"#{action.hashtag}"),
        notes=(),
        publisher=action.publisher,
        date=str(datetime.now(UTC).date()),
        language=language,
        audience=AUDIENCE,
    )


def _settled(action: Action, language: str, doubts: Doubts, step: Callable[[Mapping[str, str]], T]) -> T:
    """What `step` returns once every doubt has its reason; the action's public names are reasons for themselves."""
    public = {fold(name.name): f"{name.name}: {name.source}" for name in action.public_names}
    try:
        return step(doubts.given)
    except Blocked as blocked:
        for finding in blocked.findings:
            if reason := public.get(fold(finding.at.text or "")) or _noun(finding, language):
                doubts.given.setdefault(finding.key, reason)
    return doubts.settle(step)


def _noun(finding: Finding, language: str) -> str:
    """German writes every noun with a capital, so that one such word by itself is no sign of a name."""
    alone = finding.rule == "unknown_name" and len((finding.at.text or "").split()) == 1
    return "One word with a capital, in German." if language in _NOUNS_IN_CAPITALS and alone else ""
