"""The SQL that makes the audit log append-only, so that even a bug of ours cannot rewrite it."""

REFUSAL = "SELECT RAISE(ABORT, 'The audit log is append-only.');"
DEEDS = ("UPDATE", "DELETE")

# SQLite's INSERT OR REPLACE removes rows without asking a DELETE trigger.
KEEP_ENTRIES = [
    "CREATE TRIGGER audit_is_append_only_REPLACE BEFORE INSERT ON records_auditentry WHEN EXISTS "
    "(SELECT 1 FROM records_auditentry WHERE number = NEW.number OR sha256 = NEW.sha256) "
    f"BEGIN {REFUSAL} END",
    *(
        f"CREATE TRIGGER audit_is_append_only_{deed} BEFORE {deed} ON records_auditentry BEGIN {REFUSAL} END"
        for deed in DEEDS
    ),
]
LET_GO = [f"DROP TRIGGER audit_is_append_only_{deed}" for deed in ("REPLACE", *DEEDS)]
