"""Laws of the gate. Everybody is invented."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from valoshka.disclosure import Place
from valoshka.disclosure.identifiers import Identifiers, squash
from valoshka.disclosure.lookout import Lookout

pieces = st.lists(
    st.sampled_from(
        [
            "Марына Астапчук",
            "Astapchuk",
            "М. Астапчук",
            "Maryna",
            "Іваноў",
            "Пётр",
            "+375 29 600-11-22",
            "m.astapchuk@mail.example",
            "12.03.1984",
            "Kulesh",
            "29 600",
            "nothing here",
        ]
    )
    | st.text(max_size=20),
    max_size=5,
)


@settings(max_examples=150, deadline=None)
@given(pieces, pieces)
def test_adding_text_never_removes_a_finding(people, told, more):
    lookout = Lookout.over(people, "public")
    text = "\n\n".join(told)
    before = set(lookout.findings(text, Place()))
    after = set(lookout.findings(text + "\n\n" + "\n\n".join(more), Place()))
    assert before <= after


@settings(max_examples=100, deadline=None)
@given(st.data(), pieces)
def test_order_of_people_does_not_matter(people, data, told):
    shuffled = data.draw(st.permutations(people))
    text = "\n\n".join(told)
    assert Lookout.over(shuffled, "public").findings(text, Place()) == Lookout.over(people, "public").findings(
        text, Place()
    )


@settings(max_examples=100, deadline=None)
@given(pieces)
def test_every_finding_says_where_it_stands(people, told):
    text = "\n\n".join(told)
    for finding in Lookout.over(people, "public").findings(text, Place(file="a.txt")):
        assert finding.at.text == text[finding.at.start : finding.at.end] != ""
        assert finding.at.file == "a.txt"


separators = st.sampled_from(["", " ", "-", ".", " (", ") ", "/", "\u00a0", "–"])


@settings(deadline=None)
@given(st.text("0123456789", min_size=9, max_size=15), st.data())
def test_a_number_is_found_with_any_punctuation(number, data):
    known = Identifiers([("p", number)])
    written = "".join(digit + data.draw(separators) for digit in number)
    assert [seen.owner for seen in known.find(f"tel. {written} today")]


@given(st.text())
def test_squashed_positions_point_at_their_letters(text):
    plain = squash(text)
    assert len(plain.letters) == len(plain.positions)
    for letter, place in zip(plain.letters, plain.positions, strict=True):
        assert letter in squash(text[place]).letters
