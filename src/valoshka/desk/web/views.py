"""What every page of the desk needs: coming in, leaving, the family's letters."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.views.decorators.http import require_GET, require_POST

from valoshka.desk.web import serving
from valoshka.desk.web.guard import nothing_here
from valoshka.desk.web.visit import COOKIE, visit

if TYPE_CHECKING:
    from django.http import HttpRequest

FONTS = frozenset(
    {
        "FiraSansExtraCondensed_700Bold.ttf",
        "Inter_400Regular.ttf",
        "Inter_600SemiBold.ttf",
        "SourceSerif4_400Regular.ttf",
        "SourceSerif4_600SemiBold.ttf",
    }
)


@require_GET
def enter(request: HttpRequest, once: str) -> HttpResponse:
    """Let a browser in by the link that works once."""
    if not visit().enter(once):
        return nothing_here(request)
    answer = HttpResponseRedirect(f"/{visit().path}/moderation/")
    answer.set_cookie(COOKIE, visit().cookie, path=f"/{visit().path}/", httponly=True, samesite="Strict")
    return answer


@require_GET
def font(request: HttpRequest, visit: str, name: str) -> HttpResponse:
    """One of the fonts that the briefing brings."""
    if name not in FONTS:
        return nothing_here(request)
    return HttpResponse(files("valoshka.briefing.fonts").joinpath(name).read_bytes(), content_type="font/ttf")


@require_POST
def close(request: HttpRequest, visit: str) -> HttpResponse:
    """End the process, and with it the key."""
    serving.end_soon()
    return JsonResponse({})
