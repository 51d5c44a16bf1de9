"""`js/colours.mjs`, `js/seed-letters.mjs` and `js/words/*.mjs`: what Python knows, for the browser.

Run `python -m valoshka.solidarity.flowers.generating` after a change of the YAML or of the seeds' letters; a test
rebuilds them and compares.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from importlib import resources
from pathlib import Path

from valoshka.own_yaml import own_yaml
from valoshka.solidarity.flowers.alt_text import LANGUAGES
from valoshka.solidarity.flowers.colours import PALETTES, PARTS, SEASONS
from valoshka.solidarity.flowers.fresh_seed import SEED_LENGTH, SEED_LETTERS

_HEAD = "// Made from {source} by generating.py; change that, not this.\n"


def generated() -> dict[str, str]:
    """The files' texts by their paths in `js/`.

    >>> sorted(generated())[:2]
    ['colours.mjs', 'seed-letters.mjs']
    """
    files = {"colours.mjs": _colours(), "seed-letters.mjs": _seed_letters()}
    for language in LANGUAGES:
        words: object = own_yaml(__package__, "words", f"{language}.yml")
        text = json.dumps(words, ensure_ascii=False, indent=1)
        files[f"words/{language}.mjs"] = f"{_HEAD.format(source=f'words/{language}.yml')}export default {text};\n"
    return files


def _colours() -> str:
    known = {
        "PALETTES": {kind: [asdict(palette) for palette in palettes] for kind, palettes in PALETTES.items()},
        "SEASONS": [asdict(season) for season in SEASONS],
        "PARTS": PARTS,
    }
    exports = (f"export const {name} = {_lined(value)};\n" for name, value in known.items())
    return _HEAD.format(source="colours.yml") + "".join(exports)


def _seed_letters() -> str:
    exports = f'export const SEED_LETTERS = "{SEED_LETTERS}";\nexport const SEED_LENGTH = {SEED_LENGTH};\n'
    return _HEAD.format(source="fresh_seed.py") + exports


def _lined(value: object) -> str:
    """JSON, a palette or a season a line."""
    text = json.dumps(value, separators=(",", ":"))
    return text.replace("{", "{\n", 1).replace("},", "},\n")


def _write() -> None:
    folder = Path(str(resources.files(__package__).joinpath("js")))
    for path, text in generated().items():
        target = folder / path
        target.parent.mkdir(exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    _write()
