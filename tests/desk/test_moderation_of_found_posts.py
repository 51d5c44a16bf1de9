"""Posts found elsewhere: only with a yes, never with a handle; and an action that runs without a collector."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from valoshka.desk.moderation.adding import without_handles
from valoshka.desk.moderation.keys import public_key_of
from valoshka.desk.moderation.opened import Notes, keep_notes, with_translation
from valoshka.errors import Refused
from valoshka.solidarity.staffing import Inbox, Publications

YES = ("--consent", "asked by direct message, she said yes on 5 May", "--language", "be")


def add(run, action, *arguments: str, told: str = "", code: int = 0) -> str:
    return run("action", "add", str(action), *arguments, *YES, told=told, code=code)


def wall(run, action) -> str:
    """The text of every page of the wall, built anew."""
    site = action.parent / "site"
    run("action", "wall", str(action), "-o", str(site))
    return "".join(page.read_text(encoding="utf-8") for page in site.rglob("*.html"))


def test_an_action_without_a_collector_runs_from_a_paste_to_the_wall(action, run, opened, photo, tmp_path):
    (tmp_path / "found.jpg").write_bytes(photo)
    add(run, action, str(tmp_path / "found.jpg"), "--text", "-", told="Мы побач! @invented_somebody")
    pile = opened()
    (id_,) = pile.ids
    with pytest.raises(Refused, match="no face, name or handle"):
        pile.approve(id_)
    pile.approve(id_, hidden=True)
    add(run, action, "--text", "-", told="Трымайцеся!")
    pile = opened()
    pile.approve(next(other for other in pile.ids if other != id_), hidden=True)
    assert "2 items written to published.jsonl" in run("action", "push", str(action))
    assert {item.words for item in Publications(action).items()} == {"Мы побач! …", "Трымайцеся!"}
    assert "Мы побач! …" in wall(run, action)
    run("action", "takedown", str(action), id_)
    assert "Мы побач" not in wall(run, action)


@pytest.mark.parametrize("consent", ["", "yes", "#hashtag"])
def test_without_a_yes_that_says_how_nothing_enters(action, run, consent):
    said = run(
        "action", "add", str(action), "--text", "-", "--consent", consent, "--language", "be", code=1, told="Так"
    )
    assert "Say how and when the author agreed" in said
    assert not Inbox(action).kept()


@pytest.mark.parametrize(
    ("content", "why"), [(b"GIF89a", "no JPEG, PNG or WebP"), (b"\0\0\0\x18ftypheic", "HEIC"), (b"", "nothing to add")]
)
def test_a_picture_that_cannot_be_used_is_told_and_nothing_enters(action, run, tmp_path, content, why):
    (tmp_path / "found.jpg").write_bytes(content)
    assert why in add(run, action, str(tmp_path / "found.jpg"), code=1)
    assert not Inbox(action).kept()


@pytest.mark.parametrize(
    "text", ["With you! @invented_somebody", "With you! https://t.me/invented_somebody", "With you! a@example.org"]
)
def test_handles_links_and_addresses_are_taken_out(text):
    assert without_handles(text) == ("With you! …", 1)


def test_text_without_a_handle_stays_as_it_is():
    assert without_handles("Мы з вамі, 5 мая!") == ("Мы з вамі, 5 мая!", 0)


def test_a_note_takes_an_approval_back_because_it_was_given_to_something_else(action, run, opened):
    add(run, action, "--text", "-", told="Мы побач!")
    pile = opened()
    (id_,) = pile.ids
    pile.approve(id_, hidden=True)
    pile.note(id_, lambda notes: with_translation(notes, "en", "We are with you."))
    assert pile.decision(id_) is None
    assert "0 items" in run("action", "push", str(action))


def test_a_translation_goes_through_the_gate_as_well(action, run, opened):
    add(run, action, "--text", "-", told="Мы побач!")
    pile = opened()
    (id_,) = pile.ids
    pile.note(id_, lambda notes: with_translation(notes, "en", "Alena Uzornik, we are with you."))
    with pytest.raises(Refused, match="blocks"):
        pile.approve(id_, "no_name", hidden=True)


def test_covers_changed_behind_an_approval_hold_it_back(action, run, opened, photo, tmp_path):
    (tmp_path / "found.jpg").write_bytes(photo)
    add(run, action, str(tmp_path / "found.jpg"))
    pile = opened()
    (id_,) = pile.ids
    pile.approve(id_, hidden=True)
    # A colleague's program writes other covers at the same moment.

    keep_notes(id_, Notes(covers=((0, 0, 10, 10),)), Inbox(action), public_key_of(action))
    assert "nobody had seen" in run("action", "push", str(action), code=1)
    assert Publications(action).items() == []


def test_a_person_who_is_protected_later_holds_back_what_was_approved(action, run, opened):
    add(run, action, "--text", "-", told="Алена Узорнік, мы побач!")
    pile = opened(protect=False)
    (id_,) = pile.ids
    pile.approve(id_, "public_person", hidden=True)
    people = str(action.parent / "people.yml")
    said = run("action", "push", str(action), "--protect", people, code=1)
    assert f"{id_}  held back: The gate blocks it now." in said
    assert "Узорнік" not in said
    assert Publications(action).items() == []


def test_what_was_decided_long_ago_leaves_the_inbox(action, run, opened):
    add(run, action, "--text", "-", told="Мы побач!")
    pile = opened()
    (id_,) = pile.ids
    pile.reject(id_, "duplicate")
    today = datetime.now(UTC).date()
    assert pile.tidy(today + timedelta(days=6)) == 0
    assert pile.tidy(today + timedelta(days=7)) == 1
    assert not list((action / "inbox").iterdir())
