"""What a text's facts come to, person by person: files and contents are judged alike."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from valoshka.disclosure.jigsaw.adversaries import adversaries
from valoshka.disclosure.jigsaw.chance import Chance
from valoshka.disclosure.jigsaw.crowds import SMALL
from valoshka.disclosure.jigsaw.days import ITEM as DAY
from valoshka.disclosure.jigsaw.identifying import closest, on_record, recognised, suffices
from valoshka.disclosure.jigsaw.in_words import in_words
from valoshka.disclosure.jigsaw.standing_together import CLOSE, STORY, near_to_a_date, placeless, stretches

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from valoshka.disclosure.jigsaw.clues import Clue
    from valoshka.disclosure.jigsaw.identifying import Recognised
    from valoshka.disclosure.jigsaw.populations import Populations
    from valoshka.disclosure.people import ProtectedPerson

TELLING = 2  # facts
_STORY = 3_000  # characters: a story on two pages
# Many share a profession, a town or a region, and any text may speak of them; few share a workplace.
_COMMON = frozenset({"profession", "specialty", "town", "region"})
_PAIRED = _COMMON | {"workplace"}
_CONSENT = {"specialty": "profession", "region": "town", "percent": "health", "born": "profession"}
_ONE_CALLING = {"specialty": "profession"}  # a specialty and the profession are one thing said twice


class Judgement(NamedTuple):
    """That `clues` of `person`, each once, stand together; `by` are the adversaries who could tell who it is.

    `pair` is whether two facts stand so that whoever knows them both would think of the person; `on_record` whether
    what is told is all but a line of one file (`identifying.on_record`).
    """

    person: str
    clues: tuple[Clue, ...]
    by: tuple[Recognised, ...]
    pair: bool
    on_record: bool

    @property
    def asked(self) -> frozenset[str]:
        """The items of consent that cover what is told."""
        return frozenset(_CONSENT.get(clue.item, DAY if clue.is_event else clue.item) for clue in self.clues)

    def rule(self, person: ProtectedPerson, audience: str) -> str:
        """The rule of rules.yml: what nobody agreed to blocks for a third person, and where it is a line of a file."""
        if person.third_person and self.telling:
            return "jigsaw_third_person"
        agreed = all(person.may(item, audience) for item in self.asked)
        return "jigsaw_on_record" if self.on_record and not agreed else "jigsaw"

    @property
    def telling(self) -> bool:
        """Whether more is told than what many share."""
        return any(clue.item not in _COMMON for clue in self.clues)

    def details(self) -> tuple[tuple[str, str], ...]:
        """What fills the rule's words, by language; no word of the text is among it."""
        return in_words(self.clues, self.by)


_Runs: TypeAlias = "frozenset[frozenset[Clue]]"


def judged(
    clues: Mapping[str, Sequence[Clue]],
    populations: Populations | None = None,
    *,
    among: int = 1,
    tellers: Collection[str] = (),
) -> Iterator[Judgement]:
    """Everybody whom their facts, told near each other, may give away.

    Of `among` people on a list some fit by chance: of whoever is not known to tell (`tellers`), so much must be told
    that hardly anybody else would. Whoever shares all of it with four others of the list hides among them.
    """
    judge = _Judge(populations, Chance(clues, among))
    found = {person: judge.weigh(told, is_teller=person in tellers) for person, told in clues.items()}
    crowd = Counter(_alike(clues[person]) for person, weighed in found.items() if weighed)
    for person, weighed in found.items():
        if weighed and crowd[_alike(clues[person])] < SMALL:
            runs, pair = weighed
            whole = frozenset().union(*runs)
            told = closest(clue for clue in clues[person] if placeless(clue) in whole)
            yield Judgement(person, told, recognised_in(runs, populations), pair, _on_record(runs, clues[person]))


def _on_record(runs: _Runs, clues: Sequence[Clue]) -> bool:
    """Whether one of the runs is a line of a file, told in one breath: a long text tells of several people.

    Read for a whole file, words of three stories and the bars of a chart would block as if one person had told them.
    """
    lines = frozenset().union(*filter(on_record, runs))
    among = [clue for clue in clues if placeless(clue) in lines]
    starts = {clue.start for clue in among}
    return any(on_record(clue for clue in among if start <= clue.start <= start + _STORY) for start in starts)


def recognised_in(runs: Iterable[frozenset[Clue]], populations: Populations | None) -> tuple[Recognised, ...]:
    """Each adversary once, by the run of facts that leaves the fewest people."""
    found: dict[str, Recognised] = {}
    for run in runs:
        for each in recognised(tuple(run), populations):
            if each.adversary not in found or each.people < found[each.adversary].people:
                found[each.adversary] = each
    return tuple(sorted(found.values(), key=lambda each: each.people))


def _alike(clues: Sequence[Clue]) -> frozenset[tuple[str, int, int]]:
    """By what people cannot be told apart in one text: the same words, said of each."""
    return frozenset((clue.item, clue.start, clue.end) for clue in clues)


class _Judge:
    """Weighs runs of facts; each sort of run is worked out once, however many people it is true of."""

    def __init__(self, populations: Populations | None, chance: Chance) -> None:
        self._populations = populations
        self._chance = chance
        self._known: dict[frozenset[Clue], bool] = {}
        self._plain: dict[tuple[Clue, ...], tuple[_Runs, _Runs]] = {}

    def weigh(self, clues: Sequence[Clue], *, is_teller: bool) -> tuple[_Runs, bool] | None:
        """The runs that single somebody out, and whether two plain facts do; `None` if nothing does."""
        if len({clue.fact for clue in clues}) < TELLING:
            return None
        plain = tuple(clue for clue in clues if clue.item in _PAIRED)
        if plain not in self._plain:
            close = frozenset(run for run in stretches(plain, CLOSE) if self._is_pair(run))
            self._plain[plain] = close, self._singling(plain)
        close, runs = self._plain[plain]
        if any(clue.timed for clue in clues):
            runs |= self._singling(near_to_a_date(clues, STORY))
        if not is_teller:
            close, runs = self._beyond_chance(close), self._beyond_chance(runs)
        return (runs | close, bool(close)) if runs | close else None

    def _beyond_chance(self, runs: _Runs) -> _Runs:
        return frozenset(run for run in runs if not self._chance.explains(closest(run)))

    def _singling(self, clues: Sequence[Clue]) -> _Runs:
        runs = {run for run in stretches(clues, STORY) if len({clue.fact for clue in run}) >= TELLING}
        return frozenset(run for run in runs if self._singles_out(run))

    def _singles_out(self, run: frozenset[Clue]) -> bool:
        if run not in self._known:
            whole = closest(run)
            self._known[run] = any(suffices(each, whole, self._populations) for each in adversaries().values())
        return self._known[run]

    def _is_pair(self, run: frozenset[Clue]) -> bool:
        items = {_ONE_CALLING.get(clue.item, clue.item) for clue in run if clue.item != "region"}
        if len(items) < TELLING:
            return False
        listed = self._populations.fewest(tuple(run)) if self._populations else None
        return listed is None or listed < SMALL
