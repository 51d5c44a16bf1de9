"""Every request is looked at here first: from this computer, to our exact address, by the browser that we let in."""

from __future__ import annotations

import secrets
import sys
import time
from pathlib import Path
from traceback import extract_tb
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse, JsonResponse

from valoshka.desk.web.visit import COOKIE, visit
from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable

_POLICY = (
    "default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; img-src 'self' blob:; "
    "connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), interest-cohort=()",
}
_OURS = frozenset({"", "same-origin", "none"})
SHUT = "Nothing is here. Start the command again, and open the link that it prints: it works once."


class Guard:
    """Lets a request through or answers 404 to all that is not ours, and puts the headers on."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer one request."""
        nonce = secrets.token_urlsafe(18)
        request.META["desk.nonce"] = nonce
        if is_ours(request):
            visit().last_seen = time.monotonic()
            answer = self.get_response(request)
        else:
            answer = nothing_here(request)
        for name, value in _HEADERS.items():
            answer[name] = value
        answer["Content-Security-Policy"] = _POLICY.format(nonce=nonce)
        return answer

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse:
        """A refusal as its sentence; anything else by its place only, because its values could hold a message."""
        if isinstance(error, Refused):
            return JsonResponse({"refused": str(error)}, status=409)
        places = [f"{Path(frame.filename).name}, line {frame.lineno}" for frame in extract_tb(error.__traceback__)[-3:]]
        sys.stderr.write(f"Unforeseen: {type(error).__name__} at {' < '.join(reversed(places))}.\n")
        return JsonResponse({"refused": "Something was not foreseen. The terminal says where."}, status=500)


def is_ours(request: HttpRequest) -> bool:
    """Whether a request may be answered at all."""
    if request.META.get("HTTP_HOST") != visit().host or request.headers.get("Sec-Fetch-Site", "") == "cross-site":
        return False
    parts = request.path_info.split("/")
    if parts[1] == "open":
        return request.method == "GET"
    if not (visit().is_path(parts[1]) and visit().knows(request.COOKIES.get(COOKIE, ""))):
        return False
    return request.method == "GET" or _may_change(request)


def _may_change(request: HttpRequest) -> bool:
    """A form on another page can send neither this kind of content nor this origin."""
    return (
        request.method == "POST"
        and request.headers.get("Origin") == visit().origin
        and request.headers.get("Sec-Fetch-Site", "") in _OURS
        and request.content_type == "application/json"
    )


def nothing_here(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The one answer to everything that is not ours."""
    return HttpResponse(SHUT, status=404, content_type="text/plain; charset=utf-8")
