"""However a text is made, no stretch of it is read again and again: steps are counted, and patterns held to a width."""

from __future__ import annotations

import re
from re import _parser  # type: ignore[attr-defined]

import pytest

from valoshka.disclosure.identifiers import online, spoken_mailboxes, unknown_identifiers

_BOUNDED = [
    spoken_mailboxes._BOX,
    spoken_mailboxes._HOST,
    spoken_mailboxes._words(),
    spoken_mailboxes._PLAIN_BOX,
    spoken_mailboxes._without_dot(),
    online._IP4,
    online._IP6,
    online._MAC,
    online._ACCOUNT_NAME,
]
_LONGEST = 1_000  # characters


class Counted(str):
    """A text that counts the signs over which it is searched backwards."""

    steps = 0

    def rfind(self, sign, start=0, end=None):
        Counted.steps += (len(self) if end is None else end) - start
        return super().rfind(sign, start, end)


def steps(text: str) -> int:
    Counted.steps = 0
    places = [match.start() for match in re.finditer(r"(?<=\S)[.:](?=\S)", text)]
    list(online.links(Counted(text), places))
    return Counted.steps


@pytest.mark.parametrize("piece", ["a.", "a.b ", "a.b\n", "a:b(", "x.y.", "t.me/a,", "a.b<"])
def test_a_text_twice_as_long_is_read_in_twice_the_steps(piece):
    once, twice = steps(piece * 2_000), steps(piece * 4_000)
    assert once > 0
    assert twice <= 2 * once + 100


@pytest.mark.parametrize("pattern", _BOUNDED, ids=lambda pattern: pattern.pattern[:30])
def test_no_pattern_for_the_net_reads_further_than_an_address_is_long(pattern):
    assert _parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE).getwidth()[1] <= _LONGEST


@pytest.mark.parametrize("piece", ["a.", "a-dot-", "a dot ", "a at ", "(at)", "a(at)b.", "a@", "собака точка "])
def test_a_chain_of_signs_ends_in_order(piece):
    found = list(unknown_identifiers(f"{piece * 3_000} ana (at) mail.example"))
    assert found == sorted(found, key=lambda seen: seen.start)
