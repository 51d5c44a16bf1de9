"""How well `accept` tells one person's names from two people's: `python -m benchmarks.names.pairs [--split held_out]`.

Recall is the share of `attested` pairs accepted. Precision is what it is among as many pairs of one person as of two:
recall / (recall + false), where `false` is the accepted share of all pairs of different people, every kind counting
alike; beside it stands the same with every pair counting alike. The pairs were made before anything was measured on
them (`pairs_same`, `pairs_different`, `pairs_nearest`); what no one can tell apart by the name alone is left out, as
`pairs_telling` says. Bounds are Wilson's at 95 %.

    python -m benchmarks names.pairs                        # dev half: the table, the curve
    python -m benchmarks.names.pairs --split held_out --peers
    python -m benchmarks.names.pairs --worst 20             # dev half only: the worst errors of each sort
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from typing import TYPE_CHECKING

from benchmarks.names.environments import CannotBeHad
from benchmarks.names.pairs_different import different_people
from benchmarks.names.pairs_nearest import nearest_people
from benchmarks.names.pairs_same import ASKED, ATTESTED, BELARUS, same_people
from benchmarks.names.pairs_scores import PEERS, peer_scores, valoshka_scores
from benchmarks.names.persons import DEV, SPLITS
from benchmarks.names.scoring import Share

if TYPE_CHECKING:
    from benchmarks.names.pairs_made import Pair
    from benchmarks.names.pairs_scores import Scores

LONG = True
RECALL = 0.95
STEPS = 10
UNDECIDABLE = "undecidable"


def main() -> None:
    options = _options()
    try:
        same = [pair for pair in same_people() if pair.split == options.split]
        different = [pair for pair in (*different_people(), *nearest_people()) if pair.split == options.split]
        dev = [pair for pair in same_people() if pair.split == DEV and pair.kind == ATTESTED]
    except CannotBeHad as problem:
        print(problem)
        return
    print(f"{options.split} half: {len(same):,} pairs of one person, {len(different):,} of two\n")
    ours = valoshka_scores(same, different)
    _report("Valoshka", *ours)
    if options.peers:
        for peer in PEERS:
            _peer(peer, same, different, dev)
    if options.worst and options.split == DEV:
        _worst(*ours, options.worst)
    elif options.worst:
        print("Names of the held-out half are never printed. Ask for the worst errors of the dev half.")


def _options() -> argparse.Namespace:
    told = argparse.ArgumentParser(prog="python -m benchmarks.names.pairs", description="One person, or two?")
    told.add_argument("--split", choices=SPLITS, default=DEV)
    told.add_argument("--peers", action="store_true", help="peers too, each where its recall on dev is .95")
    told.add_argument("--worst", type=int, default=0, help="print so many errors of each sort (dev half only)")
    return told.parse_args([] if sys.argv[0].endswith("benchmarks/__main__.py") else None)


def _peer(peer: str, same: list[Pair], different: list[Pair], dev: list[Pair]) -> None:
    try:
        threshold = _at_recall(peer_scores(peer, dev))
        found = peer_scores(peer, same), peer_scores(peer, different)
    except CannotBeHad as problem:
        print(f"{peer}: {problem}\n")
        return
    _report(f"{peer}, threshold set on the dev half", *found, threshold)


def _at_recall(attested: Scores) -> float:
    """The highest threshold at which RECALL of the attested pairs are accepted."""
    ranked = sorted((score for _, score in attested), reverse=True)
    return ranked[min(len(ranked) - 1, int(RECALL * len(ranked)))]


def _report(title: str, same: Scores, different: Scores, threshold: float) -> None:
    print(f"{title}: accepted from {threshold:.3f}")
    for told, scores in (("one person", same), ("two people", different)):
        print(f"  {told}")
        for kind, share in _shares(scores, threshold).items():
            print(f"    {kind:<26}{share.asked:>7}  {share}")
    alike = _precision_of(_recall(same, threshold), _pooled(different, threshold))
    precision = f"precision {_precision(same, different, threshold):.4f} (every pair alike: {alike:.4f})"
    print(f"  recall {_recall(same, threshold)}, each person alike {_by_person(same, threshold):.3f}; {precision}")
    print("  curve: threshold, recall, precision, false share")
    for step in range(STEPS):
        at = round(0.5 + step * 0.05, 2)
        recall, false = _recall(same, at).value, _false(different, at)
        print(f"    {at:.2f}  {recall:.3f}  {_precision(same, different, at):.4f}  {false:.4f}")
    print(flush=True)


def _shares(scores: Scores, threshold: float) -> dict[str, Share]:
    kinds: dict[str, list[bool]] = defaultdict(list)
    for pair, score in scores:
        kinds[pair.kind].append(score >= threshold)
    return {kind: Share(sum(accepted), len(accepted)) for kind, accepted in kinds.items()}


def _recall(same: Scores, threshold: float) -> Share:
    return _shares(same, threshold)[ATTESTED]


def _by_person(same: Scores, threshold: float) -> float:
    """The recall of attested pairs, everybody counting alike, however many spellings are attested."""
    people: dict[str, list[bool]] = defaultdict(list)
    for pair, score in same:
        if pair.kind == ATTESTED:
            people[pair.group].append(score >= threshold)
    return sum(sum(accepted) / len(accepted) for accepted in people.values()) / len(people)


def _false(different: Scores, threshold: float) -> float:
    """The accepted share of different people, every kind counting alike."""
    shares = [share.value for kind, share in _shares(different, threshold).items() if kind != UNDECIDABLE]
    return sum(shares) / len(shares)


def _pooled(different: Scores, threshold: float) -> float:
    told = [score >= threshold for pair, score in different if pair.kind != UNDECIDABLE]
    return sum(told) / len(told)


def _precision(same: Scores, different: Scores, threshold: float) -> float:
    return _precision_of(_recall(same, threshold), _false(different, threshold))


def _precision_of(recall: Share, false: float) -> float:
    return recall.value / (recall.value + false) if recall.found else 1.0


def _worst(same: Scores, different: Scores, threshold: float, count: int) -> None:
    refused: dict[str, Scores] = defaultdict(list)
    accepted: dict[str, Scores] = defaultdict(list)
    for pair, score in same:
        if score < threshold and pair.kind not in (ASKED, BELARUS):
            refused[pair.kind].append((pair, score))
    for pair, score in different:
        if score >= threshold and pair.kind != UNDECIDABLE:
            accepted[pair.kind].append((pair, score))
    for title, errors, sign in (("one person, refused", refused, 1), ("two people, accepted", accepted, -1)):
        for kind, scores in errors.items():
            print(f"\n## {title}: {kind} ({len(scores)})")
            for pair, score in sorted(scores, key=lambda row: sign * row[1])[:count]:
                print(f"{score:.3f}  {pair.one}  |  {pair.other}")


if __name__ == "__main__":
    main()
