"""The queue of what is shared on: files to post with, a done mark, and nothing that was taken down."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from click.testing import CliRunner
from PIL import Image

from valoshka.cli.action.share import command
from valoshka.errors import Refused
from valoshka.solidarity.items import written_items
from valoshka.solidarity.share_on import Queue, material


def run(*arguments: object) -> str:
    return CliRunner().invoke(command, list(map(str, arguments)), catch_exceptions=False).output


def none(_: str) -> bytes:
    raise AssertionError


def test_an_item_comes_with_cards_a_caption_and_the_picture_in_words(action, give, phrase):
    item = replace(give(1)[0], language="be")
    files = material(action, item, none)
    words = next(one.words for one in action.phrases if one.id == phrase)["be"]
    assert sorted(files) == ["alt.txt", "caption.txt", "portrait.jpg", "story.jpg"]
    assert files["caption.txt"].decode() == f"{words}\n\n#{action.hashtag}\n\n{action.site}/be/\n"
    assert "валошка" in files["alt.txt"].decode()
    with Image.open(io.BytesIO(files["portrait.jpg"])) as card:
        assert card.size == (1080, 1350)


def test_a_photograph_is_shared_as_a_card(action, give, photograph):
    name, jpeg = photograph
    files = material(action, replace(give(1)[0], picture=name, alt="A teal wall"), lambda _: jpeg)
    assert files["alt.txt"].decode().startswith("A teal wall ")
    assert "portrait.jpg" in files


def test_where_no_card_can_be_set_the_reason_stands(action, give):
    files = material(action, replace(give(1)[0], words="ありがとう", phrase=""), none)
    assert "portrait.jpg" not in files
    assert files["no-card.txt"].decode().startswith("No bundled font can draw")


def test_what_was_shared_is_marked_and_does_not_come_again(staffed, give):
    (staffed / "published.jsonl").write_bytes(written_items(give(2)))
    one, other = sorted(item.id for item in give(2))
    assert "2 to share, 0 shared" in run(staffed)
    said = run(staffed, "--done", one)
    assert "1 to share, 1 shared" in said
    assert other in said
    assert "1 to share, 1 shared" in run(staffed)


def test_what_was_taken_down_leaves_the_queue_and_a_post_is_remembered(staffed, give):
    (staffed / "published.jsonl").write_bytes(written_items(give(2)))
    run(staffed)
    one, other = give(2)
    run(staffed, "--done", one.id)
    (staffed / "published.jsonl").write_bytes(written_items([other]))
    assert f"{one.id} was taken down after it was shared: delete the post, too." in run(staffed)
    assert [path.name for path in (staffed / "share").iterdir()] == [other.id]


@pytest.mark.parametrize("id_", ["f" * 16, "../flowers", ""])
def test_only_what_waits_can_be_marked(staffed, id_):
    with pytest.raises(Refused, match="Nothing with this id"):
        Queue(staffed / "share").mark(id_, "2026-05-02")
