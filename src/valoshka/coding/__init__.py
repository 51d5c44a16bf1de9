"""Coding: from passages of a text to acts, who did what to whom. A machine proposes, a person decides."""

from valoshka.coding.annotations import Selector, Span, anchor, select
from valoshka.coding.proposal import Mention, Perpetrator, Proposal, Victim
from valoshka.coding.proposing import propose

__all__ = ["Mention", "Perpetrator", "Proposal", "Selector", "Span", "Victim", "anchor", "propose", "select"]
