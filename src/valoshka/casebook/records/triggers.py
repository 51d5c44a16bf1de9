"""The SQL that makes the audit log append-only, so that even a bug of ours cannot rewrite it."""

REFUSAL = "BEGIN SELECT RAISE(ABORT, 'The audit log is append-only.'); END"
LOG = "records_auditentry"

# SQLite's INSERT OR REPLACE removes rows without asking a DELETE trigger.
ALREADY_THERE = f"EXISTS (SELECT 1 FROM {LOG} WHERE number = NEW.number OR sha256 = NEW.sha256)"  # noqa: S608 - constants

KEEP_ENTRIES = [
    f"CREATE TRIGGER audit_is_append_only_REPLACE BEFORE INSERT ON {LOG} WHEN {ALREADY_THERE} {REFUSAL}",
    f"CREATE TRIGGER audit_is_append_only_UPDATE BEFORE UPDATE ON {LOG} {REFUSAL}",
    f"CREATE TRIGGER audit_is_append_only_DELETE BEFORE DELETE ON {LOG} {REFUSAL}",
]
LET_GO = [f"DROP TRIGGER audit_is_append_only_{deed}" for deed in ("REPLACE", "UPDATE", "DELETE")]
