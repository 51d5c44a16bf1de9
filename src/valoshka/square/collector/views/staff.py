"""What the staff ask for, each request signed: the queue, the flowers, to publish, to take down."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from datetime import date
from typing import TYPE_CHECKING

from django.http import JsonResponse
from django.views.decorators.http import require_GET, require_POST

from valoshka.square import signing
from valoshka.square.collector import publishing
from valoshka.square.collector.keeping import spend
from valoshka.square.collector.models import GivenFlower, WaitingMessage, numbered, written
from valoshka.square.collector.standing import grounds, now
from valoshka.square.collector.views.visitors import refuse_longer
from valoshka.square.limits import limits
from valoshka.square.refusals import NotTaken

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_GET
def queue(request: HttpRequest) -> HttpResponse:
    """Some waiting messages, by their random ids, above `after`; `left` says how many there are above the last one."""
    _signed_body(request)
    waiting = WaitingMessage.objects.filter(id__gt=_after(request)).order_by("id")
    page = list(waiting[: limits().queue_page])
    told = [
        {"id": written(each.id), "day": each.day, "sealed": base64.b64encode(each.sealed).decode()} for each in page
    ]
    return JsonResponse({"waiting": told, "left": waiting.filter(id__gt=page[-1].id).count() if page else 0})


@require_POST
def taken(request: HttpRequest) -> HttpResponse:
    """Remove messages that the staff have safely written down."""
    gone, _ = WaitingMessage.objects.filter(id__in=_ids(_signed_body(request))).delete()
    return JsonResponse({"taken": gone})


@require_GET
def flowers(request: HttpRequest) -> HttpResponse:
    """Flowers by their random ids, above `after`, of the day `since` and later if it is given."""
    _signed_body(request)
    given = GivenFlower.objects.filter(id__gt=_after(request))
    if since := request.GET.get("since"):
        given = given.filter(day__gte=_day(since))
    page = list(given.order_by("id").values()[: limits().flowers_page])
    told = [{**each, "id": written(each["id"])} for each in page]
    return JsonResponse({"flowers": told, "more": len(page) == limits().flowers_page})


@require_POST
def publish(request: HttpRequest) -> HttpResponse:
    """Take approved items and their pictures: `{"items": [...], "pictures": {sha256: base64}}`; again is no harm."""
    bundle = publishing.bundle_from(_signed_body(request))
    return JsonResponse({"published": publishing.publish(bundle)})


@require_POST
def takedown(request: HttpRequest) -> HttpResponse:
    """Remove items, flowers or waiting messages for good: `{"ids": [...]}`."""
    ids = _ids(_signed_body(request))
    publishing.take_down(ids)
    return JsonResponse({"taken_down": len(ids)})


def _signed_body(request: HttpRequest) -> bytes:
    """The body, once the signature holds; a stranger's body is not even read."""
    path = request.get_full_path().lstrip("/")
    header = request.headers.get("Authorization", "")
    signed = signing.check(header, grounds().key, request.method or "", path, now())
    refuse_longer(request, limits().staff_bytes)
    if not hmac.compare_digest(hashlib.sha256(request.body).hexdigest(), signed.body_sha256):
        raise NotTaken("not_staff")
    spend(f"staff {signed.nonce}", "not_staff")
    return request.body


def _ids(body: bytes) -> list[int]:
    try:
        ids = json.loads(body)["ids"]
        return [numbered(each) for each in ids]
    except (ValueError, KeyError, TypeError) as error:
        raise NotTaken("not_understood") from error


def _after(request: HttpRequest) -> int:
    try:
        return numbered(request.GET.get("after", "0").zfill(16))
    except ValueError as error:
        raise NotTaken("not_understood") from error


def _day(untrusted: str) -> str:
    try:
        return date.fromisoformat(untrusted).isoformat()
    except ValueError as error:
        raise NotTaken("not_understood") from error
