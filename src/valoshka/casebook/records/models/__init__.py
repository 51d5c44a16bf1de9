"""The casebook's entities, one file for what belongs together (design: The casebook's entities, 1-12)."""

from valoshka.casebook.records.models.act import Act, Event, EventLink, Involvement
from valoshka.casebook.records.models.audit import AuditEntry
from valoshka.casebook.records.models.claim import Claim
from valoshka.casebook.records.models.consent import Consent, Permission
from valoshka.casebook.records.models.interview import Evidence, Interview
from valoshka.casebook.records.models.person import Person, Pseudonym, Relation
from valoshka.casebook.records.models.proposal import Decision, Proposal
from valoshka.casebook.records.models.release import Action, Release, ReleaseUse

__all__ = [
    "Act",
    "Action",
    "AuditEntry",
    "Claim",
    "Consent",
    "Decision",
    "Event",
    "EventLink",
    "Evidence",
    "Interview",
    "Involvement",
    "Permission",
    "Person",
    "Proposal",
    "Pseudonym",
    "Relation",
    "Release",
    "ReleaseUse",
]
