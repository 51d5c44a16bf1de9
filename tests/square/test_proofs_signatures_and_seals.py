"""Laws of what is signed, solved and sealed."""

from __future__ import annotations

import base64
import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from valoshka.errors import Refused
from valoshka.square.altcha import new_challenge, proof_of, solve
from valoshka.square.refusals import NotTaken
from valoshka.square.sealing import PICTURE_BLOCK, WORDS_BLOCK, Letter, open_sealed, seal
from valoshka.square.signing import authorization, check
from valoshka.square.staff_key import StaffSecretKey

KEY, NOW = b"k" * 32, datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
STAFF = StaffSecretKey.fresh()
letters = st.builds(
    Letter,
    language=st.sampled_from(["be", "ar"]),
    words=st.text(st.characters(exclude_categories=["Cs"]), max_size=500),
    seed=st.text("abc019", max_size=24),
    picture=st.binary(max_size=2000),
)


@given(st.integers(0, 40))
def test_a_solved_challenge_is_good_until_it_expires(largest):
    challenge = new_challenge(KEY, NOW, largest + 1)
    payload = solve(challenge)
    assert proof_of(payload, KEY, NOW + timedelta(minutes=29)) == challenge["challenge"]
    for key, moment in ((KEY, NOW + timedelta(minutes=31)), (b"other" * 7, NOW)):
        with pytest.raises(NotTaken, match="proof_wrong"):
            proof_of(payload, key, moment)


@given(st.data())
def test_a_payload_with_any_field_changed_is_worth_nothing(data):
    told = json.loads(base64.b64decode(solve(new_challenge(KEY, NOW, 5))))
    name = data.draw(st.sampled_from(sorted(told)))
    other = data.draw(st.none() | st.integers() | st.text(max_size=80) | st.lists(st.integers(), max_size=2))
    changed = {**told, name: other}
    assume(str(other) != str(told[name]))
    with pytest.raises(NotTaken, match="proof_wrong"):
        proof_of(base64.b64encode(json.dumps(changed).encode()).decode(), KEY, NOW)


@given(st.text(max_size=300) | st.binary(max_size=200).map(lambda b: base64.b64encode(b).decode()))
def test_no_other_text_is_a_proof(text):
    with pytest.raises(NotTaken, match="proof_wrong"):
        proof_of(text, KEY, NOW)


def test_a_challenge_cannot_be_made_to_live_longer():
    told = json.loads(base64.b64decode(solve(new_challenge(KEY, NOW, 5))))
    told["salt"] = told["salt"].replace("expires=1", "expires=9")
    with pytest.raises(NotTaken, match="proof_wrong"):
        proof_of(base64.b64encode(json.dumps(told).encode()).decode(), KEY, NOW)


@given(letters)
def test_what_is_sealed_opens_as_it_was_and_in_whole_blocks(letter):
    sealed = seal(letter, STAFF.public())
    assert open_sealed(sealed, STAFF) == letter
    assert (len(sealed) - 48) % (PICTURE_BLOCK if letter.picture else WORDS_BLOCK) == 0


@given(letters, st.data())
def test_a_sealed_letter_with_any_byte_changed_does_not_open(letter, data):
    sealed = bytearray(seal(letter, STAFF.public()))
    sealed[data.draw(st.integers(0, len(sealed) - 1))] ^= data.draw(st.integers(1, 255))
    with pytest.raises(Refused):
        open_sealed(bytes(sealed), STAFF)


@given(st.binary(max_size=60), st.text("abc/?=0", max_size=30))
def test_a_signature_holds_for_what_was_signed(body, path):
    header = authorization(STAFF, "POST", path, body, NOW)
    assert len(check(header, STAFF.public(), "POST", path, NOW).nonce) == 32
    for method, other in (("GET", path), ("POST", path + "/")):
        with pytest.raises(NotTaken, match="not_staff"):
            check(header, STAFF.public(), method, other, NOW)


@given(st.data())
def test_a_header_with_any_sign_changed_is_refused(data):
    header = authorization(STAFF, "GET", "staff/queue", b"", NOW)
    at = data.draw(st.integers(0, len(header) - 1))
    sign = data.draw(st.characters())
    assume(sign != header[at])
    with pytest.raises(NotTaken, match="not_staff"):
        check(header[:at] + sign + header[at + 1 :], STAFF.public(), "GET", "staff/queue", NOW)
