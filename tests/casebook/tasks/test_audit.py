import pytest
from django.db import DatabaseError, connections

from valoshka.casebook.opening import Casebook
from valoshka.casebook.records.models import AuditEntry
from valoshka.casebook.tasks import audit
from valoshka.errors import Refused


def _without_triggers(sql: str, *values: object) -> None:
    with connections["casebook"].cursor() as cursor:
        for deed in ("UPDATE", "DELETE", "REPLACE"):
            cursor.execute(f"DROP TRIGGER audit_is_append_only_{deed}")
        cursor.execute(sql, values)


def test_each_entry_follows_from_the_one_before(casebook: Casebook) -> None:
    first = audit.record("person.added", "HKQZTWBDVM")
    second = audit.record("person.edited", "HKQZTWBDVM", "coder-1")
    assert second.previous == first.sha256 == AuditEntry.objects.get(number=1).sha256
    assert audit.verify_chain() is None
    assert audit.last_hash() == second.sha256


@pytest.mark.parametrize("sql", ["UPDATE records_auditentry SET author = 'x'", "DELETE FROM records_auditentry"])
def test_the_store_itself_denies_changing_the_log(casebook: Casebook, sql: str) -> None:
    audit.record("person.added", "HKQZTWBDVM")
    with pytest.raises(DatabaseError, match="append-only"), connections["casebook"].cursor() as cursor:
        cursor.execute(sql)


def test_an_entry_cannot_be_replaced_either(casebook: Casebook) -> None:
    entry = audit.record("person.added", "HKQZTWBDVM")
    with pytest.raises(DatabaseError, match="append-only"), connections["casebook"].cursor() as cursor:
        cursor.execute(
            "INSERT OR REPLACE INTO records_auditentry VALUES (%s, 'now', 'owner', 'x', 'y', 'z', 'h')", [entry.number]
        )


@pytest.mark.parametrize("column", ["at", "author", "verb", "subject", "previous", "sha256"])
def test_a_change_in_any_column_shows(casebook: Casebook, column: str) -> None:
    for verb in ("one", "two", "three"):
        audit.record(verb, "HKQZTWBDVM")
    _without_triggers(f"UPDATE records_auditentry SET {column} = 'other' WHERE number = 2")
    assert "entry 2" in str(audit.verify_chain())


def test_a_removed_entry_shows(casebook: Casebook) -> None:
    for verb in ("one", "two", "three"):
        audit.record(verb, "HKQZTWBDVM")
    _without_triggers("DELETE FROM records_auditentry WHERE number = %s", 2)
    assert "entry 2 of the audit log is missing" in str(audit.verify_chain())


def test_the_log_takes_no_name_for_an_author(casebook: Casebook) -> None:
    with pytest.raises(Refused, match="not a name"):
        audit.record("person.added", "HKQZTWBDVM", "Вольга Прыкладная")
