"""What visitors ask for: a challenge, to give a flower, to send a message."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from django.http import JsonResponse
from django.views.decorators.http import require_GET, require_POST

from valoshka.square import altcha
from valoshka.square.collector.keeping import keep_flower, keep_message, require_room, spend
from valoshka.square.collector.standing import challenge_key, grounds, now, require_open, studio
from valoshka.square.limits import limits
from valoshka.square.refusals import NotTaken
from valoshka.square.sealing import Letter, seal
from valoshka.square.submissions import flower_from, message_from

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from valoshka.square.submissions import Message


@require_GET
def challenge(request: HttpRequest) -> HttpResponse:
    """A proof of work to do."""
    require_open()
    return JsonResponse(altcha.new_challenge(challenge_key(), now()))


@require_POST
def flower(request: HttpRequest) -> HttpResponse:
    """Take a flower: JSON with seed, kind, phrase, language, country, altcha."""
    require_open()
    fields = _json(request, limits().flower_bytes)
    given = flower_from(fields, grounds().action)
    keep_flower(given, _proof(fields.get("altcha")))
    return JsonResponse({"answer": "given"}, status=202)


@require_POST
def message(request: HttpRequest) -> HttpResponse:
    """Take a message: a form with seed and kind or a picture; phrase or words; language, country, altcha.

    The proof is spent before a picture is looked at, so that each look costs a proof.
    """
    require_open()
    refuse_longer(request, limits().picture_bytes + limits().form_bytes)
    picture = request.FILES.get("picture")
    told = message_from(request.POST, grounds().action, has_picture=picture is not None)
    require_room()
    spend(_proof(request.POST.get("altcha")))
    keep_message(seal(_letter(told, picture.read() if picture else b""), grounds().key))
    return JsonResponse({"answer": "waiting"}, status=202)


def refuse_longer(request: HttpRequest, most: int) -> None:
    """Raises `NotTaken("too_large")` before anything of a long body is read."""
    told = request.headers.get("Content-Length", "")
    if told.isdecimal() and int(told) > most:
        raise NotTaken("too_large")


def _letter(told: Message, untrusted_picture: bytes) -> Letter:
    letter = {**vars(told)}
    if not untrusted_picture:
        return Letter(**letter)
    redrawn = studio().redraw(untrusted_picture)
    return Letter(**letter, alike=redrawn.alike, picture=redrawn.jpeg)


def _proof(untrusted: object) -> str:
    return altcha.proof_of(untrusted if isinstance(untrusted, str) else "", challenge_key(), now())


def _json(request: HttpRequest, most: int) -> dict[str, object]:
    refuse_longer(request, most)
    try:
        fields = json.loads(request.body)
    except (ValueError, RecursionError) as error:
        raise NotTaken("not_understood") from error
    if not isinstance(fields, dict):
        raise NotTaken("not_understood")
    return fields
