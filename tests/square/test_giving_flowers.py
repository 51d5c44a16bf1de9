"""A flower is a seed and an approved phrase, and is published unread."""

from __future__ import annotations

import http.client
from concurrent.futures import ThreadPoolExecutor

import pytest


def test_a_flower_is_given(square):
    assert square.visitor.give(seed=square.seed_of("first")) == (202, {"answer": "given"})
    _, told = square.staff.sign("GET", "staff/flowers")
    assert square.seed_of("first") in {flower["seed"] for flower in told["flowers"]}


def test_an_equal_seed_is_answered_alike_and_kept_once(square):
    seed = f"{square.seed_of('twice')}.p2.s3.b1"
    for _ in range(2):
        assert square.visitor.give(seed=seed) == (202, {"answer": "given"})
    _, told = square.staff.sign("GET", "staff/flowers")
    assert [flower["seed"] for flower in told["flowers"]].count(seed) == 1


def test_a_country_at_risk_is_kept_as_none(square):
    square.visitor.give(seed=square.seed_of("from home"), country="BY")
    _, told = square.staff.sign("GET", "staff/flowers")
    assert {flower["country"] for flower in told["flowers"] if flower["seed"] == square.seed_of("from home")} == {""}


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "rose"},
        {"phrase": "buy-this"},
        {"language": "tlh"},
        {"country": "ZZ"},
        {"country": "Poland"},
    ],
)
def test_what_the_page_would_not_send_is_not_taken(square, fields):
    assert square.visitor.give(**fields) == (400, {"refused": "not_understood"})


SAYING = ["minsk", "nickname", "375291234567", "BDKMZPRTVWXQ", "бдкмзпртвшжц", "@bdkmzprtvwx", ""]
SAYING += [f"bdkmzprtvwx{end}" for end in ("", "a", "y", "l", "9", "qz", "q ", "q\n")]
SAYING += [f"bdkmzprtvwxq{end}" for end in (".b1.p1", ".p12", ".p", ".p1.p1", ".p٣", ".s1 ", ".375")]


@pytest.mark.parametrize("seed", SAYING)
def test_a_seed_that_could_say_something_is_not_taken_unread(square, seed):
    assert square.visitor.give(seed=seed) == (400, {"refused": "not_understood"})


@pytest.mark.parametrize("end", ["", ".p1", ".s9", ".b0", ".p1.b2", ".s0.b0", ".p9.s9.b9"])
def test_a_seed_with_any_ending_that_a_page_writes_is_taken(square, end):
    assert square.visitor.give(seed=square.seed_of(f"ending {end}") + end) == (202, {"answer": "given"})


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b"\xff", b"[" * 3000, b'{"seed": 4}', b'{"seed": "\\ud800abc"}'])
def test_a_body_that_is_no_flower_is_not_taken(square, body):
    assert square.visitor.ask("POST", "flower", body) == (400, {"refused": "not_understood"})


def test_a_body_that_is_too_long_is_not_read(square):
    assert square.visitor.ask("POST", "flower", b" " * 5000) == (413, {"refused": "too_large"})


def test_a_proof_is_good_for_one_flower_among_all_workers(square):
    proof = square.visitor.proof()
    answers = [square.visitor.give(seed=square.seed_of(f"once {n}"), altcha=proof) for n in range(8)]
    assert [status for status, _ in answers] == [202] + [409] * 7
    assert answers[1][1] == {"refused": "proof_used"}


@pytest.mark.parametrize("proof", ["", "e30=", "not base64 at all", "bnVsbA=="])
def test_without_a_proof_nothing_is_taken(square, proof):
    assert square.visitor.give(altcha=proof) == (403, {"refused": "proof_wrong"})


def test_a_closed_action_takes_nothing_and_opens_again(start):
    square = start()
    proof = square.visitor.proof()
    (square.folder / "closed").touch()
    assert square.visitor.give(altcha=proof) == (503, {"refused": "not_open"})
    assert square.visitor.ask("GET", "challenge") == (503, {"refused": "not_open"})
    (square.folder / "closed").unlink()
    assert square.visitor.give(altcha=proof)[0] == 202


def test_another_page_may_ask_and_nothing_is_cached(square):
    line = http.client.HTTPConnection("127.0.0.1", square.port)
    line.request("OPTIONS", "/flower", headers={"Origin": "https://mirror.example"})
    answer = line.getresponse()
    assert (answer.status, answer.headers["Access-Control-Allow-Origin"]) == (200, "*")
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in answer.headers
    line.close()


def test_of_many_who_hand_in_one_proof_at_once_one_is_taken(square):
    for turn in range(4):
        proofs = [square.visitor.proof() for _ in range(2)]
        with ThreadPoolExecutor(10) as visitors:
            give = square.visitor.give
            given = [
                visitors.submit(give, seed=square.seed_of(f"race {turn} {n}"), altcha=proofs[n % 2]) for n in range(10)
            ]
        assert sorted(each.result()[0] for each in given) == [202] * 2 + [409] * 8


@pytest.mark.parametrize(("method", "path"), [("GET", "flower"), ("PUT", "flower"), ("POST", "challenge"), ("GET", "")])
def test_what_there_is_not_is_answered_like_all_else(square, method, path):
    assert square.visitor.ask(method, path) == (404, {"refused": "nothing_here"})
