"""What the staff of an action keep: sealed messages, what was decided of each, and what was published.

Files of an action's folder; nothing here opens a seal or knows a key.
"""

from valoshka.solidarity.staffing.decisions import Decision, add_decision, read_decisions, standing
from valoshka.solidarity.staffing.inbox import Inbox, Kept
from valoshka.solidarity.staffing.publications import Publications

__all__ = ["Decision", "Inbox", "Kept", "Publications", "add_decision", "read_decisions", "standing"]
