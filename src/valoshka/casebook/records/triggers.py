"""The SQL that makes the audit log append-only, so that even a bug of ours cannot rewrite it."""

KEEP_ENTRIES = [
    f"CREATE TRIGGER audit_is_append_only_{deed} BEFORE {deed} ON records_auditentry "
    "BEGIN SELECT RAISE(ABORT, 'The audit log is append-only.'); END"
    for deed in ("UPDATE", "DELETE")
]
LET_GO = [f"DROP TRIGGER audit_is_append_only_{deed}" for deed in ("UPDATE", "DELETE")]
