"""What one name can look like: its grammatical cases, its romanisations, and its forms in neighbouring languages."""

from valoshka.names.forms.declining import CaseForm, declined
from valoshka.names.forms.families import borne_by
from valoshka.names.forms.romanise import System, cyrillise, romanise, systems
from valoshka.names.forms.spellings import Spelling, spellings

__all__ = ["CaseForm", "Spelling", "System", "borne_by", "cyrillise", "declined", "romanise", "spellings", "systems"]
