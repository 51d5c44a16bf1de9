"""people.yml: right ones are read, wrong ones are refused with their line. Everybody is invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valoshka.disclosure.identifiers import Identifiers
from valoshka.disclosure.marked_yaml import Unusable
from valoshka.disclosure.misread import misread
from valoshka.disclosure.people_yml import load_people

if TYPE_CHECKING:
    from pathlib import Path

WHOLE = """
- id: k3f9
  names: [Марына Астапчук]
  public_names: [Maryna from the ward]
  identifiers: ["+375 29 600-11-22", 29600]
  pseudonyms: Яніна
  facts:
    profession: nurse
    specialty: anaesthesia
    workplace: a hospital
    town: Ваўкавыск
    born: 1984-03-12
    family: [a son, a daughter]
    events: [{what: detention, date: 2020-09, place: Hrodna, recorded_by_state: true}]
  consent: {pseudonym: [public, team], town: team}
  veto: false
  third_person: no
"""


def written(tmp_path: Path, text: str | bytes) -> Path:
    file = tmp_path / "people.yml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def test_a_whole_person_is_read(tmp_path):
    (person,) = load_people(written(tmp_path, WHOLE))
    assert person.names == ("Марына Астапчук",)
    assert person.identifiers == ("+375 29 600-11-22", "29600")
    assert person.pseudonyms == ("Яніна",)
    assert person.facts.born == "1984-03-12"
    assert person.facts.family == ("a son", "a daughter")
    assert person.facts.events[0].recorded_by_state
    assert person.may("pseudonym", "public")
    assert not person.may("town", "public")
    assert not person.veto
    assert not person.third_person


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("- id: p1\n  nmes: [Al Bo]", 2, "Did you mean “names”"),
        ("- id: p1\n  names: [Al Bo]\n  facts:\n    twon: X", 4, "Did you mean “town”"),
        ("- id: p1\n  names: [Al Bo]\n  consent: {town: [pubic]}", 3, "Unknown audience"),
        ("- id: p1\n  names: [Al Bo]\n  consent: {twn: [public]}", 3, "Did you mean “town”"),
        ("- id: p1", 1, "has no name"),
        ("- id: p1\n  names: []", 1, "has no name"),
        ('- id: p1\n  names: ["123"]', 2, "no letters"),
        ('- id: p1\n  names: ["У"]', 2, "single letter"),
        ('- id: p1\n  names: [Al Bo, "З. П."]', 2, "initials"),
        ('- id: p1\n  names: ["Òèõîí Óçîðíèê"]', 2, "encoding"),
        ('- id: p1\n  public_names: ["РўРёС…РѕРЅ"]\n  names: [Al Bo]', 2, "encoding"),
        ("- id: al bo\n  names: [Al Bo]", 1, "id is a name"),
        ('- id: p1\n  names: [""]', 2, "text is expected"),
        ("- names: [Al Bo]", 1, "no id"),
        ("- id: p1\n  names: [Al Bo]\n- id: p1\n  names: [Ci Do]", 3, "twice"),
        ('- id: p1\n  names: [Al Bo]\n  identifiers: ["1"]', 3, "too short"),
        ('- id: p1\n  names: [Al Bo]\n  identifiers:\n  - "+375 29 600-11-22"\n  - "29"', 5, "too short"),
        ('- id: p1\n  names: [Al Bo]\n  identifiers: [""]', 3, "text is expected"),
        ("- id: p1\n  names: [Al Bo]\n  identifiers: [@, ok]", 3, "keeps for itself"),
        ("- id: p1\n  names: [Al Bo]\n  identifiers: ['@']", 3, "too short"),
        ("- id: p1\n  names: [Al Bo]\n  identifiers: [ask at the shop]", 3, "nobody could be found"),
        ("- id: p1\n  names: [Al Bo]\n  identifiers: [30000]", 3, "any text"),
        ("- id: p1\n  names: [Al Bo]\n  identifiers: [123456789]", 3, "any text"),
        ("- id: p1\n  names: [Al Bo]\n  identifiers: [00000000]", 3, "any text"),
        ("- id: p1\n  names: [Al Bo]\n  identifiers: [nurse]", 3, "any text"),
        ("- id: p1\n  names: [Al Bo]\n  identifiers: [больница]", 3, "any text"),
        ("- id: p1\n  names: [Al Bo]\n  identifiers: [Ганна]", 3, "any text"),
        ("- id: p1\n  names: [Al Bo]\n  identifiers: [абв]", 3, "any text"),
        ("- id: p1\n  names: [Al Bo]\n  identifiers: {phone: 1}", 3, "list is expected"),
        ("- id: p1\n  names: [Al Bo]\n  identifiers: [[1]]", 3, "text is expected"),
        ("- id: '375296001122'\n  names: [Al Bo]\n  identifiers: [+375 29 600-11-22]", 1, "ids are printed"),
        ("- [id, p1]", 1, "key: value"),
        ("- id: p1\n  names: [Марына Астапчук]\n  identifiers: [Астапчук]", 3, "is a name"),
        ("- id: astapchuk-2\n  names: [Марына Астапчук]", 1, "id is a name"),
        ("- id: p1\n  names: [Al Bo]\n- id: P1\n  names: [Ci Do]", 3, "twice"),
        ("- id: p1\n  names: [Al Bo]\n  identifiers: [2020-08]", 3, "any text"),
        ("- id: p1\n  names: [Al Bo]\n  identifiers: [gmail.com]", 3, "any text"),
        ("- id: p1\n  names: [Al Bo]\n  identifiers: ['https://vk.com/']", 3, "any text"),
        ("- id: p1\n  names: [Al Bo]\n  facts: [nurse]", 3, "key: value"),
        ("- id: p1\n  names: [Al Bo]\n  consent: [town]", 3, "key: value"),
        ("- id: [p1]\n  names: [Al Bo]", 1, "text is expected"),
        ("people:\n- names: [Al Bo]\n  contacts: [{kind: phone, text: '12'}]", 3, "too short"),
        ("- id: p1\n  names: [Al Bo]\n  names: [Ci Do]", 3, "already"),
        ("- id: p1\n  names: [Al Bo]\n  facts: {born: in spring}", 3, "not a date"),
        ("- id: p1\n  names: [Al Bo]\n  facts: {events: [{place: X}]}", 3, "what happened"),
        ("- id: p1\n  names: [Al Bo]\n  veto: perhaps", 3, "true"),
        ("- id: p1\n  names: {a: b}", 2, "A list is expected"),
        ("names: [Al Bo]", 1, "A list is expected"),
        ("- just text", 1, "key: value"),
        ("- id: p1\n\tnames: [Al Bo]", 2, "not YAML"),
        ("- id: p1\n  names: A: B", 2, "colon and a space"),
        ("- &a {id: p1, names: [Al Bo]}\n- *a", 1, "anchors"),
        ("- id: p1\n  names: !!python/name:os.system [Al Bo]", 2, "tags"),
        ("[" * 40 + "]" * 40, 1, "too deep"),
        (b"- id: p1\n  names: [\xff\xfe]", 2, "not UTF-8"),
    ],
)
def test_a_wrong_line_is_named(text, line, says, tmp_path):
    with pytest.raises(Unusable, match=rf"people\.yml, line {line}: ") as refusal:
        load_people(written(tmp_path, text))
    assert says in str(refusal.value)
    assert refusal.value.exit_code == 2


@pytest.mark.parametrize(
    "kept",
    [
        "+375 29 600-11-22", "29600", "MP1234567", "@news", "zb@x.by", "t.me/ab", "verazubkova", "1234 AB-7",
        "вул. Леніна, 5-12", "Сурганова 12-45", "53.90454, 27.56152", "46.161.157.144", "vera собака mail точка ru",
    ],
)  # fmt: skip
def test_whatever_finds_somebody_is_taken_and_does_find_them(kept, tmp_path):
    (person,) = load_people(written(tmp_path, f'- id: p1\n  names: [Al Bo]\n  identifiers: ["{kept}"]'))
    assert [seen.owner for seen in Identifiers([("p1", person.identifiers[0])]).find(f"Here: {kept}.")] == ["p1"]


def test_two_identifiers_in_one_line_are_both_looked_for(tmp_path):
    text = '- id: p1\n  names: [Al Bo]\n  identifiers: ["+375 29 600-11-22, zb@x.example", "80291110022; 80332220033"]'
    (person,) = load_people(written(tmp_path, text))
    known = Identifiers([("p1", each) for each in person.identifiers])
    for told in ("80296001122", "zb(at)x.example", "+375 29 111-00-22", "+375 33 222-00-33"):
        assert [seen.owner for seen in known.find(f"Here: {told}.")] == ["p1"], told


@pytest.mark.parametrize("text", ["", "# nobody yet\n", "[]"])
def test_an_empty_list_clears_nothing(text, tmp_path):
    with pytest.raises(Unusable, match="List the people"):
        load_people(written(tmp_path, text))


def test_a_billion_laughs_are_refused_before_they_unfold(tmp_path):
    levels = "\n".join(f"- &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]" for n in range(1, 9))
    with pytest.raises(Unusable, match="line 1"):
        load_people(written(tmp_path, f"- &l0 [ha]\n{levels}"))


def test_a_file_that_is_too_large_or_missing_is_refused(tmp_path):
    with pytest.raises(Unusable, match="larger than"):
        load_people(written(tmp_path, b"#" * ((16 << 20) + 1)))
    with pytest.raises(Unusable, match="could not be opened"):
        load_people(tmp_path / "none.yml")


def test_a_refusal_repeats_no_name(tmp_path):
    for text in ("- id: p1\n  Астапчук: [A]", "- Марына Астапчук", "- id: p1\n  names: [Астапчук, '']"):
        with pytest.raises(Unusable) as refusal:
            load_people(written(tmp_path, text))
        assert "стапчук" not in str(refusal.value)


@pytest.mark.parametrize("name", ["Ян Лі", "李", "王小明", "Zoë Øster", "Łódź Żółw", "Лось", "Åse Öberg", "O'Brien"])
def test_a_short_or_foreign_name_is_taken(name, tmp_path):
    (person,) = load_people(written(tmp_path, f'- id: p1\n  names: ["{name}"]'))
    assert person.names == (name,)


NAMES = st.lists(
    st.sampled_from(["Тихон Узорник", "Ціхан Ўзорнік", "Зинаида Аркадьевна", "Ядвіга Гарбузова", "Ольга Їжак"]),
    min_size=1,
    max_size=3,
).map(" ".join)


@given(NAMES, st.sampled_from([("cp1251", "latin-1"), ("cp1251", "koi8-r"), ("koi8-u", "cp1251"), ("utf-8", "cp1251"),
                               ("utf-8", "latin-1"), ("cp1251", "utf-8"), ("cp1251", "cp866")]))  # fmt: skip
def test_a_name_read_in_another_encoding_is_known_as_such(name, encodings):
    written_in, read_in = encodings
    assert misread(name.encode(written_in, "ignore").decode(read_in, "replace"))
    assert not misread(name)
