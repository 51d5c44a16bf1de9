"""Given names: which words are one name in several languages, whose child a patronymic tells of, which initials fit."""

from valoshka.names.given.hearing import given_forms, given_groups, is_given_name
from valoshka.names.given.lexicon import GivenForm, GivenName, forms_of, given_names

__all__ = [
    "GivenForm",
    "GivenName",
    "forms_of",
    "given_forms",
    "given_groups",
    "given_names",
    "is_given_name",
]
