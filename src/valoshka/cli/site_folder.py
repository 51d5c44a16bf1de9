"""Writing a site's releases into a folder, so that no visitor ever meets half of two sites."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from valoshka.clearance import Release

_ASSETS = re.compile(r"a-[0-9a-f]{12}")


def write_site(releases: Mapping[str, Release], output: Path) -> int:
    """Write each folder's release; the number of files.

    What the pages share goes first, into a folder of its own name, so that each page, old or new, finds all it needs at
    any moment. Earlier shared folders go last. Raises `Refused` if `output` cannot be written, or holds other things
    than such a site (and the wall beside it).
    """
    _require_ours(output)
    for folder in sorted(releases, key=lambda path: (not _ASSETS.match(path), path == "", path)):
        releases[folder].write(output / folder)
    kept = {path.partition("/")[0] for path in releases}
    for path in output.iterdir():
        if _ASSETS.fullmatch(path.name) and path.name not in kept and path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
    return sum(len(release.files) for release in releases.values())


def _require_ours(output: Path) -> None:
    """A folder with anything in it must hold a site that was built before."""
    if not output.exists():
        return
    if not output.is_dir():
        raise Refused(f"{output} is a file. Name a folder for the site with -o.")
    names = [path.name for path in output.iterdir()]
    if names and not any(_ASSETS.fullmatch(name) for name in names):
        raise Refused(f"{output} holds files that are no site of an action. Name a new folder with -o.")
