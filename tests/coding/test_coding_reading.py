"""How a text is read before any rule looks for acts; all people are invented."""

import pytest

from valoshka.coding import propose
from valoshka.coding.reading.languages import language_of
from valoshka.coding.reading.paragraphs import paragraphs
from valoshka.coding.reading.reading import read
from valoshka.coding.reading.stories import headings
from valoshka.coding.reading.voices import quotations


def labels(text: str) -> list[str]:
    return [victim.label for found in propose(text) for victim in found.victims]


def test_a_sentence_broken_over_lines_is_one_sentence():
    assert len(read("She was taken\nto a police station in\nBrest.").passages) == 1


def test_a_paragraph_before_its_heading_goes_to_the_story_of_the_person_it_names():
    text = "Alena was fined in May.\n\nPAVEL, NURSE\n\nHe was beaten.\n\n\n\nALENA, DOCTOR\n\nShe left for Poland."
    stories = {found.act: found.story for found in propose(text)}
    assert stories == {"fine": "Alena", "beating": "Pavel", "exile": "Alena"}


def test_a_heading_without_a_person_opens_no_story():
    text = "JOIN OUR ACTION\n\nTake a picture.\n\n# Background\n\nMuch has happened."
    assert headings(text, paragraphs(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "“They beat me at the station,” says Pavel Rak.",
        "Pavel Rak told us: “They beat me at the station.”",
        "‘They beat me at the station,’ says a nurse called Pavel.",
        "«They beat me at the station», says Pavel Rak.",
    ],
)
def test_i_in_a_quotation_is_whoever_says_it(text):
    [found] = propose(text)
    assert found.voice == "quote"
    assert found.epistemic == "experienced"
    assert found.victims[0].label.startswith("Pavel")


def test_a_quotation_carried_on_in_the_next_paragraph_stays_a_quotation():
    text = "“I was afraid to leave the house.\n\n“Then they took my phone away,” says Alena Kot."
    assert len(quotations(text, paragraphs(text))) == 2


def test_i_in_a_transcript_is_the_one_who_answers():
    text = "Interview with Maryna, a student\n\nQ: What happened?\n\nA: I was expelled in May."
    assert labels(text) == ["Maryna"]


def test_the_questions_of_an_interviewer_tell_no_act():
    assert propose("Interviewer: You were beaten.\n\nAnna: No.\n\nInterviewer: And fined.\n\nAnna: No.") == []


def test_a_pronoun_means_the_person_of_its_gender():
    text = "Alena Kot worked with Pavel Rak. He was detained in May. She was dismissed in June."
    found = {proposal.act: proposal.victims[0].label for proposal in propose(text)}
    assert found == {"detention": "Pavel Rak", "dismissal": "Alena Kot"}


def test_a_witness_with_a_number_keeps_it_as_a_name():
    assert labels("Witness 17, a nurse, was fined. Later she was dismissed.") == ["Witness 17", "Witness 17"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("She was fined.", "en"),
        ("Её оштрафовали в июне и отпустили.", "ru"),
        ("Яе аштрафавалі ў чэрвені і адпусцілі.", "be"),
        ("Її звільнили з роботи.", None),
    ],
)
def test_the_letters_tell_the_language(text, language):
    assert language_of(text) == language


def test_a_text_in_three_languages_is_read_paragraph_by_paragraph():
    text = "Alena Kot was fined.\n\nВрача Галину уволили в июле.\n\nЛекарку Алесю звольнілі ў ліпені."
    assert [found.act for found in propose(text)] == ["fine", "dismissal", "dismissal"]
