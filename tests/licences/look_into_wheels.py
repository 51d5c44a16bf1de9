"""Whether what we install is what its metadata says: permissive, all the way down to the compiled parts.

Run by `make check` over every distribution of `requirements/run.lock`.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
LOCK = HERE.parents[1] / "requirements" / "run.lock"
KNOWN: dict[str, Any] = yaml.safe_load((HERE / "permissive.yml").read_text(encoding="utf-8"))
BINARY = (".so", ".dylib", ".dll", ".pyd")


def locked_names(lock: Path = LOCK) -> list[str]:
    """The names of every distribution that this platform takes from the lock file."""
    pinned = re.findall(r"^([A-Za-z0-9_.-]+)==[^\s;]+( ;[^\\\n]*)?", lock.read_text(encoding="utf-8"), re.MULTILINE)
    return [name for name, marker in pinned if "win32" not in marker or sys.platform == "win32"]


def declared(found: Distribution) -> set[str]:
    """Every licence that the metadata names: SPDX expression, field and classifiers."""
    metadata = found.metadata
    expression = metadata.get("License-Expression") or metadata.get("License") or ""
    classifiers = [
        line.rsplit(" :: ", 1)[1] for line in metadata.get_all("Classifier") or [] if line.startswith("License ::")
    ]
    short = (
        [part.strip("() ") for part in re.split(r" AND | OR |, ", expression.strip())] if len(expression) < 200 else []
    )
    return {part for part in [*short, *classifiers] if part and part != "OSI Approved"}


def complaints(found: Distribution) -> Iterator[str]:
    """One sentence for each reason not to ship `found`."""
    name = found.metadata["Name"]
    if name not in KNOWN["read_by_hand"]:
        licences = declared(found)
        if not licences:
            yield f"{name}: the metadata names no licence. Read its files and note it under read_by_hand."
        for licence in sorted(licences - set(KNOWN["permissive"])):
            yield f"{name}: licence “{licence}” is not on the list of permissive ones."
    for file in found.files or []:
        yield from hidden_copyleft(name, str(file), Path(str(found.locate_file(file))))


def hidden_copyleft(name: str, shown: str, path: Path) -> Iterator[str]:
    """What one installed file says that the metadata does not."""
    if not path.is_file() or shown in KNOWN["explained"]:
        return
    lower = path.name.lower()
    if lower.endswith(BINARY) or ".so." in lower:
        yield from (f"{name}: carries {shown}." for library in KNOWN["copyleft_libraries"] if lower.startswith(library))
        content = path.read_bytes()
        for mark in KNOWN["copyleft_marks_in_binaries"]:
            if mark.encode() in content:
                yield f"{name}: {shown} contains “{mark}”."
    elif "/sboms/" in shown:
        yield from (f"{name}: {shown} lists {part}." for part in copyleft_components(path))
    elif re.match(r"(licen[cs]e|copying|notice)", lower) or "/licenses/" in shown:
        text = path.read_text(encoding="utf-8", errors="replace").upper()
        yield from (f"{name}: {shown} is a {word}." for word in KNOWN["copyleft_words"] if word in text)


def copyleft_components(bill_of_materials: Path) -> Iterator[str]:
    """The parts that a CycloneDX bill of materials puts under a GPL, LGPL or AGPL with no other choice."""
    for part in json.loads(bill_of_materials.read_text(encoding="utf-8")).get("components", []):
        for entry in part.get("licenses", []):
            expression = entry.get("expression") or entry.get("license", {}).get("id") or ""
            if all("GPL" in choice for choice in expression.split(" OR ")):
                yield f"{part.get('name')} ({expression})"


def main() -> int:
    """Print every complaint; 1 if there is any."""
    found = [complaint for name in locked_names() for complaint in complaints(distribution(name))]
    print("\n".join(found) if found else f"Licences: {len(locked_names())} distributions looked into, all permissive.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
