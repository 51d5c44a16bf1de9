from collections.abc import Callable

import pytest

from valoshka.casebook.opening import Casebook
from valoshka.casebook.records.models import Act, Decision, Interview, Proposal
from valoshka.casebook.tasks.decision_sheets import take_decisions
from valoshka.casebook.tasks.sheets import SheetError, read_sheet

SHEET = """
author: coder-1
date: 2021-11-05
decisions:
  - {interview: 1, act: beating, quote: riot police beat Vera}
  - interview: told.txt
    act: dismissal
    quote: dismissed
      me
    decide: correct
    date: 2020-11-20
    passage: hospital administration dismissed me
  - {interview: Vera, act: harassment, quote: was never asked, decide: by_hand, victim: my neighbour}
"""


def test_decisions_are_chosen_by_interview_term_and_quote(beating: Proposal, dismissal: Proposal) -> None:
    summary = take_decisions(read_sheet(SHEET.encode(), "decisions.yml"))
    assert (summary.taken, summary.acts) == ({"accept": 1, "correct": 1, "by_hand": 1}, 3)
    assert Act.objects.get(term="dismissal").date == "2020-11-20"
    assert Act.objects.get(term="harassment").victim_label == "my neighbour"
    assert {decision.author for decision in Decision.objects.all()} == {"coder-1"}
    assert {decision.decided.date().isoformat() for decision in Decision.objects.all()} == {"2021-11-05"}


def test_the_same_sheet_again_changes_nothing(beating: Proposal, dismissal: Proposal) -> None:
    take_decisions(read_sheet(SHEET.encode(), "decisions.yml"))
    summary = take_decisions(read_sheet(SHEET.encode(), "decisions.yml"))
    assert (summary.taken, summary.before, Act.objects.count()) == ({}, 3, 3)


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("interview: Vera", "interview: 7", "line 13: No interview fits"),
        ("decide: by_hand", "decide: by_heart", "line 13"),
        ("was never asked", "was often asked", "line 13: these words do not stand"),
        ("date: 2020-11-20", "date: in November", "line 11: date"),
        ("act: harassment", "act: harasment", 'did you mean "harassment"'),
        ("decide: by_hand", "decide: accept", 'line 13: no suggestion "harassment"'),
        ("author: coder-1", "author: Anna Example", "not a name"),
        ("victim: my", "victin: my", 'did you mean "victim"'),
    ],
)
def test_one_wrong_decision_keeps_all_of_them_out(
    beating: Proposal, dismissal: Proposal, before: str, after: str, message: str
) -> None:
    with pytest.raises(SheetError) as refusal:
        take_decisions(read_sheet(SHEET.replace(before, after).encode(), "decisions.yml"))
    assert message in str(refusal.value)
    assert Act.objects.count() == Decision.objects.count() == 0


def test_deciding_otherwise_later_is_refused_with_who_decided_before(beating: Proposal) -> None:
    line = "{interview: 1, act: beating, quote: riot police beat Vera}"
    take_decisions(read_sheet(f"author: coder-1\ndecisions: [{line}]".encode(), "one.yml"))
    other = line.replace("}", ", decide: reject}")
    with pytest.raises(SheetError, match="accept by coder-1"):
        take_decisions(read_sheet(f"decisions: [{other}]".encode(), "two.yml"))


def test_what_was_not_suggested_can_be_made_by_hand(interview: Interview, casebook: Casebook) -> None:
    line = "{interview: 1, act: beating, quote: riot police beat Vera, or_by_hand: yes}"
    assert take_decisions(read_sheet(f"decisions: [{line}]".encode(), "one.yml")).taken == {"by_hand": 1}
    assert take_decisions(read_sheet(f"decisions: [{line}]".encode(), "one.yml")).before == 1
    assert Act.objects.get().term == "beating"


def test_what_was_made_by_hand_is_not_made_again_when_it_is_suggested_later(
    interview: Interview, suggesting: Callable[..., Proposal]
) -> None:
    line = "{interview: 1, act: beating, quote: riot police beat Vera, decide: correct, place: Hrodna, or_by_hand: yes}"
    take_decisions(read_sheet(f"decisions: [{line}]".encode(), "one.yml"))
    suggesting(interview, "beating", "riot police beat Zinaida Prykladna")
    assert take_decisions(read_sheet(f"decisions: [{line}]".encode(), "one.yml")).before == 1
    assert Act.objects.count() == 1
