"""Every vocabulary is whole in every language."""

import re

import pytest

from valoshka.terms import vocabulary as terms

NAMES = ("acts", "perpetrators", "epistemic", "modality", "date_basis", "health_attacks", "consent", "person")
EVERY_TERM = [term for name in NAMES for term in terms.vocabulary(name).values()]
# The same word in both languages.
SHARED_WORDS = {"fine", "dispersal"}


def ident(term):
    return f"{term.family}-{term.code}"


@pytest.mark.parametrize("term", EVERY_TERM, ids=ident)
def test_every_term_is_labelled_and_defined_in_every_language(term):
    assert tuple(term.label) == tuple(term.definition) == terms.LANGUAGES
    assert all(text and text == text.strip() for text in (*term.label.values(), *term.definition.values()))
    assert all(text.endswith(".") for text in term.definition.values())


@pytest.mark.parametrize("term", EVERY_TERM, ids=ident)
def test_each_language_is_written_in_its_own_letters(term):
    english, belarusian, russian = (f"{term.label[code]} {term.definition[code]}" for code in terms.LANGUAGES)
    assert not re.search("[А-яЁёІіЎў]", english)
    assert not re.search("[ищъ]", belarusian.casefold())
    assert not re.search("[іў]", russian.casefold())


@pytest.mark.parametrize("term", EVERY_TERM, ids=ident)
def test_belarusian_is_not_russian_copied(term):
    assert term.code in SHARED_WORDS or term.label["be"] != term.label["ru"]
    assert term.definition["be"] != term.definition["ru"]


@pytest.mark.parametrize("term", EVERY_TERM, ids=ident)
def test_every_term_names_its_source_and_version(term):
    assert term.source
    assert re.fullmatch(r"20\d\d\.\d+", term.since)
    assert re.fullmatch(r"[a-z]+(_[a-z]+)*", term.code)
    assert term.huridocs is None or re.fullmatch(r"(\d\d)+", term.huridocs)


@pytest.mark.parametrize("name", NAMES)
def test_labels_are_told_apart(name):
    for language in terms.LANGUAGES:
        labels = [term.label_in(language) for term in terms.vocabulary(name).values()]
        assert len(set(labels)) == len(labels)


def test_published_codes_stay():
    acts = terms.acts()
    known = {"detention": "030102", "dismissal": "3001040301", "exile": "050102", "licence_pressure": "30010203"}
    assert {code: acts[code].huridocs for code in known} == known
    assert {"contract_not_renewed", "demotion", "expulsion_from_medical_school"} <= set(acts)
    assert {"obstruction_of_ambulance", "breach_of_confidentiality_order", "forced_statement"} <= set(acts)


def test_only_context_is_no_violation():
    assert {term.code for term in EVERY_TERM if not term.violation} == {"release", "medical_aid", "expression"}


def test_acts_point_to_attacks_that_exist():
    pointed = {attack for act in terms.acts().values() for attack in act.attacks}
    assert pointed
    assert pointed <= set(terms.health_attacks())


def test_the_consent_matrix_has_twelve_items_and_eight_audiences():
    assert list(terms.consent_items()) == [
        *("real_name", "pseudonym", "photo", "voice", "verbatim_quotes", "profession"),
        *("workplace", "town", "exact_dates", "health", "family", "perpetrator_name"),
    ]
    assert list(terms.audiences()) == [
        *("team", "partner", "donor", "un_confidential"),
        *("state_communication", "court", "press", "public"),
    ]


def test_a_vocabulary_cannot_be_changed_by_its_reader():
    with pytest.raises(TypeError):
        terms.acts()["detention"] = terms.acts()["release"]  # type: ignore[index]


def test_every_act_of_the_house_keeps_its_code():
    """Codes are published: a casebook of today must be read in ten years."""
    assert set(terms.acts()) >= {
        "detention",
        "incommunicado_detention",
        "enforced_disappearance",
        "refusal_of_whereabouts",
        "search",
        "summons",
        "beating",
        "physical_assault",
        "torture",
        "sexual_violence",
        "hooding",
        "stress_position",
        "poisoning",
        "unlawful_force",
        "killing",
        "overcrowding",
        "food_deprivation",
        "sleep_deprivation",
        "hygiene_deprivation",
        "bedding_deprivation",
        "denial_of_correspondence",
        "discriminatory_treatment",
        "denial_of_medical_care",
        "obstruction_of_medical_records",
        "failure_to_provide_ppe",
        "dismissal",
        "forced_resignation",
        "licence_pressure",
        "blacklisting",
        "disciplinary_proceeding",
        "unpaid_wages",
        "financial_restriction",
        "charge",
        "criminal_investigation",
        "cross_border_investigation",
        "court_hearing",
        "fine",
        "sentence",
        "threat",
        "threat_to_family",
        "removal_of_child",
        "verbal_abuse",
        "surveillance_visit",
        "harassment",
        "dispersal",
        "destruction_of_memorial",
        "exile",
        "displacement",
        "release",
        "medical_aid",
        "expression",
    }
