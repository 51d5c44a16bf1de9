"""What the YAML knows of cards and networks, for the browser. A test rebuilds the files and compares.

Run `python -m valoshka.solidarity.cards.generating` after a change of the YAML.
"""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path

from valoshka.own_yaml import own_yaml

_HEAD = "// Made from cards/{source} by cards/generating.py; change that, not this.\n"
_EXPORTS = {
    "card-layouts.mjs": (
        "layouts.yml",
        ("sizes", "leading", "air", "flower", "photo_top", "palettes", "paper", "most_paragraphs",
         "longest_word", "most_bytes", "qualities", "mark"),
    ),
    "draw-layouts.mjs": ("layouts.yml", ("drawing",)),
    "photo-limits.mjs": ("photos.yml", ("accept", "longest_side", "quality", "most_bytes", "most_pixels",
                                        "heif_brands", "canary_side")),
    "share-networks.mjs": ("networks.yml", ("networks",)),
}  # fmt: skip


def generated() -> dict[str, str]:
    """The files' texts by their names in `site/js/`.

    >>> sorted(generated())
    ['card-layouts.mjs', 'draw-layouts.mjs', 'photo-limits.mjs', 'share-networks.mjs']
    """
    return {name: _module(source, keys) for name, (source, keys) in _EXPORTS.items()}


def _module(source: str, keys: tuple[str, ...]) -> str:
    known: dict[str, object] = own_yaml(__package__, source)
    return _HEAD.format(source=source) + "".join(
        f"export const {key.upper()} = {_lined(known[key])};\n" for key in keys
    )


def _lined(value: object) -> str:
    """JSON; of a dict or a list of dicts, an entry a line."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("},", "},\n")


def _write() -> None:
    site = resources.files("valoshka.solidarity").joinpath("site", "js")
    for name, text in generated().items():
        (Path(str(site)) / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    _write()
