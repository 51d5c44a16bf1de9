"""Nothing that was acknowledged is lost, and nothing that was taken down comes back."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valoshka.errors import Refused
from valoshka.solidarity.items import Item
from valoshka.solidarity.staffing import Decision, Inbox, Publications, add_decision, read_decisions, standing

ONE, TWO = "00000000000000ff", "0123456789abcdef"


def decided(verdict: str, id_: str = ONE, **told: object) -> Decision:
    return Decision(id_, verdict, "2026-05-02", "Nina", **told)  # type: ignore[arg-type]


def test_a_message_is_kept_once_and_found_by_its_id(tmp_path):
    inbox = Inbox(tmp_path)
    assert inbox.keep(ONE, "2026-05-02", b"sealed")
    assert not inbox.keep(ONE, "2026-05-03", b"another")
    assert [(kept.id, kept.day, inbox.read(kept)) for kept in inbox.kept()] == [(ONE, "2026-05-02", b"sealed")]
    assert inbox.find(TWO) is None


@pytest.mark.parametrize("id_", ["../../etc/pass", "00000000000000FF", "", "ff"])
def test_an_id_that_could_be_a_path_is_refused(tmp_path, id_):
    with pytest.raises(Refused, match="without a proper id"):
        Inbox(tmp_path / "action").keep(id_, "2026-05-02", b"")
    assert not list(tmp_path.iterdir())


def test_the_files_of_a_message_are_its_owners_only_and_go_together(tmp_path):
    inbox = Inbox(tmp_path)
    inbox.keep(ONE, "2026-05-02", b"sealed")
    inbox.keep_beside(ONE, "notes", b"sealed too")
    inbox.keep_beside(ONE, "consent", b"sealed too")
    assert {path.stat().st_mode & 0o777 for path in (tmp_path / "inbox").iterdir()} == {0o600}
    inbox.forget(ONE)
    assert not list((tmp_path / "inbox").iterdir())


def test_decisions_are_added_and_never_changed(tmp_path):
    add_decision(tmp_path, decided("approve", lifted=("0123456789abcdef",)))
    before = (tmp_path / "decisions.jsonl").read_bytes()
    add_decision(tmp_path, decided("undo"))
    assert (tmp_path / "decisions.jsonl").read_bytes().startswith(before)
    assert [each.decision for each in read_decisions(tmp_path)] == ["approve", "undo"]
    assert standing(read_decisions(tmp_path)) == {}


@given(torn=st.integers(min_value=1))
def test_what_a_power_cut_left_of_a_line_costs_no_other_decision(tmp_path_factory, torn):
    folder = tmp_path_factory.mktemp("folder")
    add_decision(folder, decided("approve"))
    whole = decided("reject", TWO, reason="advertising").line()
    with (folder / "decisions.jsonl").open("ab") as file:
        file.write(whole[: torn % len(whole)])
    assert [each.decision for each in read_decisions(folder)] == ["approve"]
    add_decision(folder, decided("reject", TWO))
    assert [each.decision for each in read_decisions(folder)] == ["approve", "reject"]


@pytest.mark.parametrize(
    "line", ["{}", '{"id": "x"}', '{"id": "00000000000000ff", "decision": "bless", "day": "2026-05-02", "who": ""}']
)
def test_a_line_that_is_no_decision_is_named(tmp_path, line):
    add_decision(tmp_path, decided("approve"))
    with (tmp_path / "decisions.jsonl").open("a") as file:
        file.write(f"{line}\n")
    with pytest.raises(Refused, match=r"decisions\.jsonl, line 2: "):
        read_decisions(tmp_path)


@given(st.lists(st.sampled_from(["approve", "reject", "undo", "takedown"])))
def test_a_takedown_is_for_good(verdicts):
    found = standing([decided(each) for each in verdicts])
    if "takedown" in verdicts:
        assert found[ONE].decision == "takedown"
    elif not verdicts or verdicts[-1] == "undo":
        assert ONE not in found
    else:
        assert found[ONE].decision == verdicts[-1]


def test_an_item_that_is_published_again_is_there_once_as_it_is_now(tmp_path):
    published = Publications(tmp_path)
    published.add([Item(ONE, "2026-05-02", "be", words="Дзякуй")], {})
    published.add([Item(ONE, "2026-05-02", "be", words="Дзякуй", translations={"en": "Thank you"})], {})
    assert [item.translations for item in published.items()] == [{"en": "Thank you"}]


def test_a_picture_goes_with_the_last_item_that_shows_it(tmp_path):
    published = Publications(tmp_path)
    name = hashlib.sha256(b"jpeg").hexdigest()
    published.add([Item(each, "2026-05-02", "be", picture=name) for each in (ONE, TWO)], {name: b"jpeg"})
    assert published.remove([ONE]) == 1
    assert published.picture(name).read_bytes() == b"jpeg"
    assert published.remove([TWO, TWO]) == 1
    assert not published.picture(name).exists()
    assert published.items() == []


def test_a_flower_can_be_removed_as_well(tmp_path):
    published = Publications(tmp_path)
    assert published.add_flowers([Item(ONE, "2026-05-02", "be", seed="k7w2p9", kind="flax")]) == 1
    assert published.add_flowers([Item(ONE, "2026-05-02", "be", seed="k7w2p9", kind="flax")]) == 0
    assert published.remove([ONE]) == 1
    assert published.flowers() == []
