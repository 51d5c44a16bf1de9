"""Names in disguise, as `valoshka check` reads a file: one file for each kind, with every invented person once.

    python -m benchmarks.gate.mutations_disguised            # dev people
    python -m benchmarks.gate.mutations_disguised --test     # people that nobody looked at
    python -m benchmarks.gate.mutations_disguised --missed   # and what of the dev people was missed

The tables here were written for this benchmark, not taken from the product's. Not real texts: figures of recall.py and
these are never added up.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from benchmarks.gate.crowd import crowd
from benchmarks.gate.mutating import around, in_system, invented
from benchmarks.gate.mutations import CROWD, DEV_SEED, PEOPLE, TEST_SEED
from benchmarks.names.scoring import Share
from valoshka.disclosure import ProtectedPerson
from valoshka.disclosure.checking import check
from valoshka.disclosure.lookout import Lookout

if TYPE_CHECKING:
    from benchmarks.gate.mutating import Invented

Disguise = Callable[[str, str], str]  # the name in Cyrillic and in passport letters

_DRAWN = dict(zip("абвгдежзийклмнопрстуфхцчшщъыьэюяіў", (
    "a", "6", "B", "r", "g", "e", "}|{", "3", "u", "u", "K", "JI", "M", "H", "o", "n", "p", "c", "T", "y", "qp", "x",
    "U", "4", "W", "W", "b", "bI", "b", "3", "IO", "9", "i", "y"), strict=True))  # fmt: skip
_LEET = str.maketrans("aeiost", "43105+")
_RUSSIAN_KEYS = dict(zip("йцукенгшщзхъфывапролджэячсмитьбю", "qwertyuiop[]asdfghjkl;'zxcvbnm,.", strict=True))
_BELARUSIAN_KEYS = {**_RUSSIAN_KEYS, "ў": "o", "і": "b", "ё": "`"}


def main() -> None:
    half = "test" if "--test" in sys.argv else "dev"
    chosen = invented(PEOPLE, TEST_SEED if half == "test" else DEV_SEED)
    people = {f"p{number}": (str(person.parts),) for number, person in enumerate(chosen)}
    everybody = {**people, **{key: tuple(names) for key, names in crowd(CROWD).items()}}
    lookout = Lookout.over([ProtectedPerson(key, names) for key, names in everybody.items()], "public")
    print(f"{PEOPLE} invented people ({half}), {CROWD:,} around them")
    print("found in a file at all, and beyond doubt [Wilson 95 %]\n")
    for kind, disguise in DISGUISES.items():
        lines = dict(
            zip(people, (_line(person, disguise, number) for number, person in enumerate(chosen)), strict=True)
        )
        findings = check("a.txt", "\n\n".join(lines.values()).encode(), lookout).findings
        found = {finding.person for finding in findings}
        blocked = {finding.person for finding in findings if finding.tier == "block"}
        strange = len({person for person in blocked if person} - people.keys())
        shares = [Share(len(each & people.keys()), PEOPLE) for each in (found, blocked)]
        print(f"  {kind:<40}{shares[0]!s:>22}{shares[1]!s:>22}  others blocked: {strange}", flush=True)
        if "--missed" in sys.argv and half == "dev":
            for key in sorted(people.keys() - found):
                print(f"      {people[key][0]}: {lines[key]}")


def _line(person: Invented, disguise: Disguise, number: int) -> str:
    parts = person.parts
    cyrillic = f"{parts.given} {parts.surname}"
    latin = in_system(cyrillic, "icao_ru" if person.own == "ru" else "passport_be")
    before, behind = around(person.own, number)
    return f"{before}{disguise(cyrillic, latin)}{behind}"


def _drawn(cyrillic: str, _: str) -> str:
    return "".join(_DRAWN.get(letter, letter) for letter in cyrillic.lower())


def _drawn_in_part(cyrillic: str, _: str) -> str:
    alike = str.maketrans("АВЕКМНОРСТХаеорсух3", "ABEKMHOPCTXaeopcyx3")
    return cyrillic.translate(alike).replace("о", "0").replace("o", "0").replace("з", "3").replace("З", "3")


def _typed(cyrillic: str, _: str) -> str:
    keys = _BELARUSIAN_KEYS if set(cyrillic.lower()) & set("іў") else _RUSSIAN_KEYS
    shifted = str.maketrans("qwertyuiop[]asdfghjkl;'zxcvbnm,.`", 'QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>~')
    typed = (keys.get(letter.lower(), letter) for letter in cyrillic)
    return "".join(
        each.translate(shifted) if letter.isupper() else each for letter, each in zip(cyrillic, typed, strict=True)
    )


def _typed_the_other_way(_: str, latin: str) -> str:
    back = {key: letter for letter, key in _RUSSIAN_KEYS.items()}
    return "".join(back[each.lower()].upper() if each.isupper() else back.get(each, each) for each in latin)


def _read(written: str, read: str) -> Disguise:
    """As it is read; Belarusian letters that the encoding has not are written as Russian ones."""
    russian = str.maketrans("іІўЎ", "иИуУ") if written == "koi8-r" else {}
    return lambda cyrillic, _: cyrillic.translate(russian).encode(written, "replace").decode(read, "replace")


def _torn(cyrillic: str, _: str) -> str:
    given, _, surname = cyrillic.partition(" ")
    at = random.Random(cyrillic).randint(2, max(len(surname) - 2, 2))
    return f"{given} {surname[:at]} {surname[at:]}"


def _each_backwards(cyrillic: str, _: str) -> str:
    return " ".join(word[::-1] for word in cyrillic.split())


DISGUISES: dict[str, Disguise] = {
    "drawn letters": _drawn,
    "look-alikes and figures": _drawn_in_part,
    "leet": lambda _, latin: latin.translate(_LEET),
    "backwards, whole": lambda cyrillic, _: cyrillic[::-1],
    "backwards, word by word": _each_backwards,
    "another keyboard": _typed,
    "another keyboard, the other way": _typed_the_other_way,
    "Unicode read as cp1251": _read("utf-8", "cp1251"),
    "Unicode read as cp1252": _read("utf-8", "cp1252"),
    "cp1251 read as cp1252": _read("cp1251", "cp1252"),
    "KOI8-R read as cp1251": _read("koi8-r", "cp1251"),
    "surname torn once": _torn,
    "e-mail": lambda _, latin: latin.lower().replace(" ", ".").replace("'", "") + "@mail.example",
    "e-mail, initial and surname": lambda _, latin: latin.lower()[0] + latin.lower().split()[1] + "@mail.example",
    "handle": lambda _, latin: "@" + latin.lower().replace(" ", "_"),
    "hashtag": lambda cyrillic, _: "#" + cyrillic.replace(" ", ""),
    "link": lambda _, latin: "https://mail.example/people/" + latin.lower().replace(" ", "-"),
}

if __name__ == "__main__":
    main()
