"""What one name can look like: its grammatical cases, its romanisations, and its forms in neighbouring languages."""

from valoshka.names.forms.declining import CaseForm, declined
from valoshka.names.forms.families import borne_by

__all__ = ["CaseForm", "borne_by", "declined"]
