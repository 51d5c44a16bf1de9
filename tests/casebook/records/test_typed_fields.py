"""Whatever people can type is masked and erased: no field is forgotten."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import models

from valoshka.casebook.records.fields import InVocabulary, valid_date
from valoshka.casebook.records.typed import NEVER_TYPED, TYPED

TEXTS = (models.CharField, models.TextField, models.JSONField)
MODELS = list(apps.get_app_config("records").get_models())


def holds_free_text(field: models.Field[object, object]) -> bool:
    checked = any(isinstance(each, InVocabulary) or each is valid_date for each in field.validators)
    return isinstance(field, TEXTS) and not field.primary_key and not checked


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_text_is_typed_and_masked_or_never_typed(model: type[models.Model]) -> None:
    free = {field.name for field in model._meta.fields if holds_free_text(field)}
    typed = set(TYPED.get(model, ()))  # type: ignore[call-overload]
    never = set(NEVER_TYPED.get(model.__name__, ()))
    assert (typed | never, typed & never) == (free, set())
