"""One hit becomes one telling of an act: does it stand, to whom, by whom, when, where, on whose word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from valoshka.coding.proposal import Mention, Perpetrator, Proposal, Victim
from valoshka.coding.reading.reading import on_one_line
from valoshka.coding.rules import certainty, places, slavic_roles
from valoshka.coding.rules.certainty import has
from valoshka.coding.rules.grammar import cue
from valoshka.coding.rules.passages import clause
from valoshka.coding.rules.sameness import Telling
from valoshka.coding.rules.scenes import roles
from valoshka.coding.rules.standing import standing
from valoshka.terms import vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from valoshka.coding.rules.actors import Doer
    from valoshka.coding.rules.dating import Dates
    from valoshka.coding.rules.hits import Hit
    from valoshka.coding.rules.resolution import Scene, Told
    from valoshka.coding.rules.roles import Roles

HEADLINE = 14  # tokens
THREATS = frozenset({"threat", "threat_to_family", "licence_pressure", "removal_of_child"})
_DISTINCT = re.compile(r"\b(?:again|second|another|third|latest|first|subsequent|new|previous|earlier)\b")


def tell(scene: Scene, dates: Dates, told: Told, hit: Hit, others: Sequence[Hit]) -> Telling | None:
    """The telling, or `None` if the words tell no act (a question, a denial, a demand) or of nobody."""
    if _is_question(told, hit) and not hit.trigger.asks:
        return None
    if _is_reason(told, hit, others) or _is_headline(told, hit):
        return None
    found = roles(told, hit, others) if told.passage.language == "en" else slavic_roles.roles(told, hit)
    if found is None:
        return None
    modality = _modality(told, hit, found)
    if modality is None:
        return None
    victims = _victims(scene, told, hit, found)
    if not victims:
        return None
    return _telling(scene, dates, told, hit, found, victims, modality)


def _is_question(told: Told, hit: Hit) -> bool:
    """Whether the hit stands before a question mark with no full stop between."""
    for low in told.lows[hit.end :]:
        if low in '.!‘“«"':
            return False
        if low == "?":
            return True
    return False


def _is_headline(told: Told, hit: Hit) -> bool:
    """Whether a noun or phrase stands in a line that is no sentence: the text below a headline tells it again."""
    unfinished = told.lows[-1][0].isalnum() and len(told.lows) <= HEADLINE and told.passage.turn is None
    return unfinished and hit.trigger.frame in ("noun", "scene")


def _is_reason(told: Told, hit: Hit, others: Sequence[Hit]) -> bool:
    """Whether a protest is told only as what somebody was punished for: that is the stated reason of another act."""
    if hit.trigger.act != "expression" or not any(vocabulary.acts()[other.trigger.act].violation for other in others):
        return False
    before = told.lows[max(0, hit.start - 2) : hit.start]
    return any(low in ("for", "of", "over", "after", "solely", "following", "because") for low in before) or told.lows[
        hit.start
    ] in ("for", "after", "of")


def _modality(told: Told, hit: Hit, found: Roles) -> str | None:
    lows, language = told.lows, told.passage.language
    start = min(found.group, hit.start)
    if not hit.trigger.negative and certainty.negated(lows, start, hit.start, language):
        return None
    if any(lows[m.start] in cue("negated_subjects", language) or lows[m.start] == "no" for m in found.victims):
        return None
    act = hit.trigger.act
    verdict = certainty.certainty(lows, hit.start, language, negative=hit.trigger.negative, threatened=act in THREATS)
    if verdict == "no" or (verdict == "announced" and not vocabulary.acts()[act].violation):
        return None
    return verdict


def _victims(scene: Scene, told: Told, hit: Hit, found: Roles) -> tuple[Victim, ...]:
    resolved = [victim for mention in found.victims for victim in scene.labels(told, mention)]
    if not resolved and found.wants_context:
        resolved = _beside(scene, told, hit)
    if not resolved and (found.wants_context or found.victims):
        around = _around(scene, told, hit)
        resolved = [around] if around is not None else []
    return tuple(dict.fromkeys(resolved))


def _beside(scene: Scene, told: Told, hit: Hit) -> list[Victim]:
    """The nearest other person or named group of the sentence: "chlorine was poured into the cell of Alena Kot"."""
    barred = hit.trigger.not_victims | cue("negated_subjects")
    others = [
        m for m in told.mentions if not m.doer and m.case != "rel" and m.head not in barred and m.person in (1, 3)
    ]
    others.sort(key=lambda m: (m.start < hit.end, abs(m.start - hit.end)))
    for mention in others:
        if mention.oblique in ("of", "from", "with", "against", "for", "on", "to") or mention.case in ("nom", "poss"):
            victims = scene.labels(told, mention)
            if victims:
                return victims
    return []


def _around(scene: Scene, told: Told, hit: Hit) -> Victim | None:
    """Whom the text around is about: the teller of a quotation or story, or the subject of the sentence before."""
    position = told.passage.sentence.tokens[hit.start].start
    teller = scene.teller(told, position)
    if teller is not None:
        return Victim(teller, "person")
    number = told.passage.number
    for before in range(number - 1, max(-1, number - 3), -1):
        earlier = scene.told(before)
        subjects = [m for m in earlier.mentions if m.oblique is None and m.case != "poss" and not m.doer]
        for mention in subjects:
            victims = scene.labels(earlier, mention)
            if victims:
                return victims[0]
    return None


def _telling(
    scene: Scene, dates: Dates, told: Told, hit: Hit, found: Roles, victims: tuple[Victim, ...], modality: str
) -> Telling:
    sentence, language = told.passage.sentence, told.passage.language
    first, last = clause(told.lows, hit, found, told.mentions)
    start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
    lived = modality == "happened" and "had" not in told.lows[max(0, hit.start - 3) : hit.start]
    general = any(
        victim.kind == "group" and has("general_groups", language, victim.label.lower()) for victim in victims
    )
    date, basis = dates.of(start, end, told.passage, carried=lived and not general)
    near, whole = (first, last), (0, len(told.lows))
    proposal = Proposal(
        act=hit.trigger.act,
        modality=modality,
        mentions=(Mention(start, end, scene.reading.text[start:end]),),
        victims=victims,
        perpetrator=_perpetrator(scene, told, found),
        date=date,
        date_basis=basis,
        place=places.place(sentence, *near, hit.start, language) or places.place(sentence, *whole, hit.start, language),
        epistemic=_epistemic(scene, told, hit, found, victims),
        voice="quote" if _is_quoted(scene, told, hit) or told.passage.turn is not None else "narrator",
        story=told.passage.story.label if told.passage.story else _own_story(scene, told),
    )
    return Telling(proposal, _refers_back(told, hit), _mark(told, hit), told.passage.number)


def _is_quoted(scene: Scene, told: Told, hit: Hit) -> bool:
    return scene.reading.voices.at(told.passage.sentence.tokens[hit.start].start) is not None


def _epistemic(scene: Scene, told: Told, hit: Hit, found: Roles, victims: tuple[Victim, ...]) -> str:
    tokens = told.passage.sentence.tokens
    quotation = scene.reading.voices.at(tokens[hit.start].start)
    # "Pavel told us: ..." is his own word: what stands outside the quotation says nothing about what he tells in it.
    inside = [t.low for t in tokens if quotation is None or quotation.start <= t.start < quotation.end]
    return standing(
        " ".join(inside),
        " ".join(told.lows[: hit.start + 1]),
        told.passage.language,
        teller=scene.teller(told, tokens[hit.start].start),
        quoted=quotation is not None,
        victims=victims,
        first_person=any(mention.person == 1 for mention in found.victims),
    )


def _mark(told: Told, hit: Hit) -> str | None:
    """A word of order near the act, which tells it from others of its kind."""
    if told.passage.language != "en":
        return None
    marked = _DISTINCT.search(" ".join(told.lows[max(0, hit.start - 4) : hit.end + 3]))
    return marked[0] if marked else None


def _own_story(scene: Scene, told: Told) -> str | None:
    if told.passage.turn is not None and told.passage.turn.speaker:
        return told.passage.turn.speaker
    return scene.reading.narrator


def _refers_back(told: Told, hit: Hit) -> bool:
    """Whether the words take the act as known: a noun with "her", "the", "this", or after "during", "after"."""
    if hit.trigger.frame != "noun":
        return False
    before = told.lows[max(0, hit.start - 3) : hit.start]
    return not any(low in ("a", "an", "another", "second", "third", "new", "first", "latest") for low in before)


def _perpetrator(scene: Scene, told: Told, found: Roles) -> Perpetrator | None:
    if found.doer is not None:
        return _named(told, found.doer)
    if found.doer_pronoun is not None:
        return _before(scene, told, found.doer_pronoun.plural)
    if found.doer_words is not None and found.doer_words.sort == "noun":
        tokens = told.passage.sentence.tokens
        start, end = tokens[found.doer_words.start].start, tokens[found.doer_words.end - 1].end
        return Perpetrator("unstated", on_one_line(told.passage.sentence.text[start:end]), start, end)
    return None


def _before(scene: Scene, told: Told, plural: bool) -> Perpetrator | None:
    """The doer that "they" or "he" means: the last one named, here or in the two sentences before."""
    number = told.passage.number
    for other in (told, *(scene.told(n) for n in range(number - 1, max(-1, number - 3), -1))):
        named = [doer for doer in other.doers if not doer.only]
        if named:
            return _named(other, named[-1])
    return None


def _named(told: Told, doer: Doer) -> Perpetrator:
    tokens = told.passage.sentence.tokens
    start, end = tokens[doer.start].start, tokens[doer.end - 1].end
    label = on_one_line(told.passage.sentence.text[start:end])
    return Perpetrator(doer.type, re.sub(r"^(?:the|a|an) (?=\w)", "", label, flags=re.IGNORECASE), start, end)
