"""What the moderation page asks for. Who may ask at all is `web.guard`'s business."""

from __future__ import annotations

import functools
import json
from dataclasses import replace
from importlib.resources import files
from typing import TYPE_CHECKING, Any, cast

from django.http import HttpResponse, JsonResponse
from django.views.decorators.http import require_GET, require_POST

from valoshka.desk.moderation.opened import tidied, with_translation
from valoshka.desk.moderation.page.desk import DRAWING, desk
from valoshka.desk.moderation.page.drawing import drawn_page
from valoshka.desk.moderation.page.telling import told_list, told_message
from valoshka.desk.moderation.pictures import covers_from
from valoshka.desk.web.guard import nothing_here
from valoshka.errors import Refused
from valoshka.solidarity.flowers import grow
from valoshka.solidarity.raster import jpeg, pixels

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest

    from valoshka.desk.moderation.opened import Notes

_KINDS = {".css": "text/css", ".mjs": "text/javascript", ".svg": "image/svg+xml"}
_LONGEST_ALT = 300
_FLOWER = 560  # pixels wide, as it stands beside the words


@require_GET
def page(request: HttpRequest, visit: str) -> HttpResponse:
    """The page itself."""
    nonce = str(request.META["desk.nonce"])
    return HttpResponse(drawn_page(desk(), nonce), content_type="text/html; charset=utf-8")


@require_GET
def file(request: HttpRequest, visit: str, name: str) -> HttpResponse:
    """A style sheet or a script of the page's."""
    known = {each.name: each for each in files(__package__).joinpath("files").iterdir()}
    ending = f".{name.rpartition('.')[2]}"
    if name not in known or ending not in _KINDS:
        return nothing_here(request)
    return HttpResponse(known[name].read_bytes(), content_type=f"{_KINDS[ending]}; charset=utf-8")


@require_GET
def listed(request: HttpRequest, visit: str) -> HttpResponse:
    """Every message, by id."""
    return JsonResponse(told_list(desk()))


@require_GET
def message(request: HttpRequest, visit: str, id_: str) -> HttpResponse:
    """One message, with the gate's marks."""
    return JsonResponse(told_message(desk(), _known(id_)))


@require_GET
def picture(request: HttpRequest, visit: str, id_: str) -> HttpResponse:
    """A message's picture, drawn anew and at most 800 pixels a side, or its flower."""
    letter = desk().pile.opened(_known(id_)).letter
    if letter.picture:
        return HttpResponse(desk().darkroom.shown(letter.picture), content_type="image/jpeg")
    if letter.seed:
        return HttpResponse(_flower(letter.seed, letter.kind), content_type="image/jpeg")
    return nothing_here(request)


@require_POST
def decide(request: HttpRequest, visit: str) -> HttpResponse:
    """Approve, reject or undo: `{"id", "decision", "reason", "hidden"}`; answers with the message as it stands now."""
    told = _json(request)
    id_, reason = _known(told.get("id")), str(told.get("reason", ""))
    pile = desk().pile
    deeds: dict[str, Callable[[], None]] = {
        "approve": lambda: pile.approve(id_, reason, hidden=told.get("hidden") is True),
        "reject": lambda: pile.reject(id_, reason),
        "undo": lambda: pile.undo(id_),
    }
    if told.get("decision") not in deeds:
        raise Refused("The page asked for something unknown. Load it again.")
    deeds[str(told["decision"])]()
    return JsonResponse(told_message(desk(), id_))


@require_POST
def note(request: HttpRequest, visit: str) -> HttpResponse:
    """Keep a translation, a description or covers: `{"id", "language", "text" | "alt" | "covers"}`."""
    told = _json(request)
    id_ = _known(told.get("id"))
    desk().pile.note(id_, functools.partial(_changed, told=told))
    return JsonResponse(told_message(desk(), id_))


def _changed(notes: Notes, told: dict[str, Any]) -> Notes:
    if "covers" in told:
        return replace(notes, covers=covers_from(told["covers"]))
    if "alt" in told:
        return replace(notes, alt=tidied(str(told["alt"])).strip()[:_LONGEST_ALT])
    language = str(told.get("language", ""))
    if language not in desk().action.languages:
        raise Refused("action.yml lists no such language.")
    return with_translation(notes, language, str(told.get("text", "")))


def _known(untrusted: object) -> str:
    if untrusted not in desk().pile.ids:
        raise Refused("There is no such message any more. Load the page again.")
    return str(untrusted)


def _json(request: HttpRequest) -> dict[str, Any]:
    try:
        told = json.loads(request.body)
    except (ValueError, RecursionError) as error:
        raise Refused("The page sent something that cannot be read. Load it again.") from error
    if not isinstance(told, dict):
        raise Refused("The page sent something that cannot be read. Load it again.")
    return cast(dict[str, Any], told)


@functools.lru_cache(maxsize=64)
def _flower(seed: str, kind: str) -> bytes:
    with DRAWING:
        drawn = pixels(grow(seed, kind), _FLOWER)
    return jpeg(drawn)
