"""Where in a text a person is named: in any script, case or order that the room knows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from valoshka.names.alike import Alike
from valoshka.names.beside import is_glued, surname_beside
from valoshka.names.beyond_doubt import beyond_doubt
from valoshka.names.elsewhere import Elsewhere
from valoshka.names.handles import in_handles
from valoshka.names.index import PartIndex
from valoshka.names.initials_alone import InitialsAlone
from valoshka.names.misspelt import misspelt
from valoshka.names.reading import RANK, Hit, How, Place, places, read
from valoshka.names.sounding import heard
from valoshka.names.words import mended, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from valoshka.names.alone import Reading
    from valoshka.names.index import Bearer
    from valoshka.names.words import Word

_SLIPS = {True: 2, False: 1}  # that a surname, long or short, may bear and still be that one
_FEW = 2_000  # surnames: each has some ten others within one slip
_OTHERS = frozenset({"surname_common", "surname_alike", "surname_lower_case", "surname_of_another", "slip"})
_GLUED = 40  # letters before a part of a word that are looked at
_LONG = 8  # letters as sounded
STRONG: frozenset[str] = frozenset({"full_name", "given_patronymic", "initials", "surname", "run_together"})


@dataclass(frozen=True, order=True)
class Mention:
    """`text[start:end]` (code points) may name the person `key`, who bears `name`; `how` says by what.

    `how` in `STRONG` leaves little doubt; the others (`surname_common`, `surname_lower_case`, `surname_of_another`:
    the surname beside somebody else's given name, `near`: given name or initial beside a surname with one slip,
    `slip`: a surname with one slip alone, `initials_alone`: initials without a surname, of one person only,
    `given`: a given name alone, `given_word`: one that opens a sentence and is also a common word) need a look.
    """

    start: int
    end: int
    key: str
    name: str
    how: How

    @property
    def rank(self) -> int:
        """0 for a full name; the higher, the less the words prove."""
        return RANK[self.how]

    @property
    def strong(self) -> bool:
        """Whether the words leave little doubt."""
        return self.how in STRONG


@dataclass(frozen=True)
class GivenName:
    """A given name alone, at `start`-`end`, and who bears it: key → name. `how` is `given` or `given_word`."""

    start: int
    end: int
    bearers: Mapping[str, str]
    how: Reading = "given"


class Finder:
    """Finds a fixed set of people in any number of texts.

    Whatever stretch of a text `accept` takes for one of their names is a strong mention: one threshold for the gate
    and for linkage. Three things stay a doubt: a part of a longer name that `accept` does not take (in Зоя Віктараўна
    Астапчук, the last two words); a name of one word that is written small or is a function word; and a name of which
    a word is written small and is no form of it that words alone show (Кот яну).

    >>> finder = Finder({"p1": ["Галіна Бонч"]})
    >>> [(m.start, m.end, m.how) for m in finder.find("The nurse Halina\\nBonch; Бонч Г. П.; Halina's child")]
    [(10, 22, 'full_name'), (24, 33, 'initials'), (36, 44, 'given')]
    """

    def __init__(self, people: Mapping[str, Sequence[str]], *, strangers: bool = True) -> None:
        """Takes names by key. Without `strangers`, a part of what is somebody else's whole name is nobody's mention."""
        self._strangers = strangers
        self._index = PartIndex(people)
        self._alike = Alike(self._index)
        self._elsewhere = Elsewhere(self._index)
        self._initials = InitialsAlone(self._index)
        self._are_few = sum(match.part == "surname" for match in self._index.matches()) <= _FEW

    def find(self, text: str) -> list[Mention]:
        """Every mention in `text`, in order; at one place a person is mentioned once, by the strongest reading."""
        sighted, given = self.sight(text)
        alone = [
            Mention(name.start, name.end, key, bearer, name.how)
            for name in given
            for key, bearer in name.bearers.items()
        ]
        return sorted([*sighted, *alone])

    def sight(self, text: str) -> tuple[list[Mention], list[GivenName]]:
        """The mentions in `text` but for given names alone, and those, once each however many people bear them."""
        plain = words(text)
        named = self._elsewhere.added(plain, places(plain, list(mended(text, plain)), self._index))
        hits = [
            *read(text, plain, named),
            *in_handles(text, plain, self._index),
            *misspelt(text, plain, named, self._index, alone=self._are_few),
        ]
        hits += self._initials.read(text, plain)
        hits = _widest([*hits, *beyond_doubt(text, plain, named, hits, self._alike)])
        hits = list(_without_strangers(hits, keep=self._strangers))
        mentions = [Mention(hit.start, hit.end, hit.bearer.key, hit.bearer.name, hit.how) for hit in hits]
        return sorted(mentions), self._given_alone(text, plain, named, hits)

    def _given_alone(
        self, text: str, plain: Sequence[Word], named: Sequence[Place], hits: Sequence[Hit]
    ) -> list[GivenName]:
        """Given names that no fuller name, no other name of their bearer, and no stranger's surname explains."""
        taken: dict[int, list[Hit | GivenName]] = {}
        for hit in hits:
            for at in range(hit.start, hit.end):
                taken.setdefault(at, []).append(hit)
        found: list[GivenName] = []
        for place in sorted(named, key=lambda place: place.word.start - place.word.end):
            word = place.word
            readings = [] if _is_part(text, word) else list(place.given_alone(text, plain))
            matches = [match for match, _ in readings]
            bearers = self._index.bearing(matches)
            if readings and (surname := surname_beside(text, plain, word, surely=self._strangers)):
                bearers = {each.key: each.name for match in matches for each in match.bearers if _may_be(surname, each)}
            over = [other for at in (word.start, word.end - 1) for other in taken.get(at, ())] if bearers else []
            if not bearers or any(isinstance(other, GivenName) or other.rank <= 1 for other in over):
                continue
            explained = {other.bearer.key for other in over if isinstance(other, Hit)}
            left = {key: bearers[key] for key in bearers if key not in explained} if explained else bearers
            if left:
                how: Reading = "given" if any(read_as == "given" for _, read_as in readings) else "given_word"
                found.append(GivenName(word.start, word.end, left, how))
                for at in range(word.start, word.end):
                    taken.setdefault(at, []).append(found[-1])
        return sorted(found, key=lambda name: name.start)


