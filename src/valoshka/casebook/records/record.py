"""What every record has: a random id, and a check before it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import models

from valoshka.casebook.records.fields import valid_date
from valoshka.casebook.records.ids import LENGTH, random_id
from valoshka.errors import Refused
from valoshka.terms import edtf

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models.base import ModelBase


class FieldFault(Refused):
    """One field of a record is wrong; `field` lets a sheet name the line.

    >>> print(FieldFault("date_basis", 'choose one of: explicit, inferred.'))
    date basis: choose one of: explicit, inferred.
    """

    def __init__(self, field: str, fault: str) -> None:
        super().__init__(f"{field.replace('_', ' ')}: {fault}")
        self.field = field


class Record(models.Model):
    """A row with a random id, whose codes and dates are checked whenever it is saved."""

    id = models.CharField(max_length=LENGTH, primary_key=True, default=random_id, editable=False)

    class Meta:
        """No table of its own."""

        abstract = True

    def refuse_faults(self) -> None:
        """Raise `Refused` with the field's name and what would be right, if a code or a date is wrong."""
        references = [field.name for field in self._meta.fields if field.is_relation]
        try:
            self.clean_fields(exclude=references)
        except ValidationError as error:
            field, messages = next(iter(error.message_dict.items()))
            raise FieldFault(field, messages[0]) from error

    def save(
        self,
        *,
        force_insert: bool | tuple[ModelBase, ...] = False,
        force_update: bool = False,
        using: str | None = None,
        update_fields: Iterable[str] | None = None,
    ) -> None:
        """Check, then keep. Raises `Refused`; nothing is kept then."""
        self.refuse_faults()
        super().save(force_insert=force_insert, force_update=force_update, using=using, update_fields=update_fields)


class Dated(Record):
    """A record with a date: EDTF text, and the first and last day that it can mean (`None`: open)."""

    date = models.CharField(max_length=64, blank=True, default="", validators=[valid_date])
    earliest = models.DateField(null=True, editable=False)
    latest = models.DateField(null=True, editable=False)

    class Meta:
        """No table of its own."""

        abstract = True

    def refuse_faults(self) -> None:
        """Check, and work out the first and the last day."""
        super().refuse_faults()
        parsed = edtf.parse(self.date) if self.date else None
        self.earliest, self.latest = (parsed.earliest, parsed.latest) if parsed else (None, None)
