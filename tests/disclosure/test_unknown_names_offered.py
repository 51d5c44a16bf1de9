"""Names that nobody listed, as findings. Everybody named here is invented."""

from __future__ import annotations

from valoshka.disclosure.checking import check
from valoshka.disclosure.findings import Place
from valoshka.disclosure.lookout import Lookout
from valoshka.disclosure.people import ProtectedPerson
from valoshka.disclosure.unknown_names import Told, find_unknown_names

PEOPLE = (
    ProtectedPerson("p1", names=("Галіна Бонч",), pseudonyms=("Арына",)),
    ProtectedPerson("p2", public_names=("Алег Зубрыцкі",)),
)
TEXT = "Арына сказала пра Алега Зубрыцкага. Тады яе пачуў Ігар Мацак. Мацака адпусцілі, а Зубрыцкі маўчаў."


def found(*texts: str, people=PEOPLE):
    told = [Told(text, Place(where=f"part {number}")) for number, text in enumerate(texts, start=1)]
    return list(find_unknown_names(told, people, "public"))


def test_pseudonyms_and_names_cleared_as_public_are_not_offered():
    assert [finding.at.text for finding in found(TEXT)] == ["Ігар Мацак"]


def test_there_is_one_finding_a_name_and_it_says_how_often_it_stands():
    (finding,) = found(TEXT)
    assert finding.tier == "review"
    assert finding.kind == "unknown_name"
    assert dict(finding.details) == {"count": "2", "elsewhere": str(TEXT.rindex("Мацак"))}


def test_a_reason_for_a_name_serves_for_every_case_of_it():
    (one,) = found("Прыйшоў Ігар Мацак.")
    (other,) = found("З Ігарам Мацаком не гаварылі.")
    assert one.key == other.key


def test_another_name_needs_another_reason():
    (one,) = found("Прыйшоў Ігар Мацак.")
    (other,) = found("Прыйшоў Ігар Гарошка.")
    assert one.key != other.key


def test_texts_are_read_together_and_each_finding_says_where_it_stands():
    (finding,) = found("Мацак маўчаў.", "Потым Ігар Мацак сышоў.")
    assert (finding.at.where, finding.at.start, finding.at.text) == ("part 2", 6, "Ігар Мацак")


def test_a_name_that_another_finding_tells_of_is_not_told_again():
    told = [Told("Прыйшла Галіна Бонч.", Place(), ((8, 19),))]
    assert list(find_unknown_names(told, PEOPLE, "public")) == []


def test_nothing_is_printed_for_a_machine_but_what_stands_in_the_text():
    (finding,) = found(TEXT)
    assert finding.as_json()["at"] == {"where": "part 1", "start": 50, "end": 60, "text": "Ігар Мацак"}


def test_no_name_is_asked_about_in_a_line_that_was_misread_but_beside_it():
    garbled = "Вчера задержали: Тихон Мацакевич. Остальных отпустили.".encode().decode("cp1251", "replace")
    mixed = "Потом пришла Галина Бруковец и сказала: " + "Тихон".encode().decode("cp1251", "replace")
    checked = check("a.txt", f"{garbled}\n{mixed}\n".encode(), Lookout.over((), "public"))
    assert [each.at.text for each in checked.findings if each.rule == "unknown_name"] == ["Галина Бруковец"]
    assert "text_misread" in {each.rule for each in checked.findings}
