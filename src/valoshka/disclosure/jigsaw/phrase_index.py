"""Many phrases looked for in a text at once: the cost grows with the words of the text, hardly with the people."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from valoshka.disclosure.jigsaw.facts import GAP, SHORTEST, known_sounds, tokens_of
from valoshka.disclosure.jigsaw.workplaces import is_rank, ordinals_in
from valoshka.names.agreement import agree, stems
from valoshka.names.phones import sounds
from valoshka.names.prefilter import Prefilter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from valoshka.names.phones import Sound
    from valoshka.names.words import Word

_NUMBER = re.compile(r"\d+")
_NOTHING: frozenset[str] = frozenset()
_FARTHEST = 6  # words between two words of a phrase, whatever they are
_FAR = 24  # the same in words: "the seventeenth"
_NEAR = 12  # characters round a phrase in which its number may stand: "№ 17", "the 17th"


class PhraseIndex:
    """Phrases under the consonants of their words. Built once; then only read.

    >>> from valoshka.names.words import words
    >>> text = "She came home to Grodno."
    >>> PhraseIndex(["Гродна", "Брэст"]).places(text, words(text))
    {'Гродна': ((17, 23),)}
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self._tokens = {phrase: tokens for phrase in phrases if (tokens := tokens_of(phrase))}
        self._heard: dict[str, list[tuple[Sound, bool, str]]] = defaultdict(list)
        self._beginning: dict[str, list[str]] = defaultdict(list)
        for phrase, tokens in self._tokens.items():
            self._beginning[tokens[0]].append(phrase)
        self._prefilter = Prefilter()
        for token in {token for tokens in self._tokens.values() for token in tokens}:
            for sound, oblique in known_sounds(token):
                self._prefilter.add(sound)
                self._heard[sound.skeleton].append((sound, oblique, token))
        self._forms: dict[str, frozenset[str]] = {}

    def places(self, text: str, told: Sequence[Word]) -> dict[str, tuple[tuple[int, int], ...]]:
        """Where `text`, whose words are `told`, says each phrase (code points); what it does not say is left out.

        A number in a phrase must stand in the text, too: lyceum No. 41 is not any lyceum.
        """
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for first, word in enumerate(told):
            for token in self._of(word.folded):
                for phrase in self._beginning.get(token, ()):
                    last = self._last(told, first, self._tokens[phrase])
                    if last and _numbered(phrase, text, word.start, last.end):
                        found[phrase].append((word.start, last.end))
        return {phrase: tuple(places) for phrase, places in found.items()}

    def _last(self, told: Sequence[Word], first: int, tokens: tuple[str, ...]) -> Word | None:
        at = first
        for place, token in enumerate(tokens):
            within = _within(told, at) if place else (at,)
            found = next((number for number in within if token in self._of(told[number].folded)), None)
            if found is None:
                return None
            at = found + 1
        return told[at - 1]

    def _of(self, folded: str) -> frozenset[str]:
        """The words of phrases of which a folded word may be a form; each distinct word is worked out once."""
        if folded not in self._forms:
            may_be = self._prefilter.may_be(folded)
            self._forms[folded] = frozenset(self._look_up(folded)) if may_be else _NOTHING
        return self._forms[folded]

    def _look_up(self, folded: str) -> Iterator[str]:
        for stem, cut in stems(folded):
            for heard in sounds(stem):
                for sound, oblique, token in self._heard.get(heard.skeleton, ()):
                    if (cut or heard.trail or not oblique) and agree(heard, sound, ending_cut=cut):
                        yield token


def _within(told: Sequence[Word], at: int) -> Iterator[int]:
    """Where the next word of a phrase may stand: a word farther at most, not counting ranks ("district") and "of"."""
    passed = 0
    for number in range(at, min(at + _FARTHEST, len(told))):
        yield number
        folded = told[number].folded
        passed += len(folded) >= SHORTEST and not is_rank(folded)
        if passed > GAP:
            return


def _numbered(phrase: str, text: str, start: int, end: int) -> bool:
    wanted = set(_NUMBER.findall(phrase))
    if not wanted:
        return True
    told = {*_NUMBER.findall(text[max(0, start - _NEAR) : end + _NEAR])}
    return wanted <= told | ordinals_in(text[max(0, start - _FAR) : end + _FAR])
