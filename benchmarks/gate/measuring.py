"""Measures one engine in a process of its own: `python -m benchmarks.gate.measuring ENGINE TASK.json FOUND.json`.

TASK.json: {"people": {key: [spelling]}, "texts": [text]}. FOUND.json gets {"found": [[[start, end, key, strong, how]]],
"build": CPU s, "read": CPU s, "peak_mb": of the whole process}. Adapters import nothing but the standard library, their
own dependencies and, ours alone, valoshka: peers run in environments where the project is not installed.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from benchmarks.gate.peers.engine import load
from benchmarks.names.measuring import peak_mb


def main(name: str, asked: Path, answers: Path) -> None:
    told = json.loads(asked.read_text(encoding="utf-8"))
    engine = load(name)
    began = time.process_time()
    engine.build(told["people"])
    built = time.process_time()
    found = [list(engine.find(text)) for text in told["texts"]]
    spent = {"build": built - began, "read": time.process_time() - built, "peak_mb": peak_mb()}
    answers.write_text(json.dumps({"found": found, **spent}), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
