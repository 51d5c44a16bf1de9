"""An action as an organisation describes it: `action.yml`, read and begun."""

from valoshka.solidarity.action.action import Action, Phrase, PublicName
from valoshka.solidarity.action.beginning import new_action
from valoshka.solidarity.action.marked import UnreadableAction
from valoshka.solidarity.action.reading import FILE, read_action

__all__ = ["FILE", "Action", "Phrase", "PublicName", "UnreadableAction", "new_action", "read_action"]
