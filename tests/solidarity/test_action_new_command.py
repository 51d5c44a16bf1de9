"""`valoshka action new` makes a folder for the server and a secret that stays beside it."""

from __future__ import annotations

import stat

import pytest
from click.testing import CliRunner

from valoshka.cli.main import valoshka
from valoshka.errors import Refused
from valoshka.solidarity.action import read_action
from valoshka.square.grounds import read_grounds
from valoshka.square.staff_key import read_public_key, read_secret_key


def run(*arguments: str):
    return CliRunner().invoke(valoshka, ["action", *arguments], catch_exceptions=False)


def test_the_secret_half_lies_beside_the_folder_for_its_owner_alone(tmp_path):
    assert run("new", str(tmp_path / "flowers")).exit_code == 0
    secret = tmp_path / "flowers.staff-key"
    assert stat.S_IMODE(secret.stat().st_mode) == 0o600
    public = read_public_key(tmp_path / "flowers" / "staff-key.pub")
    assert bytes(read_secret_key(secret).public().verifying) == bytes(public.verifying)


def test_the_collector_takes_the_folder_as_it_is(tmp_path):
    run("new", str(tmp_path / "flowers"))
    phrases = read_grounds(tmp_path / "flowers").action.phrases
    assert phrases == {phrase.id for phrase in read_action(tmp_path / "flowers").phrases}


def test_a_key_that_lies_there_is_never_written_over(tmp_path):
    (tmp_path / "flowers.staff-key").write_text("another action's key")
    with pytest.raises(Refused, match="another action"):
        run("new", str(tmp_path / "flowers"))
    assert not (tmp_path / "flowers").exists()
