"""Laws of the jigsaw. Everybody is invented."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from valoshka.disclosure import Facts, ProtectedPerson, RecordedEvent
from valoshka.disclosure.jigsaw.adversaries import adversaries
from valoshka.disclosure.jigsaw.clues import PRECISIONS, Clue
from valoshka.disclosure.jigsaw.coarsening import after_step, steps
from valoshka.disclosure.jigsaw.crowds import expected
from valoshka.disclosure.jigsaw.identifying import closest, on_record, suffices
from valoshka.disclosure.jigsaw.in_files import pieces_in_text
from valoshka.disclosure.jigsaw.said import event_kinds
from valoshka.disclosure.lookout import Lookout
from valoshka.disclosure.third_persons.context import Context
from valoshka.disclosure.third_persons.patients import patients

PEOPLE = (
    ProtectedPerson(
        "a1",
        ("Рэгіна Шылейка",),
        facts=Facts(
            "nurse",
            None,
            "Лідская бальніца",
            "Ліда",
            family=("two children",),
            events=(RecordedEvent("detention", "2020-09-27", None, True), RecordedEvent("dismissal", "2020-10-19")),
        ),
    ),
    ProtectedPerson("b2", ("Тарас Вайдовіч",), facts=Facts("doctor", "urologist", None, "Гродна"), third_person=True),
)
SENTENCES = st.sampled_from(
    [
        "A nurse spoke to us.",
        "She lived in Lida.",
        "У верасні 2020 года яе затрымалі.",
        "She was dismissed in October 2020.",
        "Дети остались у бабушки.",
        "The urologist kept silent.",
        "Хірург з Гродна быў побач.",
        "On 27 September 2020 it rained.",
        "A patient waited for the doctor on 3 May 2021.",
        "Nothing more was said of it.",
        "На початку жовтня 2020 року її звільнили.",
        "W październiku 2020 roku ją zwolniono.",
        "In autumn 2020 the police took her.",
        "Затрымалі ў верасні.",
        "Pielęgniarka ze szpitala w Lidzie milczała.",
    ]
)
TEXTS = st.lists(SENTENCES, max_size=6).map(" ".join)
CLUES = st.builds(
    Clue,
    fact=st.sampled_from(["profession", "specialty", "workplace", "town", "born", "percent", "event 0", "event 1"]),
    item=st.just("profession"),
    start=st.integers(0, 900),
    end=st.just(901),
    near=st.sampled_from(PRECISIONS),
    recorded=st.booleans(),
    number=st.sampled_from([None, 2]),
    value=st.sampled_from(["nurse", "urologist", "Ліда"]),
    when=st.none(),
)
KINDS = sorted(event_kinds())


def _made(clue: Clue, kind: str) -> Clue:
    return clue._replace(item=kind) if clue.is_event else clue._replace(item=clue.fact, near="none")


SETS = st.lists(st.builds(_made, CLUES, st.sampled_from(KINDS)), max_size=6).map(closest)


def found(text: str, people: tuple[ProtectedPerson, ...] = PEOPLE) -> set[tuple[str, str | None]]:
    return {(finding.kind, finding.person) for finding in pieces_in_text(text, "a.txt", Lookout.over(people, "public"))}


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS, TEXTS)
def test_adding_text_never_removes_a_finding(before: str, text: str, after: str) -> None:
    assert found(text) <= found(f"{before}\n\n{text}\n\n{after}")


def blocked(text: str) -> set[str | None]:
    findings = pieces_in_text(text, "a.txt", Lookout.over(PEOPLE, "public"))
    return {finding.person for finding in findings if finding.tier == "block"}


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS, TEXTS)
def test_adding_text_never_turns_a_block_into_a_doubt(before: str, text: str, after: str) -> None:
    assert blocked(text) <= blocked(f"{before}\n\n{text}\n\n{after}")


@given(SETS, CLUES)
def test_another_fact_never_takes_a_line_off_the_record(clues: tuple[Clue, ...], more: Clue) -> None:
    whole = closest([*clues, _made(more, "dismissal")])
    assert not on_record(clues) or on_record(whole)


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_the_order_of_people_does_not_matter(text: str) -> None:
    assert found(text) == found(text, PEOPLE[::-1])


@given(SETS, CLUES)
def test_another_fact_never_makes_the_crowd_larger(clues: tuple[Clue, ...], more: Clue) -> None:
    whole = closest([*clues, _made(more, "dismissal")])
    for adversary in adversaries().values():
        assert expected(adversary, whole) <= expected(adversary, clues) * 1.000001
        assert not suffices(adversary, clues) or suffices(adversary, whole)


@settings(max_examples=60, deadline=None)
@given(SETS)
def test_the_steps_that_are_told_are_enough(clues: tuple[Clue, ...]) -> None:
    left, told = clues, steps(clues)
    for step in told:
        # A step may stand for several of one fact: down to what it leaves.
        while (here := tuple(each for each in left if each.fact == step.clue.fact)) and step.left not in here:
            left = after_step(left, step.clue.fact)
    assert not any(suffices(adversary, left) for adversary in adversaries().values())
    assert bool(told) == any(suffices(adversary, clues) for adversary in adversaries().values())


@settings(max_examples=40, deadline=None)
@given(TEXTS, TEXTS)
def test_a_patient_told_of_stays_told_of(text: str, after: str) -> None:
    assert len(list(patients(Context.of(text)))) <= len(list(patients(Context.of(f"{text} {after}"))))
