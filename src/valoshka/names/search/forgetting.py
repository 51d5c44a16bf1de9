"""Taking names out of an index so that nothing of them is left in it: no word, no sound, no key that only they had."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from valoshka.names.search.columns import Columns, Words
from valoshka.names.search.linked import Links
from valoshka.names.search.segment import Segment

if TYPE_CHECKING:
    from collections.abc import Collection

    from numpy.typing import NDArray


def without(segment: Segment, entries: Collection[int]) -> Segment:
    """The segment without `entries`; itself if there are none."""
    if not entries:
        return segment
    kept = segment.kept
    stays = np.ones(len(segment), bool)
    stays[list(entries)] = False
    rows = kept.entry_words[stays]
    words, numbers = _still_there(rows, len(kept.words.folded))
    sounds, sound_numbers = _still_there(kept.words.sounds.only(words).to, len(kept.sounds))
    skeletons, skeleton_numbers = _still_there(kept.sound_skeleton[sounds], len(kept.skeletons))
    return Segment(
        Columns(
            ids=kept.ids.only(stays),
            texts=kept.texts.only(stays),
            several=kept.several[stays],
            entry_words=numbers[rows],
            words=_only(kept.words, words, sound_numbers),
            sounds=[kept.sounds[place] for place in np.flatnonzero(sounds).tolist()],
            sound_skeleton=skeleton_numbers[kept.sound_skeleton[sounds]],
            skeletons=[kept.skeletons[place] for place in np.flatnonzero(skeletons).tolist()],
        )
    )


def _still_there(used: NDArray[np.int32], many: int) -> tuple[NDArray[np.bool_], NDArray[np.int32]]:
    """Which of `many` things are still used, and their new numbers; the number that stands for none stays the last."""
    there = np.zeros(many + 1, bool)
    there[used.ravel()] = True
    there[many] = False
    numbers = (np.cumsum(there) - 1).astype(np.int32)
    numbers[many] = int(there.sum())
    return there[:many], numbers


def _only(words: Words, stays: NDArray[np.bool_], sound_numbers: NDArray[np.int32]) -> Words:
    sounds = words.sounds.only(stays)
    return Words(
        folded=words.folded.only(stays),
        kinds=words.kinds[stays],
        certain=words.certain[stays],
        sounds=Links(sounds.start, sound_numbers[sounds.to]),
        groups=words.groups.only(stays),
        cases=words.cases.only(stays),
        fathers=words.fathers.only(stays),
    )
