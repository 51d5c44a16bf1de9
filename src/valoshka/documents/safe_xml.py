"""XML from strangers: no document type, no entities, no network, bounded depth."""

from __future__ import annotations

from xml.parsers import expat

from lxml import etree

from valoshka.documents.containers import damaged, too_dense
from valoshka.documents.limits import LIMITS
from valoshka.documents.unreadable import Unreadable


class _RootReachedError(Exception):
    """The prologue is over; nothing after the root element can declare an entity."""


class _DoctypeError(Exception):
    """The prologue declares a document type."""


def parse(name: str, untrusted_bytes: bytes) -> etree._Element:
    """The root of an XML part of the file `name`.

    No word processor writes a document type; the bombs and the thefts (entities that grow, entities that name local
    files) all need one, so that any is refused. Raises `Unreadable`.
    """
    if len(untrusted_bytes) > LIMITS.part_bytes:
        raise too_dense(name)
    _refuse_doctype(name, untrusted_bytes)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(untrusted_bytes, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged(name) from error


def local(element: etree._Element) -> str:
    """The element's name without its namespace; empty for comments and processing instructions.

    >>> local(etree.fromstring('<w:p xmlns:w="urn:x"/>'))
    'p'
    """
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: etree._Element, name: str) -> str | None:
    """The value of the attribute `name` in whatever namespace (transitional and strict files differ).

    >>> attribute(etree.fromstring('<w:p xmlns:w="urn:x" w:val="1"/>'), "val")
    '1'
    """
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), None)


def _refuse_doctype(name: str, untrusted_bytes: bytes) -> None:
    prologue = expat.ParserCreate()
    prologue.StartDoctypeDeclHandler = _on_doctype
    prologue.StartElementHandler = _on_root
    try:
        prologue.Parse(untrusted_bytes, True)
    except _RootReachedError:
        return
    except _DoctypeError as error:
        raise Unreadable(
            name,
            "it declares a document type, by which hostile XML brings in entities",
            "Save it again in another program; if it came from a stranger, do not open it.",
        ) from error
    except (expat.ExpatError, ValueError) as error:
        raise damaged(name) from error


def _on_doctype(*_: object) -> None:
    raise _DoctypeError


def _on_root(*_: object) -> None:
    raise _RootReachedError
