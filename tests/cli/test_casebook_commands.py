"""The casebook's commands as a user meets them: what they print, refuse, and leave behind."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from valoshka.cli.main import main

if TYPE_CHECKING:
    from conftest import Valoshka

# Invented people in invented sentences.
TOLD = (
    "My name is Zinaida Prykladna. On 12 August 2020 riot police beat me in Hrodna. "
    "In November 2020 the hospital dismissed me.\n"
)
PEOPLE = "people:\n- pseudonym: Vera\n  names: [Zinaida Prykladna]\n  profession: nurse\n"
CONSENT = (
    "consents:\n- {person: Vera, given_on: 2021-05-20, how: spoken, asked_by: interviewer-1, "
    "allows: {pseudonym: [team, public], photo: [team]}}\n"
)


@pytest.fixture
def told(place: Path) -> Path:
    (place / "told.txt").write_text(TOLD, encoding="utf-8")
    return place / "told.txt"


@pytest.fixture
def people(place: Path) -> Path:
    (place / "people.yml").write_text(PEOPLE, encoding="utf-8")
    return place / "people.yml"


def test_the_way_from_a_file_to_an_accepted_act(in_case: Valoshka, told: Path, people: Path) -> None:
    assert "interview 1" in in_case("import", told).out
    assert "1 person added" in in_case("person", "add", "--from", people).out
    details = "interviews: [{file: told.txt, source: Vera, language: en}]"
    assert "1 interview described" in in_case("import", "--details", "-", typed=details).out
    assert "1 consent recorded" in in_case("consent", "add", "--from", "-", typed=CONSENT).out
    assert "waiting" in in_case("propose").out
    sheet = "decisions: [{interview: 1, act: beating, quote: riot police beat me, or_by_hand: yes}]"
    answer = in_case("review", "--decisions", "-", typed=sheet)
    assert (answer.code, "1 act made" in answer.out) == (0, True)


def test_no_name_is_printed_unless_it_is_asked_for(in_case: Valoshka, told: Path, people: Path) -> None:
    in_case("person", "add", "--from", people)
    answers = [
        in_case("import", told),
        in_case("person", "list"),
        in_case("person", "show", "Vera"),
        in_case("consent", "list"),
        in_case("pseudonym", "list"),
        in_case("pseudonym", "list", "--offered"),
        in_case("review", "--read", "1"),
        in_case("person", "show", "Zinaida Prykladna"),
    ]
    assert not [answer for answer in answers if "rykladna" in answer.out + answer.err]
    assert "Zinaida Prykladna" in in_case("person", "list", "--names").out


def test_the_same_file_again_says_so(in_case: Valoshka, told: Path) -> None:
    in_case("import", told)
    assert "was imported before, as interview 1; nothing changed" in in_case("import", told).out


def test_one_file_that_cannot_be_read_does_not_hold_up_the_others(in_case: Valoshka, place: Path, told: Path) -> None:
    (place / "folder").mkdir()
    (place / "folder" / "empty.txt").write_bytes(b"")
    (place / "folder" / "whole.md").write_text("Something that was said.", encoding="utf-8")
    (place / "folder" / "picture.docx").write_bytes(b"\x89PNG\r\n\x1a\n")
    answer = in_case("import", place / "folder", place / "missing.txt", told)
    assert answer.code == 1
    assert ("whole.md: interview 1" in answer.out, "told.txt: interview 2" in answer.out) == (True, True)
    for name in ("empty.txt", "picture.docx", "missing.txt"):
        assert f"not imported: {name}" in answer.out
    assert answer.err.endswith("3 files were not imported; see above. 2 files are in.\n")


def test_the_only_file_that_is_refused_has_no_others_beside_it(in_case: Valoshka, place: Path) -> None:
    assert in_case("import", place / "missing.txt").err.endswith("1 file was not imported; see above.\n")


def test_files_refused_for_one_reason_share_a_line_and_a_link_says_where_it_is(
    in_case: Valoshka, place: Path, told: Path
) -> None:
    (place / "folder").mkdir()
    for name in ("a.yml", "b.yml", "c.yml"):
        (place / "folder" / name).write_text("people: []", encoding="utf-8")
    (place / "folder" / "link.txt").symlink_to(told)
    answer = in_case("import", place / "folder", told)
    assert (
        "not imported: a.yml, b.yml, c.yml were not read. Each: .yml is not a kind of file that is read." in answer.out
    )
    assert f"skipped: {place}/folder/link.txt (a link; give the file that it leads to)" in answer.out
    assert "told.txt: interview 1" in answer.out


def test_importing_nothing_says_what_to_name(in_case: Valoshka) -> None:
    answer = in_case("import")
    assert (answer.code, answer.err) == (1, "Name at least one file or folder: valoshka import CASE FILE...\n")


def test_a_sheet_with_a_wrong_line_adds_nobody(in_case: Valoshka) -> None:
    answer = in_case("person", "add", "--from", "-", typed=PEOPLE + "- pseudonym: Les\n  risk: [abroad]\n")
    assert (answer.code, "standard input, line 6: risk" in answer.err) == (1, True)
    assert "Nobody is recorded yet" in in_case("person", "list").out


def test_a_sheet_that_is_not_there_is_named(in_case: Valoshka, place: Path) -> None:
    answer = in_case("person", "add", "--from", place / "gone.yml")
    assert (answer.code, "gone.yml could not be read (No such file" in answer.err) == (1, True)


def test_a_person_is_entered_at_prompts(in_case: Valoshka) -> None:
    names, contacts = "Zinaida Prykladna\nn\n\n", "+375 00 000\nphone\n\n"
    facts = "n\nnurse\n\n\nLida\n1980~\nfemale\ntwo sons, a cat\nin_contry\nin_country\nn\n"
    answer = in_case("person", "add", typed=f"Vera\n{names}{contacts}{facts}")
    assert (answer.code, "kept as Vera" in answer.out) == (0, True)
    assert 'did you mean "in_country"' in answer.err
    shown = in_case("person", "show", "vera").out
    assert ("risk: in_country" in shown, "family: two sons, a cat" in shown) == (True, True)


def test_a_person_is_changed_at_prompts_where_they_say_so(in_case: Valoshka, people: Path) -> None:
    in_case("person", "add", "--from", people)
    answer = in_case("person", "edit", "Vera", typed="\n\n\n\n-\n\n\nLida\n\n\n\n\n\n")
    assert (answer.code, answer.err.count("Town")) == (0, 1)
    shown = in_case("person", "show", "Vera").out
    assert ("town: Lida" in shown, "profession" in shown) == (True, False)


def test_the_interviews_are_listed_without_a_name(in_case: Valoshka, told: Path) -> None:
    assert "There is no interview yet" in in_case("import", "--list").out
    in_case("import", told)
    listed = in_case("import", "--list").out
    assert (listed[0], "source not said  en" in listed, "not yet read by propose" in listed) == ("1", True, True)
    in_case("propose")
    assert "2 suggestions waiting" in in_case("import", "--list").out


def test_a_consent_is_entered_at_prompts(in_case: Valoshka, people: Path) -> None:
    in_case("person", "add", "--from", people)
    items = "\n" * 1 + "team, public\n" + "\n" * 10
    answer = in_case("consent", "add", "Vera", typed="2021-05-20\nspoken\ninterviewer-1\ny\n\n" + items)
    assert (answer.code, "pseudonym: public, team" in answer.out) == (0, True)


def test_a_pseudonym_is_given_at_a_prompt_and_warned_of_when_taken(in_case: Valoshka, people: Path) -> None:
    in_case("person", "add", "--from", people)
    assert '"Alena" from now on' in in_case("pseudonym", "add", "Vera", typed="Alena\n").out
    assert "Alena" in in_case("pseudonym", "show", "Vera").out
    refused = in_case("pseudonym", "add", "Alena", typed="Zinaida\n")
    assert (refused.code, "protected" in refused.err) == (1, True)


def test_withdrawing_says_what_was_taken_back(in_case: Valoshka, people: Path) -> None:
    in_case("person", "add", "--from", people)
    in_case("consent", "add", "--from", "-", typed=CONSENT)
    assert "1 answer of the consent withdrawn" in in_case("withdraw", "Vera", "--item", "photo").out
    wrong = in_case("withdraw", "Vera", "--item", "foto")
    assert (wrong.code, 'did you mean "photo"' in wrong.err) == (1, True)
    assert "No release used it" in in_case("withdraw", "Vera").out
    assert "nothing may go to anybody" in in_case("consent", "show", "Vera").out


def test_erasing_waits_for_the_word(in_case: Valoshka, told: Path, people: Path) -> None:
    in_case("person", "add", "--from", people)
    in_case("import", told)
    kept = in_case("erase", "--person", "Vera", "--others", "destroy", typed="yes\n")
    assert (kept.code, "Nothing was erased" in kept.err) == (1, True)
    erased = in_case("erase", "--person", "Vera", "--others", "destroy", typed="erase\n")
    assert (erased.code, "none found" in erased.out) == (0, True)
    assert "Nobody is recorded yet" in in_case("person", "list").out


def test_erasing_asks_what_becomes_of_others_originals(in_case: Valoshka, told: Path, people: Path) -> None:
    in_case("person", "add", "--from", people)
    in_case("import", told)
    answer = in_case("erase", "--person", "Vera", typed="keep\nerase\n")
    assert (answer.code, "Kept, with the name inside: sealed original" in answer.out) == (0, True)


def test_erasing_needs_to_know_what(in_case: Valoshka) -> None:
    for given in ([], ["--person", "Vera", "--interview", "1"]):
        assert in_case("erase", *given).err == "Say what to erase: --person WHO, --interview WHICH or --search ID.\n"


def test_a_review_shows_the_passage_before_the_suggestion_and_can_be_left(in_case: Valoshka, told: Path) -> None:
    in_case("import", told)
    in_case("propose")
    left = in_case("review", typed="q\n")
    assert (left.code, "▸" in left.out, "Suggested" in left.out, "Decided: nothing" in left.out) == (
        0,
        True,
        False,
        True,
    )
    first = in_case("review", typed="x\na\nq\n").out
    assert first.index("▸") < first.index("Suggested")
    assert "1 accepted" in first
    rest = in_case("review", typed="\nr\nnot so\nx\ns\nq\n")
    assert rest.code == 0


def test_a_review_corrects_moves_and_makes_acts_by_hand(in_case: Valoshka, told: Path, people: Path) -> None:
    in_case("person", "add", "--from", people)
    in_case("import", told)
    in_case("propose")
    by_hand = "h\nthe hospital dismissed me\ndismissal\n2020-11\nVera\nthe hospital\nemployer_state\n\n\n"
    answer = in_case("review", typed=f"x\n{by_hand}m\nNobody\nVera\nx\nc\n\n\n2020-12\n\n\n\n\n\n\n\nq\n")
    assert answer.code == 0, answer.err
    assert "Nobody in this casebook has that id" in answer.err
    assert "Decided: 1 corrected, 1 moved, 1 made by hand. 3 acts made." in answer.out


def test_there_is_nothing_to_review_before_anything_was_suggested(in_case: Valoshka) -> None:
    assert "Nothing waits" in in_case("review").out
    assert "There is no interview yet" in in_case("propose").out


def test_a_name_is_no_author(in_case: Valoshka, told: Path) -> None:
    answer = in_case("import", told, "--by", "Anna Example")
    assert (answer.code, "not a name" in answer.out + answer.err) == (1, True)


def test_a_wrong_path_is_said_before_the_passphrase_is_asked_for(in_case: Valoshka, place: Path) -> None:
    (place / "case.valoshka").rename(place / "moved")
    answer = in_case("person", "list")
    assert (answer.code, "There is no casebook at" in answer.err) == (1, True)


def test_an_import_can_ask_for_the_details_of_each_file(in_case: Valoshka, told: Path, people: Path) -> None:
    in_case("person", "add", "--from", people)
    refused = in_case("import", told, "--ask", typed="Nobody\n\n\n\n")
    assert (refused.code, "Nobody in this casebook has that id" in refused.out) == (1, True)
    answer = in_case("import", told, "--ask", typed="Vera\nen\n2021-05-20\ninterviewer-1\n")
    assert (answer.code, "interview 1" in answer.out) == (0, True)
    assert "1 interview," in in_case("person", "show", "Vera").out


def test_a_new_pseudonym_for_a_new_release_is_asked_for(in_case: Valoshka, people: Path) -> None:
    in_case("person", "add", "--from", people)
    answer = in_case("pseudonym", "edit", "--from", "-", typed="pseudonyms: [{person: Vera, pseudonym: Alena}]")
    assert "1 pseudonym given" in answer.out
    assert "Alena" in in_case("pseudonym", "list").out


def test_an_interview_cannot_send_codes_to_the_terminal(in_case: Valoshka, place: Path) -> None:
    told = "Police beat me.\x1b[2J Then \u202eesrever came Prykladny\x1b[8m of the ward.\n"
    (place / "told.md").write_text(told, encoding="utf-8")
    in_case("import", place / "told.md")
    in_case("propose")
    shown = [in_case("review", "--read", "1").out, in_case("review", typed="x\nq\n").out]
    offered = in_case("pseudonym", "list", "--offered").out
    assert all("Police beat" in answer for answer in shown)
    assert "Prykladny" in offered
    assert not [code for code in ("\x1b[2J", "\x1b[8m", "\u202e") for answer in (*shown, offered) if code in answer]


def test_a_day_that_is_none_is_asked_for_again(in_case: Valoshka, people: Path) -> None:
    in_case("person", "add", "--from", people)
    days = "yesterday\n2021-05-20\nspokn\nspoken\nA Name\ninterviewer-1\nperhaps\ny\n2020-01-01\nnever\n2031-01-01\n"
    answer = in_case("consent", "add", "Vera", typed=days + "\nteam\n" + "\n" * 10)
    assert (answer.code, "until 2031-01-01" in answer.out, "read back" in answer.out) == (0, True, True)
    for said in ("a day such as", "did you mean", "not a name", "Answer y or n", "write a later day"):
        assert said in answer.err


@pytest.mark.parametrize(
    "sheet", ["people: []", "people:", "people: [{}]", "people: [{names: []}]", "people: [{names: ['']}]"]
)
def test_a_sheet_that_says_nothing_adds_nobody(in_case: Valoshka, sheet: str) -> None:
    answer = in_case("person", "add", "--from", "-", typed=sheet)
    assert (answer.code, "line 1: " in answer.err) == (1, True)
    assert "Nobody is recorded yet" in in_case("person", "list").out


def test_an_entry_that_changes_nothing_is_refused(in_case: Valoshka, people: Path) -> None:
    in_case("person", "add", "--from", people)
    answer = in_case("person", "edit", "--from", "-", typed="people: [{person: Vera}]")
    assert (answer.code, "changes nothing" in answer.err) == (1, True)


def test_nobody_is_added_at_prompts_by_pressing_enter(in_case: Valoshka) -> None:
    answer = in_case("person", "add", typed="\n" * 14)
    assert (answer.code, "nobody was added" in answer.err) == (1, True)


def test_a_name_where_a_code_belongs_is_not_repeated(in_case: Valoshka, people: Path) -> None:
    in_case("person", "add", "--from", people)
    for sheet, said in (
        (
            CONSENT.replace("interviewer-1", "Anna Example").replace(", asked_by", ",\n  asked_by"),
            "line 3: asked by: a code",
        ),
        ("consents:\n- person: Vera\n  Anna Example: yes\n", "line 3: this is not known"),
        (
            "consents:\n- person: Vera\n  given_on: 2021-05-20\n  how: Anna Example\n  asked_by: a\n  allows: {}\n",
            "line 4: how: this",
        ),
    ):
        answer = in_case("consent", "add", "--from", "-", typed=sheet)
        assert (answer.code, said in answer.err, "Anna" in answer.err) == (1, True, False), answer.err


def test_erasing_says_whom_and_asks_in_its_own_words(in_case: Valoshka, told: Path, people: Path) -> None:
    in_case("person", "add", "--from", people)
    in_case("import", told)
    answer = in_case("erase", "--person", "Vera", typed="erase\nkeep\nno\n")
    assert "What will be erased: the person Vera (" in answer.out
    assert ("Type destroy or keep." in answer.err, "Error" in answer.err) == (True, False)


def test_a_text_without_an_act_says_so(in_case: Valoshka, place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (place / "notes.txt").write_text("The lake was calm.", encoding="utf-8")
    with pytest.raises(SystemExit):
        main(["propose", str(place / "notes.txt")])
    said = "notes.txt was read as a document; no act was found in it. Rules miss things: read it yourself.\n"
    assert capsys.readouterr().out == said


def test_erasing_shows_what_may_be_another_form_of_the_name_and_claims_no_more_than_it_did(
    in_case: Valoshka, place: Path
) -> None:
    # Invented people in invented sentences.
    told = "Я помню, как забрали Глеба Узорного. Глебуня не вернулся. Узорнова искали все. Город молчал.\n"
    (place / "told.txt").write_text(told, encoding="utf-8")
    in_case("import", place / "told.txt")
    in_case("person", "add", "--from", "-", typed="people: [{pseudonym: Les, names: [Глеб Узорный]}]")
    answer = in_case("erase", "--person", "Les", "--others", "destroy", typed="erase\n")
    before, after = answer.out.split("Erased.")
    assert ("▸Глебуня◂" in before, "▸Узорнова◂" in before, "▸Город◂" in before) == (True, True, False)
    assert "Only what we know was sought" in after
    assert "▸█" in after
