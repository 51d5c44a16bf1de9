"""Given names: which words are one name in several languages, whose child a patronymic tells of, which initials fit."""

from valoshka.names.given.fathers import father_groups
from valoshka.names.given.hearing import given_forms, given_groups, is_given_name
from valoshka.names.given.initials import initials_of
from valoshka.names.given.lexicon import GivenForm, GivenName, forms_of, given_names

__all__ = [
    "GivenForm",
    "GivenName",
    "father_groups",
    "forms_of",
    "given_forms",
    "given_groups",
    "given_names",
    "initials_of",
    "is_given_name",
]
