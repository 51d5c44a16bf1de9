"""Columns that hold a code of a vocabulary, or an EDTF date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.deconstruct import deconstructible

from valoshka.casebook.records.vocabulary import codes, nearest, repeated
from valoshka.terms import edtf

if TYPE_CHECKING:
    from collections.abc import Sequence


@deconstructible
class InVocabulary:
    """Refuses a value (or a list's item) that is not a code of `vocabulary`."""

    def __init__(self, vocabulary: str) -> None:
        self.vocabulary = vocabulary

    def __call__(self, value: str | Sequence[str]) -> None:
        """Raise `ValidationError` with the nearest codes; `value` is one code or a list of them."""
        known = codes(self.vocabulary)
        for code in [value] if isinstance(value, str) else value:
            if code not in known:
                raise ValidationError(f"{repeated(code)} is no code of {self.vocabulary}; {nearest(code, known)}")

    def __eq__(self, other: object) -> bool:
        """Equal if they hold to the same vocabulary, so that Django sees no change where there is none."""
        return isinstance(other, InVocabulary) and other.vocabulary == self.vocabulary

    def __hash__(self) -> int:
        """The vocabulary's hash."""
        return hash(self.vocabulary)


def valid_date(value: str) -> None:
    """Refuse what is no EDTF date."""
    try:
        edtf.parse(value)
    except edtf.EdtfError as error:
        raise ValidationError(str(error)) from error


def code(vocabulary: str, *, blank: bool = False, default: str = "") -> models.CharField[str, str]:
    """A column for one code of `vocabulary`."""
    return models.CharField(max_length=48, blank=blank, default=default, validators=[InVocabulary(vocabulary)])
