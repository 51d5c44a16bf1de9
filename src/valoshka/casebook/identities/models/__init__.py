"""Who the people of a casebook are, and what they truly said."""

from valoshka.casebook.identities.models.name import Contact, Name
from valoshka.casebook.identities.models.original import Original

__all__ = ["Contact", "Name", "Original"]
