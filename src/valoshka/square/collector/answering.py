"""Answers: JSON, never cached, readable from every page, and a code instead of a traceback."""

from __future__ import annotations

import sys
from http import HTTPStatus
from pathlib import Path
from traceback import extract_tb
from typing import TYPE_CHECKING

from django.core.exceptions import BadRequest, SuspiciousOperation
from django.db import OperationalError
from django.http import JsonResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError

from valoshka.square.refusals import NotTaken

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

# No cookie says who asks, so that any page may: on the onion address, a mirror, another host.
_HEADERS = {
    "Cache-Control": "no-store",
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Headers": "Content-Type",
    "Access-Control-Max-Age": "86400",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
# A form that is none, too many fields, a line that broke off half-way.
_NO_REQUEST = (BadRequest, SuspiciousOperation, MultiPartParserError, UnreadablePostError)


def refused(code: str) -> JsonResponse:
    """The answer for a code of `refusals.yml`."""
    told = NotTaken(code)
    return JsonResponse({"refused": told.code}, status=told.status)


class Answering:
    """Puts the headers on, and turns what was raised into an answer."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer one request; `OPTIONS`, by which a browser asks first, is always fine."""
        answer = JsonResponse({}) if request.method == "OPTIONS" else self.get_response(request)
        if answer.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            answer = refused("nothing_here")
        for name, value in _HEADERS.items():
            answer[name] = value
        return answer

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse:
        """A refusal as its code; a database that cannot take more, as a full queue; anything else by its place only."""
        if isinstance(error, NotTaken):
            return refused(error.code)
        if isinstance(error, _NO_REQUEST):
            return refused("not_understood")
        tell_place(error)
        if isinstance(error, OperationalError):
            return refused("queue_full")
        return JsonResponse({"refused": "unforeseen"}, status=500)


def tell_place(error: Exception) -> None:
    """Say on standard error where a fault of ours lies; its message and values could hold a stranger's words."""
    places = [f"{Path(frame.filename).name}, line {frame.lineno}" for frame in extract_tb(error.__traceback__)[-3:]]
    sys.stderr.write(f"Unforeseen: {type(error).__name__} at {' < '.join(reversed(places))}.\n")


def nothing_here(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """For an address that there is not."""
    return refused("nothing_here")


def not_understood(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """For a request that Django itself declines."""
    return refused("not_understood")
