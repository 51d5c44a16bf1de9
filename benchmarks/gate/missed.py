"""What was missed, and what was blocked wrongly, with a few words around: of the dev half only.

The corpora are public, but one of them has no licence: the file is for whoever mends the gate, and is never committed.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.gate.judging import Judged
    from benchmarks.gate.tasks import Task

AROUND = 30  # code points
MOST = 60  # of each


def write_missed(path: Path, title: str, language: str, told: Task, judged: Judged) -> None:
    """Append to `path`: what was missed, what was blocked wrongly, false alarms; the commonest first."""
    texts = {text.id: text.text for text in told.texts if text.language == language}
    kinds: dict[str, dict[str, list[str]]] = {"missed": {}, "blocked wrongly": {}, "false alarms": {}}
    for text_id, named in judged.missed:
        text, person = texts[text_id], next(iter(named.people & told.asked))
        line = f"{named.shape}: «{text[named.start : named.end]}» | protected: {told.people[person][0]}"
        kinds["missed"].setdefault(line, []).append(_around(text, named.start, named.end))
    for text_id, found in judged.wrong:
        text = texts[text_id]
        line = f"{found.how}: «{text[found.start : found.end]}» taken for {told.people[found.key][0]}"
        kinds["blocked wrongly" if found.strong else "false alarms"].setdefault(line, []).append(
            _around(text, found.start, found.end)
        )
    with path.open("a", encoding="utf-8") as file:
        file.write(f"\n## {title}, written in {told.written_in}, read in {language}\n")
        for kind, lines in kinds.items():
            hows: Counter[str] = Counter()
            for line, places in lines.items():
                hows[line.partition(":")[0]] += len(places)
            said = ", ".join(f"{how} {count}" for how, count in hows.most_common())
            file.write(f"\n### {kind}: {sum(hows.values())} ({said})\n\n")
            for line, places in sorted(lines.items(), key=lambda each: -len(each[1]))[:MOST]:
                file.write(f"- {len(places)} × {line} | {places[0]}\n")


def _around(text: str, start: int, end: int) -> str:
    return " ".join(text[max(0, start - AROUND) : end + AROUND].split())
