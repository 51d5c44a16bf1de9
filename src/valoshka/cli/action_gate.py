"""An action's texts and pages through the gate, from the command line."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from valoshka.clearance import CallToAction, ClearedContent, Content, Paragraph, Passage, Release, Section
from valoshka.disclosure import Blocked, Finding, Place, ProtectedPerson, clear
from valoshka.disclosure.sites import inspect_site
from valoshka.errors import Refused
from valoshka.names import fold
from valoshka.solidarity.site.building import build_site

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import TypeVar

    from valoshka.cli.doubts import Doubts
    from valoshka.solidarity.action import Action

    T = TypeVar("T")

AUDIENCE = "public"
# As the rule “story_unread” says.
_STORIES_READ = frozenset({"en", "be", "ru", "uk", "pl"})
_OURS = "A word of the pages' own, the same for every action."
_NOUNS_IN_CAPITALS = frozenset({"de"})
# The gate refuses to clear against nobody; this is nobody, said aloud, and the command says so to the user.
NOBODY = (ProtectedPerson("nobody-listed"),)


def released_site(action: Action, people: tuple[ProtectedPerson, ...], doubts: Doubts) -> dict[str, Release]:
    """The action's site, a `Release` a folder. Raises `Blocked` if anything in it gives somebody away.

    Raises `Refused` if somebody is protected, and nobody is said to have read what the gate reads in part.
    """
    if people != NOBODY:
        _ask_who_read(action)
    cleared: dict[str, ClearedContent] = {}
    for language in action.languages:
        step = partial(clear, content_of(action, language), people)
        cleared[f"{language}/index.html"] = _settled(action, language, doubts, step)
    files = build_site(action)
    if action.handle:
        own = Finding("identifier_unknown", None, Place(text=action.handle))
        doubts.given.setdefault(own.key, "The organisation's own account, as action.yml says.")
    inspected = partial(inspect_site, files, cleared, people)
    try:
        return inspected(doubts.given)
    except Blocked as blocked:
        doubted = {str(finding.at.file)[:2] for finding in blocked.findings} & set(action.languages)
        doubts.given.update(_of_every_page(action, tuple(sorted(doubted)), people))
    return doubts.settle(inspected)


def _ask_who_read(action: Action) -> None:
    unread = [code for code in action.languages if code not in _STORIES_READ and code not in action.read_by]
    if unread:
        example = ", ".join(f'{code}: "a colleague, 20 November"' for code in unread)
        raise Refused(
            f"The gate finds names in {', '.join(unread)}, but no story told without a name. Let somebody who knows "
            f"whom you protect read these texts, and say in action.yml who did, and when: read_by: {{{example}}}"
        )


def _of_every_page(action: Action, languages: tuple[str, ...], people: tuple[ProtectedPerson, ...]) -> dict[str, str]:
    """Reasons for what the gate doubts in the pages' own words, which are the same for every action and name nobody.

    Found by reading the pages in `languages` without anything of the action's.
    """
    if not languages:
        return {}
    nothing = dict.fromkeys(action.languages, "")
    bare = replace(action, title=nothing, for_whom=nothing, question=nothing, risk=nothing, phrases=(), handle="")
    bare = replace(bare, publisher="", site="", onion="", collector="-")
    built = build_site(bare)
    pages = {f"{language}/index.html": built[f"{language}/index.html"] for language in languages}
    cleared = {path: clear(content_of(bare, path[:2]), people) for path in pages}
    try:
        inspect_site(pages, cleared, people)
    except Blocked as blocked:
        return {finding.key: _OURS for finding in blocked.findings if finding.tier == "review"}
    return {}


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
            known = public.get(fold(finding.at.text or ""))
            if reason := known or _noun(finding, language) or _read(finding, action, language):
                doubts.given.setdefault(finding.key, reason)
    return doubts.settle(step)


def _noun(finding: Finding, language: str) -> str:
    """German writes every noun with a capital, so that one such word by itself is no sign of a name."""
    alone = finding.rule == "unknown_name" and len((finding.at.text or "").split()) == 1
    return "One word with a capital, in German." if language in _NOUNS_IN_CAPITALS and alone else ""


def _read(finding: Finding, action: Action, language: str) -> str:
    """Who read a text that the gate took for one in a language it does not read; a short phrase tells it too little."""
    if finding.rule != "story_unread":
        return ""
    said = f"It is in a language that the gate reads ({language}), as action.yml says."
    return said if language in _STORIES_READ else action.read_by.get(language, "")
