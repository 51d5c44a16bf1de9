"""XML of a workbook is well formed before any reader sees it: some wait without end for a tag that never closes."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.parsers import expat

from valoshka.tracing.refusals import damaged

if TYPE_CHECKING:
    import zipfile
    from typing import IO

_CHUNK = 1 << 20


def require_well_formed(name: str, container: zipfile.ZipFile) -> None:
    """Raise `ListUnreadable` if any part of the workbook called `name` that begins as XML is not well formed.

    A document type is refused too: no spreadsheet program writes one, and entities are how XML blows up.
    """
    for part in container.namelist():
        with container.open(part) as stream:
            chunk = stream.read(_CHUNK)
            if part.endswith((".xml", ".rels")) or chunk.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith(b"<"):
                parser = expat.ParserCreate()

                def refuse(*_: object) -> None:
                    raise damaged(name)

                parser.StartDoctypeDeclHandler = refuse
                _parse(name, parser, stream, chunk)


def _parse(name: str, parser: expat.XMLParserType, stream: IO[bytes], chunk: bytes) -> None:
    try:
        while chunk:
            parser.Parse(chunk, False)
            chunk = stream.read(_CHUNK)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise damaged(name) from error
