"""What erasing owes after its rows are gone: the sealed files' bytes and the stores' free pages.

The audit log is the mark: something was erased after the stores were last compacted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.casebook import opening
from valoshka.casebook.identities.models import Original
from valoshka.casebook.records.models import AuditEntry
from valoshka.casebook.tasks import audit
from valoshka.casebook.tasks.stores import identities_open
from valoshka.casebook.vault import blobs

if TYPE_CHECKING:
    from valoshka.casebook.opening import Casebook

SETTLED = "stores.compacted"


def is_owed() -> bool:
    """Whether rows were erased, and a kill came before their pages and files were."""
    done = AuditEntry.objects.filter(verb=SETTLED).order_by("-number").values_list("number", flat=True).first()
    return AuditEntry.objects.filter(verb__endswith=".erased", number__gt=done or 0).exists()


def settle(casebook: Casebook) -> None:
    """Destroy the sealed files that no row names any more and compact the stores; noted, so that a kill shows."""
    if identities_open():
        named = Original.objects.exclude(blob="").values_list("blob", flat=True)
        for blob in blobs.orphans(casebook.originals, named):
            blobs.destroy(casebook.originals, blob)
    opening.compact(casebook)
    if is_owed():
        audit.record(SETTLED, casebook.id)