def find(text: str, people: Mapping[str, Sequence[str]]) -> list[Mention]:
    """Where `text` names any of `people` (key → full names). For many texts, build one `Finder`."""
    return Finder(people).find(text)


def _widest(hits: Iterable[Hit]) -> list[Hit]:
    """Of hits that overlap, those that explain the words best: a full name explains the surname within it.

    What many bear is many hits at one place, which are judged together.
    """
    alike: dict[tuple[int, int, int, int], dict[str, Hit]] = {}
    for hit in hits:
        alike.setdefault((hit.rank, hit.words, hit.start, -hit.end), {}).setdefault(hit.bearer.key, hit)
    kept: list[Hit] = []
    taken: dict[int, list[tuple[int, int, int, set[str]]]] = {}
    for (rank, _, start, end), found in sorted(alike.items(), key=lambda each: each[0]):
        over = [other for at in range(start, -end) for other in taken.get(at, ())]
        if any(fuller <= 1 and fuller < rank and first <= start and -end <= last for fuller, first, last, _ in over):
            continue
        named = {key for key in found if not any(key in others for *_, others in over)}
        kept += [found[key] for key in sorted(named)]
        for at in range(start, -end) if named else ():
            taken.setdefault(at, []).append((rank, start, -end, named))
    return kept


def _may_be(surname: Word, bearer: Bearer) -> bool:
    """Whether what stands behind a given name may be the bearer's surname misspelt, rather than a stranger's."""
    sounds, own_surnames = heard(surname.folded), bearer.parts.surname
    if any(OSA.distance(surname.folded, own, score_cutoff=1) <= 1 for own in own_surnames):
        return True
    return any(_are_near(one, other) for own in own_surnames for one in heard(own) for other in sounds)


def _are_near(one: str, other: str) -> bool:
    most = _SLIPS[min(len(one), len(other)) >= _LONG and one[:1] == other[:1]]
    return OSA.distance(one, other, score_cutoff=most) <= most


def _without_strangers(hits: Sequence[Hit], *, keep: bool) -> Iterator[Hit]:
    """A surname beside somebody else's given name is theirs, unless the text names its bearer in other ways, too.

    That a text has a namesake weakens no surname that stands alone in it: else adding a stranger would hide somebody.
    """
    told_of = {hit.bearer.key for hit in hits if not hit.strangers and hit.how not in _OTHERS}
    for hit in hits:
        if keep or not hit.strangers or hit.bearer.key in told_of:
            yield hit


def _is_part(text: str, word: Word) -> bool:
    """Whether it is a part of a longer word (BioNTech), and that is no hashtag or handle, where words are glued."""
    if not is_glued(text, word):
        return False
    start = word.start
    while start > max(0, word.start - _GLUED) and text[start - 1].isalnum():
        start -= 1
    return text[start - 1 : start] not in ("#", "@", "_")
