"""The lexicon agrees with the vocabularies it points to."""

import pytest

from valoshka.coding.lexicon import words
from valoshka.coding.reading.languages import LANGUAGES
from valoshka.coding.rules.lexicon import FRAMES, index
from valoshka.terms import vocabulary


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_act_of_the_lexicon_is_a_term(language):
    assert set(words(language, "acts")["acts"]) <= set(vocabulary.acts())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_doer_has_a_type_of_the_vocabulary(language):
    assert set(words(language, "actors")["actors"]) <= set(vocabulary.perpetrators())


def test_english_has_words_for_every_act():
    assert set(vocabulary.acts()) - set(words("en", "acts")["acts"]) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_pattern_compiles(language):
    triggers = {trigger for group in index(language)._words.values() for trigger in group}
    triggers |= {trigger for group in index(language)._stems.values() for trigger in group}
    assert all(trigger.pattern.expression.pattern for trigger in triggers)
    assert {trigger.frame for trigger in triggers} == set(FRAMES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_that_look_like_truth_values_stay_words(language):
    for name in ("acts", "cues", "people", "actors", "places", "classes"):
        assert _only_strings(words(language, name))


def _only_strings(node: object) -> bool:
    if isinstance(node, dict):
        return all(isinstance(key, str) and _only_strings(value) for key, value in node.items())
    if isinstance(node, list):
        return all(_only_strings(value) for value in node)
    return isinstance(node, str)
