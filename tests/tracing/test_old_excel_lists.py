"""The old Excel's files (xls, BIFF8), which courts still send. Written here by hand: [MS-CFB] and [MS-XLS]."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import pytest

from valoshka.tracing import ListUnreadable

if TYPE_CHECKING:
    from conftest import Listed

SECTOR = 512
END, FAT, FREE = 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF


def record(kind: int, content: bytes) -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def workbook(title: str, rows: list[list[str | float]]) -> bytes:
    def beginning(kind: int) -> bytes:
        return record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0, 0, 0, 0))

    sheet = beginning(0x0010)
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            if isinstance(cell, str):
                text = struct.pack("<HB", len(cell), 1) + cell.encode("utf-16-le")
                sheet += record(0x0204, struct.pack("<HHH", row, column, 0) + text)
            else:
                sheet += record(0x0203, struct.pack("<HHHd", row, column, 0, cell))
    sheet += record(0x000A, b"")
    name = struct.pack("<BB", len(title), 1) + title.encode("utf-16-le")
    before = len(beginning(0x0005)) + 4 + 6 + len(name) + 4
    return beginning(0x0005) + record(0x0085, struct.pack("<IBB", before, 0, 0) + name) + record(0x000A, b"") + sheet


def compound(stream: bytes) -> bytes:
    """A compound file with one stream, long enough to lie in whole sectors."""
    stream = stream.ljust(4096, b"\0")
    stream += b"\0" * (-len(stream) % SECTOR)
    sectors = len(stream) // SECTOR
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16)
    header += struct.pack("<HHHHH6xIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, END, 0, END, 0, 0)
    header = header.ljust(SECTOR, b"\xff")
    fat = struct.pack(f"<{sectors + 2}I", FAT, END, *range(3, sectors + 2), END).ljust(SECTOR, b"\xff")

    def entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
        raw = (name + "\0").encode("utf-16-le")
        links = struct.pack("<HBBIII", len(raw), kind, 1, FREE, FREE, child)
        return raw.ljust(64, b"\0") + links + bytes(36) + struct.pack("<IQ", start, size)

    empty = bytes(64) + struct.pack("<HBBIII", 0, 0, 0, FREE, FREE, FREE) + bytes(48)
    folder = entry("Root Entry", 5, 1, END, 0) + entry("Workbook", 2, FREE, 2, len(stream)) + empty * 2
    return header + fat + folder + stream


def test_an_old_workbook_is_read_with_its_row_numbers(listed: Listed) -> None:
    rows: list[list[str | float]] = [["№", "ФИО", "Год рождения"], [1, "Сорока Пётр", 1985], [2, "Кот Анна", 30022]]
    detained = listed("list.xls", compound(workbook("Спіс", rows)))
    assert [(row.line, row.names[0], str(row.born)) for row in detained] == [
        (2, "Сорока Пётр", "1985"),
        (3, "Кот Анна", "1982-03-12"),
    ]


def test_an_old_workbook_whose_records_lie_is_refused(listed: Listed) -> None:
    whole = compound(workbook("Спіс", [["ФИО"], ["Сорока Пётр"]]))
    lies = whole.replace(struct.pack("<IBB", 44, 0, 0), struct.pack("<IBB", 2_751_463_468, 0, 0))
    assert lies != whole, "the place of the sheet is not where the test looks for it"
    with pytest.raises(ListUnreadable, match="it is damaged"):
        listed("list.xls", lies)
