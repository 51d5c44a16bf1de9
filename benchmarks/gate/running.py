"""Runs one engine over one task, in its own process and environment."""

from __future__ import annotations

import json
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.gate.peers.engine import PEERS, Found
from benchmarks.names.environments import told_by

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

REQUIREMENTS = Path(__file__).parent / "requirements"


@dataclass(frozen=True)
class Run:
    """What an engine found, text by text; CPU seconds to build and to read; peak memory of its process in MB."""

    found: Sequence[Sequence[Found]]
    build: float
    read: float
    peak_mb: float


def run(name: str, people: Mapping[str, Sequence[str]], texts: Sequence[str]) -> Run:
    """One engine's answers. Raises CannotBeHad if it cannot be set up or fails."""
    peer = PEERS[name]
    with tempfile.TemporaryDirectory() as folder:
        asked, answers = Path(folder) / "asked.json", Path(folder) / "answers.json"
        asked.write_text(json.dumps({"people": people, "texts": texts}), encoding="utf-8")
        arguments = ["-m", "benchmarks.gate.measuring", name, str(asked), str(answers)]
        told_by(peer.title, peer.environment, arguments, REQUIREMENTS)
        told = json.loads(answers.read_text(encoding="utf-8"))
    found = [[Found(*each) for each in text] for text in told["found"]]
    return Run(found, told["build"], told["read"], told["peak_mb"])
