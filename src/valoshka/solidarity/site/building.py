"""An action → its pages: static files in memory, for any host."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from valoshka.errors import Refused
from valoshka.own_yaml import own_yaml
from valoshka.solidarity.flowers import describe, grow
from valoshka.solidarity.flowers.alt_text import words_of
from valoshka.solidarity.site.assets import STILL_SEED, folder_for, shared_files
from valoshka.solidarity.site.lettering import faces
from valoshka.solidarity.site.policy import NEUTRAL, policy
from valoshka.solidarity.site.words import Said, branch, said, texts_in, words_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from valoshka.solidarity.action import Action

_IN_SCRIPT = ("message", "card", "give", "refused")
# Which of the page's texts are set in display letters.
_DISPLAYED = ("there.heading", "flower.heading", "message.heading", "card.heading", "card.networks", "give.heading")
_DISPLAYED_STILL = ("still.heading", "still.phrases", "safety.no", "give.given", "give.waiting")
# What visitors write themselves should not fall out of the page's letters.
_LETTERS = {"en": "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"}
_IMPORT = re.compile(r'^(?:import|export) [^;]*?from "\./([\w./-]+)";', re.MULTILINE)


@cache
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("valoshka.solidarity.site", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def build_site(action: Action) -> dict[str, bytes]:
    """Every file of the site by its path, the pages as `<language>/index.html`; the same bytes every time.

    Raises `Refused` if there is no safety question for one of the countries at risk.
    """
    files = dict(shared_files(action.flowers[0]))
    for language in action.languages:
        letters = faces(language, _displayed(action, language), _running(action, language))
        files |= {f"fonts/{name}": content for name, content in letters.items()}
    folder = folder_for(files)
    pages = {f"{language}/index.html": _page(action, language, folder, files) for language in action.languages}
    return {"index.html": _root(action, folder), **pages, **{f"{folder}/{path}": files[path] for path in files}}


def question(action: Action, language: str) -> str:
    """Whether the visitor, or their family, is where a post is dangerous."""
    if action.question:
        return action.question[language]
    places = branch(language, "safety.places")
    for country in action.countries_at_risk:
        if country not in places:
            raise Refused(
                f"The page has no safety question for {country} yet. Write one into action.yml as “question:”, and "
                "what it says of the danger as “risk:”, in every language."
            )
    joined = said(language, "safety.or").join(str(places[country]) for country in action.countries_at_risk)
    return said(language, "safety.question").format(place=joined)


def _risk(action: Action, language: str) -> tuple[str, str]:
    """What sharing has led to, and who says so."""
    if action.risk:
        return action.risk[language], ""
    known = [country for country in action.countries_at_risk if country in branch(language, "there.risk")]
    key = known[0] if known and len(action.countries_at_risk) == 1 else "any"
    return said(language, f"there.risk.{key}"), said(language, f"there.sources.{key}")


def _page(action: Action, language: str, folder: str, files: Mapping[str, bytes]) -> bytes:
    risk, sources = _risk(action, language)
    tag = {"hashtag": _from_left(f"#{action.hashtag}"), "handle": _from_left(action.handle)}
    by = {"publisher": action.publisher.rstrip(".")}
    page = (
        _templates()
        .get_template("page.html.j2")
        .render(
            language=language,
            w=words_in(language),
            title=action.title[language],
            for_whom=action.for_whom[language],
            question=question(action, language),
            risk=risk,
            risk_sources=sources,
            policy=policy(action.collector),
            assets=f"../{folder}",
            preloaded=_preloaded(files),
            told=_told(action, language),
            tongues=[(code, said(code, "name")) for code in action.languages],
            neutral=NEUTRAL,
            collector=action.collector,
            onion=action.onion,
            wall=f"{action.site}/wall/",
            flowers=action.flowers,
            first_flower=action.flowers[0],
            still_alt=describe(grow(STILL_SEED, action.flowers[0]), language),
            phrases=[(phrase.id, phrase.words[language]) for phrase in action.phrases],
            post_with=escape(said(language, "card.text")).format(**tag),
            tag=escape(said(language, "card.tag")).format(**tag) if action.handle else "",
            still_steps=[escape(step).format(**tag) for step in texts_in(branch(language, "still")["steps"])],
            run_by=said(language, "foot.by").format(**by) if action.publisher else "",
        )
    )
    return page.encode()


def _from_left(word: str) -> Markup:
    """A hashtag or handle reads from its sign on, in Arabic, too."""
    return Markup('<bdi dir="ltr">{}</bdi>').format(word)


def _root(action: Action, folder: str) -> bytes:
    tongues = [
        {"code": code, "dir": said(code, "dir"), "name": said(code, "name"), "title": action.title[code]}
        for code in action.languages
    ]
    page = _templates().get_template("root.html.j2").render(tongues=tongues, assets=folder, policy=policy(""))
    return page.encode()


def _told(action: Action, language: str) -> Markup:
    """What the modules need, as JSON that no text can break out of."""
    countries: list[str] = own_yaml("valoshka.solidarity.site", "countries.yml")["codes"].split()
    offered = action.countries or countries
    words: dict[str, Said] = {part: branch(language, part) for part in _IN_SCRIPT}
    flower = branch(language, "flower")
    words["flower"] = {key: flower[key] for key in ("picture_alt", "drawing_alt", "undo", "redo", "clear", "colours",
                                                    "width", "keep", "board")}  # fmt: skip
    told = {
        "name": action.name,
        "language": language,
        "dir": said(language, "dir"),
        "kinds": action.flowers,
        "phrases": {phrase.id: phrase.words[language] for phrase in action.phrases},
        "hashtag": action.hashtag,
        "handle": action.handle,
        "site": action.site,
        "collector": action.collector,
        "countries": [code for code in offered if code not in action.countries_at_risk] if action.collector else [],
        "flowers": words_of(language),
        "said": words,
    }
    written = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return Markup(written.replace("<", "\\u003c").replace("\u2028", "\\u2028"))  # noqa: S704 - no “<” is left in it


def _displayed(action: Action, language: str) -> str:
    keys = (*_DISPLAYED, *_DISPLAYED_STILL)
    return " ".join([action.title[language], question(action, language), *(said(language, key) for key in keys)])


def _running(action: Action, language: str) -> str:
    own = (text for _, text in action.texts(language))
    return " ".join([*own, *texts_in(words_in(language)), _LETTERS.get(language, "")])


def _preloaded(files: Mapping[str, bytes]) -> list[str]:
    """The modules that the page starts with, so that a browser asks for all at once."""
    found: list[str] = []
    waiting = ["page.mjs"]
    while waiting:
        module = waiting.pop(0)
        if module not in found:
            found.append(module)
            waiting += _IMPORT.findall(files[f"js/{module}"].decode())
    return sorted(found)
