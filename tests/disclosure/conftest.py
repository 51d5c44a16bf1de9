"""Invented people and an invented briefing, for the gate's tests. Nobody here exists."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from valoshka.clearance import (
    Bar,
    BarChart,
    CallToAction,
    Content,
    KeyFigure,
    Moment,
    Paragraph,
    Passage,
    PullQuote,
    Section,
    Story,
    Timeline,
    Use,
)
from valoshka.disclosure import Facts, ProtectedPerson

PUBLIC = frozenset({"public", "team"})
NURSE = ProtectedPerson(
    id="k3f9",
    names=("Марына Астапчук", "Марына Віктараўна Астапчук"),
    identifiers=("+375 29 600-11-22", "m.astapchuk@mail.example", "@astrakvetka", "MP1234567"),
    facts=Facts(profession="nurse", workplace="Ваўкавыская раённая бальніца", town="Ваўкавыск", born="1984-03-12"),
    consent=dict.fromkeys(("pseudonym", "profession", "verbatim_quotes"), PUBLIC),
    pseudonyms=("Яніна",),
)
SURGEON = ProtectedPerson(
    id="p7d2",
    names=("Пётр Іваноў",),
    consent={"pseudonym": frozenset({"team"})},
    pseudonyms=("Адам",),
)
PATIENT = ProtectedPerson(id="t1a8", names=("Зінаіда Кулеш",), third_person=True)
MINISTER = ProtectedPerson(id="m5c1", public_names=("Уладзіслаў Прыгожы",))
PEOPLE = (NURSE, SURGEON, PATIENT, MINISTER)


def told(text: str, *items: str, claims: tuple[str, ...] = ("c1",)) -> Passage:
    """A passage of the nurse's story."""
    return Passage(text, claims, tuple(Use(NURSE.id, item) for item in ("pseudonym", *items)), about=NURSE.id)


STORY = Story(
    person=NURSE.id,
    name=told("Яніна"),
    role=told("nurse", "profession"),
    headline=told("“They switched the water off”"),
    parts=(
        Paragraph(told("She went home after the night shift and never came back to the ward.")),
        PullQuote(
            told("They switched the water off.", "verbatim_quotes"), told("Яніна, nurse", "profession", claims=())
        ),
        Timeline(told("What happened"), (Moment("2020-09", "September 2020", told("Detention")),), "interview"),
    ),
)
BRIEFING = Content(
    title=Passage("White coats, dark cells"),
    subtitle=Passage("Reprisals against medics, an invented briefing"),
    standfirst=(Passage("Vladislav Prigozhy signed the order.", source="the ministry's page"),),
    figures=(KeyFigure(Passage("Over 40"), Passage("medics dismissed"), "2020-2021", "our own count"),),
    sections=(
        Section(
            Passage("In numbers"),
            (
                BarChart(
                    Passage("Dismissals"),
                    (Bar(Passage("Hrodna"), 12), Bar(Passage("Brest"), 9)),
                    "people",
                    "count",
                    people=True,
                ),
            ),
        ),
    ),
    stories=(STORY,),
    call=CallToAction(Passage("Join us"), (Passage("Draw a flower."),), "#StandWithBelarus"),
    notes=(Passage("All people are invented."),),
    publisher="Valoshka",
    date="2021-06-01",
    language="en",
    audience="public",
    casebook="casebook-1",
)


def _with_text(text: str, content: Content = BRIEFING) -> Content:
    return replace(content, sections=(*content.sections, Section(None, (Paragraph(Passage(text)),))))


@pytest.fixture(scope="session")
def nurse() -> ProtectedPerson:
    """She agreed to be told of publicly under a pseudonym, with her profession and her words."""
    return NURSE


@pytest.fixture(scope="session")
def surgeon() -> ProtectedPerson:
    """He agreed to the team only, and bears the most common surname."""
    return SURGEON


@pytest.fixture(scope="session")
def patient() -> ProtectedPerson:
    """Somebody told of who was never asked."""
    return PATIENT


@pytest.fixture(scope="session")
def people() -> tuple[ProtectedPerson, ...]:
    """Everybody whom the gate protects, and a public figure."""
    return PEOPLE


@pytest.fixture(scope="session")
def briefing() -> Content:
    """A briefing with one story, in which nobody is given away."""
    return BRIEFING


@pytest.fixture(scope="session")
def with_text() -> Callable[[str], Content]:
    """Adds a paragraph in the organisation's own voice to the briefing."""
    return _with_text


@pytest.fixture(scope="session")
def with_told() -> Callable[..., Content]:
    """Adds a paragraph to the nurse's story, with the items of consent that it uses."""

    def added(text: str, *items: str) -> Content:
        story = replace(STORY, parts=(*STORY.parts, Paragraph(told(text, *items))))
        return replace(BRIEFING, stories=(story,))

    return added
