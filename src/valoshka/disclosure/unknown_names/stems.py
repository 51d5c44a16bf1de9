"""What is left of a word without its case ending, coarsely: enough to see that two forms are one word."""

from __future__ import annotations

import functools
import re

_CYRILLIC = re.compile("[а-яёіїўєґ]")
# Longest first. Not -ов, -ев, -ін: surnames end so.
_ENDINGS_CYRILLIC = (
    "ого его ому ему ими ыми імі ымі ами ями амі ямі ові еві єві яго аго аму яму ага яга йому його ього ьому ьої "
    "ією іею иею ией ией ия ие ии ию ій ія ію іі ії іє іх ий ый ій ой ей ая яя ую юю ое ее оє ою ею єю ої еї "
    "ым им ім їм ых их їх ам ям ом ем ём ах ях ай аю эй яй яю ью а я о е ё є э и і ї ы у ю ь й"
)
_ENDINGS_LATIN = (
    "iego iemu iami iach owie iej ich imi iom ach ami owi iem ego emu ymi ych ej em ie ii im ym om ów ia ią ię io iu "
    "a ą e ę i o u y"
)
_POSSESSIVE = re.compile("['’ʼ]s?$")
_SHORTEST = 3


@functools.lru_cache(maxsize=1 << 16)
def stem(folded: str) -> str:
    """The stem of a folded word; endings of Polish are taken off every Latin word, so that it serves comparing only.

    >>> stem("зеленського"), stem("зеленський"), stem("tuska"), stem("лукашэнкам")
    ('зеленськ', 'зеленськ', 'tusk', 'лукашэнк')
    """
    bare = _POSSESSIVE.sub("", folded)
    if bare.startswith("ў"):
        bare = "у" + bare[1:]
    for ending in _endings(cyrillic=bool(_CYRILLIC.search(bare))):
        if bare.endswith(ending) and len(bare) - len(ending) >= _SHORTEST:
            return bare[: -len(ending)]
    return bare


# Last sounds before an ending that changes them, and what they are without it: Брэсце of Брэст, Празе of Прага.
_SOFT = (
    ("сц", "ст"),
    ("дз", "д"),
    ("ц", "т"),
    ("ц", "к"),
    ("з", "г"),
    ("с", "х"),
    ("ў", "в"),
    ("лл", "л"),
    ("сс", "с"),
    ("нн", "н"),
    ("ост", "іст"),
    ("ен", "ін"),
    ("ов", "ів"),
    ("єв", "їв"),
    ("ев", "ів"),
    ("dz", "g"),
    ("dzi", "d"),
    ("ści", "st"),
    ("c", "k"),
    ("ż", "g"),
    ("rz", "r"),
    ("i", ""),
    ("s", "ś"),
    ("n", "ń"),
    ("ow", "ów"),
    ("ow", ""),
    ("or", "ór"),
    ("dz", "d"),
    ("ni", "ń"),
    ("śc", "ść"),
    ("szc", "szt"),
)


def softened(stem: str) -> set[str]:
    """`stem`, and what it may be in the first case, where an ending changed its last consonant.

    >>> "магілёв" in softened("магілёў"), "америк" in softened("америц"), "львів" in softened("льв")
    (True, True, True)
    """
    found = {stem, f"{stem[:-1]}ў"} if stem.endswith("в") else {stem}
    if _CYRILLIC.search(stem):
        found |= {f"{stem}ів", f"{stem}їв"}  # Львові of Львів
    return found | {stem.removesuffix(soft) + hard for soft, hard in _SOFT if stem.endswith(soft)}


@functools.cache
def _endings(*, cyrillic: bool) -> tuple[str, ...]:
    written = _ENDINGS_CYRILLIC if cyrillic else _ENDINGS_LATIN
    return tuple(sorted(dict.fromkeys(written.split()), key=lambda ending: -len(ending)))
