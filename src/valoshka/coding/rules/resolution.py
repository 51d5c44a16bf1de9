"""Whom a mention means: pronouns and "the doctor" to the person of the story, the speaker, or the one named last."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from valoshka.coding.proposal import Victim
from valoshka.coding.reading.people import word_set
from valoshka.coding.reading.reading import Passage, Reading, on_one_line
from valoshka.coding.rules import slavic_mentions
from valoshka.coding.rules.actors import Doer, doers
from valoshka.coding.rules.antecedents import agrees, is_family, is_own_subject, is_topic
from valoshka.coding.rules.mentions import Mention, mentions
from valoshka.coding.rules.speech import Speech

if TYPE_CHECKING:
    from collections.abc import Iterator

BACK = 8  # sentences in which a pronoun's antecedent is looked for
GROUP_BACK = 3
APPOSED = 60  # characters in which a name's role stands beside it
LONG = 5000  # characters over which a conversation remembers a name
ANAPHORA = 1500  # characters
NARRATOR = "the narrator"
JOINTS = (["and"], [","], [",", "and"], ["together", "with"], ["as", "well", "as"])


@dataclass
class Told:
    """A passage with the people it mentions."""

    passage: Passage
    mentions: list[Mention]
    doers: list[Doer]

    @property
    def lows(self) -> list[str]:
        """The folded tokens."""
        return self.passage.sentence.lows


class Scene:
    """The reading with its mentions, found when they are asked for: most sentences tell no act."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._told: dict[int, Told] = {}

    @cached_property
    def speech(self) -> Speech:
        """Who says what stands in quotation marks."""
        return Speech(self.reading)

    def told(self, number: int) -> Told:
        """The passage of that number with its mentions."""
        if number not in self._told:
            passage = self.reading.passages[number]
            sentence = passage.sentence
            acting = doers(sentence, passage.language)
            names = self.reading.people.between(sentence.start, sentence.end)
            if passage.language == "en":
                mentioned = mentions(sentence, names, acting)
            else:
                mentioned = slavic_mentions.mentions(sentence, passage.language, names, acting)
            self._told[number] = Told(passage, mentioned, acting)
        return self._told[number]

    def labels(self, told: Told, mention: Mention) -> list[Victim]:
        """The victims that `mention` means; none if it means nobody in particular."""
        if mention.sort == "name":
            return [Victim(mention.head, "person")]
        if mention.sort == "pronoun":
            return self._pronoun(told, mention)
        if mention.head in word_set("pair_words") or told.lows[mention.start] in ("both", "all"):
            whole = self._pair(told, mention)
            if whole:
                return whole
        found = self._noun(told, mention)
        return [found] if found is not None else []

    def _pronoun(self, told: Told, mention: Mention) -> list[Victim]:
        if mention.person == 1:
            teller = Victim(self.first_person(told, mention), "person")
            # "They beat us" happened to the teller and to others whom nobody has counted.
            return [teller, Victim(mention.head, "group")] if mention.head in ("we", "us") else [teller]
        if mention.plural:
            return self._last_group(told, mention)
        found = self._last_person(told, mention) if mention.person == 3 else None
        return [found] if found is not None else []

    def first_person(self, told: Told, mention: Mention) -> str:
        """Who "I" is: the one quoted, the one whose turn it is, the teller of the story."""
        position = told.passage.sentence.tokens[mention.start].start
        return self.teller(told, position) or NARRATOR

    def teller(self, told: Told, position: int) -> str | None:
        """Whose words stand at `position`, if the text says."""
        quoted = self.speech.speaker(position)
        if quoted is not None:
            return quoted
        passage = told.passage
        if passage.turn is not None and passage.turn.speaker:
            return passage.turn.speaker
        return passage.story.label if passage.story else self.reading.narrator

    def _noun(self, told: Told, mention: Mention) -> Victim | None:
        if mention.head in ("nobody", "no-one", "none") or told.lows[mention.start] in ("no", "никто", "ніхто"):
            return None
        words = self.words(told, mention)
        if mention.plural:
            return Victim(words, "group")
        story = told.passage.story
        owned = mention.owner is not None and told.lows[mention.owner] not in ("our", "my")
        known = told.lows[mention.start] in ("the", "this", "our", "my") or mention.end - mention.start == 1
        if mention.head in word_set("anaphoric") and known and not owned:
            named = self._named_before(told, mention)
            if named is not None:
                return named
        definite = told.lows[mention.start] in ("the", "this") and mention.owner is None
        if definite and story is not None and mention.head in story.role.split():
            return Victim(story.label, "person")
        introduced = self._introduced(told, mention) if definite and mention.end - mention.start <= 2 else None
        if introduced is not None:
            return introduced
        return Victim(words, "person")

    def _named_before(self, told: Told, mention: Mention) -> Victim | None:
        """Whom "our client" or "the defendant" means: the one named most often before."""
        if told.passage.story is not None:
            return Victim(told.passage.story.label, "person")
        people = self.reading.people
        position = told.passage.sentence.tokens[mention.start].start
        before = people.between(max(0, position - ANAPHORA), position) or people.between(0, position)
        counted = Counter(named.person.label for named in before)
        label = counted.most_common(1)[0][0] if counted else self.reading.narrator
        return Victim(label, "person") if label else None

    def _introduced(self, told: Told, mention: Mention) -> Victim | None:
        """Whom "the nurse" means after "Alena Kot, a nurse": the last one so introduced."""
        position = told.passage.sentence.tokens[mention.start].start
        text = self.reading.text
        for named in reversed(self.reading.people.between(max(0, position - LONG), position)):
            after = text[named.end : named.end + APPOSED]
            if re.match(rf",? (?:is |was |who was )?an? (?:[\w-]+ ){{0,3}}{re.escape(mention.head)}\b", after):
                return Victim(named.person.label, "person")
            if re.search(
                rf"\b(?:a|the|an) (?:[\w-]+ ){{0,2}}{re.escape(mention.head)}(?: called| named|,)? $",
                text[max(0, named.start - APPOSED) : named.start],
            ):
                return Victim(named.person.label, "person")
        return None

    def words(self, told: Told, mention: Mention) -> str:
        """The text's own words; "my husband" becomes "Alena’s husband" where the text tells whose."""
        tokens = told.passage.sentence.tokens
        first = mention.start
        if told.lows[first] in ("the", "these", "those") and mention.end - first > 1:
            first += 1
        spoken = on_one_line(self.reading.text[tokens[first].start : tokens[mention.end - 1].end])
        if mention.base is not None:
            spoken = mention.base
        if mention.owner != mention.start or told.lows[mention.start + 1 : mention.start + 2] == ["'s"]:
            return spoken
        owner = next((other for other in self._pronouns(told) if other.start == mention.owner), None)
        owned = self._pronoun(told, owner) if owner is not None else []
        if len(owned) != 1 or owned[0].kind == "group" or owned[0].label == NARRATOR:
            return spoken
        if mention.base is not None:
            return f"{mention.base} ({owned[0].label})"
        rest = self.reading.text[tokens[first + 1].start : tokens[mention.end - 1].end]
        return f"{owned[0].label}’s {on_one_line(rest)}"

    def _pronouns(self, told: Told) -> Iterator[Mention]:
        from valoshka.coding.rules.mentions import _pronouns

        if told.passage.language != "en":
            for number in range(len(told.lows)):
                found = slavic_mentions._pronoun(told.passage.sentence, number, told.passage.language)
                if found is not None:
                    yield found
            return
        yield from _pronouns(told.passage.sentence)

    def _pair(self, told: Told, mention: Mention) -> list[Victim]:
        """Whom "both of them", "the two" or "both men" means: those named together just before."""
        of_them = told.lows[mention.end : mention.end + 2] == ["of", "them"]
        alone = mention.start == mention.end - 1 and mention.head in ("both", "all")
        named = told.lows[mention.start] in ("the", "these", "those") and mention.head in word_set("pair_words")
        if not (of_them or alone or named or (told.lows[mention.start] == "both" and mention.sort == "noun")):
            return []
        number = told.passage.number
        for earlier in (told, *(self.told(n) for n in range(number - 1, max(-1, number - 1 - GROUP_BACK), -1))):
            found = self._coordinated(earlier, mention.start if earlier is told else len(earlier.lows))
            if found:
                return found
        return self._last_group(told, mention) if of_them or alone else []

    def _last_group(self, told: Told, mention: Mention) -> list[Victim]:
        """The plural or the people joined by "and" that were named last; nobody if "they" are the doers."""
        before = [m for m in told.mentions if m.end <= mention.start and m.plural and m.sort == "noun"]
        if before and before[-1].doer and mention.case != "obj":
            return []
        number = told.passage.number
        for earlier in (told, *(self.told(n) for n in range(number - 1, max(-1, number - 1 - GROUP_BACK), -1))):
            limit = mention.start if earlier is told else len(earlier.lows)
            found = self._group_of(earlier, limit)
            if found:
                return found
        return []

    def _group_of(self, told: Told, limit: int) -> list[Victim]:
        """The group that a sentence is about, else the last it mentions; several names apart are a group too."""
        mentioned = [m for m in told.mentions if m.end <= limit and not m.doer]
        joined = self._coordinated(told, limit)
        groups = [m for m in mentioned if m.sort == "noun" and m.plural and m.case != "poss"]
        for group in [*(m for m in groups if m.oblique is None), *reversed(groups)]:
            if joined and group.oblique is not None:
                break
            found = self._noun(told, group)
            if found is not None:
                return [found]
        if joined:
            return joined
        names = dict.fromkeys(
            m.head for m in mentioned if m.sort == "name" and m.case != "poss" and m.oblique != "about"
        )
        return [Victim(name, "person") for name in names] if len(names) > 1 else []

    def _coordinated(self, told: Told, limit: int) -> list[Victim]:
        """The people whom the last "and" before token `limit` joins: "Alena Kot and her husband"."""
        chain: list[Mention] = []
        last: list[Mention] = []
        for mention in (m for m in told.mentions if m.end <= limit and not m.doer and m.case in ("any", "nom")):
            joins = bool(chain) and told.lows[chain[-1].end : mention.start] in JOINTS
            chain = [*chain, mention] if joins else [mention]
            last = chain if len(chain) > 1 else last
        found = [victim for mention in last if mention.sort != "pronoun" for victim in self.labels(told, mention)]
        return found if len(found) > 1 else []

    def _last_person(self, told: Told, mention: Mention) -> Victim | None:
        position = told.passage.sentence.tokens[mention.start].start
        speaker = self.teller(told, position) if told.passage.turn is not None else self.speech.speaker(position)
        story = told.passage.story
        if story is not None and story.gender not in ("-", mention.gender):
            story = None
        described: Victim | None = None
        for other, earlier in self._earlier(told, mention, BACK):
            if not agrees(earlier, mention) or (other is told and is_own_subject(told, earlier, mention)):
                continue
            if earlier.sort == "name" and earlier.head != speaker:
                return Victim(earlier.head, "person")
            if earlier.sort == "noun" and not is_family(other, earlier) and (other is told or story is None):
                described = described or self._noun(other, earlier)
                if described is not None and is_topic(other, earlier):
                    break
        if described is None and story is not None:
            return Victim(story.label, "person")
        return described or self._named_long_before(told, mention, speaker) or self._any_teller(told, mention)

    def _named_long_before(self, told: Told, mention: Mention, speaker: str | None) -> Victim | None:
        """In a conversation "he" may have been named many turns ago."""
        if told.passage.turn is None:
            return None
        position = told.passage.sentence.tokens[mention.start].start
        for named in reversed(self.reading.people.between(max(0, position - LONG), position)):
            if named.person.label != speaker and named.person.gender == mention.gender:
                return Victim(named.person.label, "person")
        return None

    def _any_teller(self, told: Told, mention: Mention) -> Victim | None:
        if (
            told.passage.turn is None
            and self.reading.narrator
            and self.speech.speaker(told.passage.sentence.tokens[mention.start].start) is None
        ):
            return Victim(self.reading.narrator, "person")
        return None

    def _earlier(self, told: Told, mention: Mention, back: int) -> Iterator[tuple[Told, Mention]]:
        """Mentions before this one: in its own sentence from the subject on, then sentence by sentence backwards."""
        for earlier in told.mentions:
            if earlier.end <= mention.start and earlier.sort != "pronoun" and not earlier.doer:
                yield told, earlier
        number, story = told.passage.number, told.passage.story
        for before in range(number - 1, max(-1, number - 1 - back), -1):
            other = self.told(before)
            if other.passage.story != story or (other.passage.language != told.passage.language):
                continue
            yield from (
                (other, earlier) for earlier in other.mentions if earlier.sort != "pronoun" and not earlier.doer
            )
