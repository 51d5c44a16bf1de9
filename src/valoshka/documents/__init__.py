"""Reading docx, odt, pdf, txt, md, srt and vtt into immutable text with its SHA-256."""

from valoshka.documents.document import Break, Document
from valoshka.documents.folders import read_all, walk
from valoshka.documents.limits import LIMITS, Limits
from valoshka.documents.reading import read, read_bytes
from valoshka.documents.unreadable import Unreadable, shown

__all__ = ["LIMITS", "Break", "Document", "Limits", "Unreadable", "read", "read_all", "read_bytes", "shown", "walk"]
