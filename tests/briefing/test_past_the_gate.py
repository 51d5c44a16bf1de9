from __future__ import annotations

import pytest

from valoshka.briefing.render import render
from valoshka.disclosure.clearing import clear
from valoshka.disclosure.findings import Blocked
from valoshka.disclosure.inspecting import inspect
from valoshka.disclosure.people import ProtectedPerson

NAMES = {"p1aaaaaaaa": "Стэфанія Ваўкалапка", "p2bbbbbbbb": "Міраслаў Журавінчык", "p3cccccccc": "Тэкля Бусліхіна"}


def people(invented):
    return [
        ProtectedPerson(
            id=story["person"],
            names=(NAMES[story["person"]],),
            consent={item: frozenset(whom) for item, whom in story["consents"].items()},
            pseudonyms=tuple(story["pseudonyms"]),
        )
        for story in invented.lent().stories
    ]


def looked_at(content, protected):
    """A reason for each doubt (a picture always is one); what blocks takes no reason."""
    try:
        clear(content, protected)
    except Blocked as blocked:
        return {finding.key: "Looked at it." for finding in blocked.findings if finding.tier == "review"}
    return {}


@pytest.mark.parametrize("language", ["en", "be", "ru"])
def test_what_is_composed_and_rendered_passes_the_real_gate(invented, language):
    content, protected = invented.content(language), people(invented)
    cleared = clear(content, protected, looked_at(content, protected))
    release = inspect(render(cleared), cleared, protected)
    assert [name for name, _ in release.files] == ["briefing.docx", "briefing.html", "briefing.pdf"]
