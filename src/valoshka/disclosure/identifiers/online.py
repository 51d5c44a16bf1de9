"""Addresses on the net: mailboxes, accounts, links, computers."""

from __future__ import annotations

import functools
import ipaddress
import re
from typing import TYPE_CHECKING, cast

from valoshka.disclosure.identifiers.knowledge import any_of, read, words
from valoshka.disclosure.identifiers.sightings import Sighting
from valoshka.disclosure.unknown_names.english import is_common

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_REACH = 80  # characters of a mailbox's name or of a host
_BOX = re.compile(r"[\w.+%'=&-]+\Z")
_HOST = re.compile(r"(?: ?[\w-]+)(?:\.[\w-]+|(?: \. ?| ?\.)(?=[a-z]{2,}\b)[\w-]+)+")
_SPELT = re.compile(r"(?<!\S)(?:[\w.-] ){3,39}@(?: [\w.-]){4,39}(?!\w)")  # letter by letter
_ACCOUNT = re.compile(r"[\w.-]*\w[\w.-]*(?:@|:)?[\w.-]*\w")
_FAR_ACCOUNT = re.compile(r" (?=[A-Za-z.]*[0-9_])[A-Za-z0-9_.]{2,40}[A-Za-z0-9_]")
_TOKEN = re.compile(r"[^\s<>\"«»“”„]+")
_SCHEME = re.compile(
    r"(?:h(?:tt|xx)ps?|ftp|tg|viber|skype|whatsapp|mailto|tel|geo|sms|xmpp|matrix|signal)[:;](?://)?", re.IGNORECASE
)
# So that nobody clicks on it: clinic[.]example/ana.
_DISARMED_DOT = re.compile(r"[\[({] ?(?:\.|dot|точка|кропка) ?[\])}]")
_DISARMED = re.compile(
    r"(?:[\w-]{1,63}[\[({] ?(?:\.|dot|точка|кропка) ?[\])}]){1,4}[a-zа-яёіўїє]{2,24}/[^\s<>\"«»]{1,300}\w"
)
_THREE_WORDS = re.compile(r"///[^\W\d_]{3,20}(?:\.[^\W\d_]{3,20}){2}")  # what3words: a square of three metres
_TRAILING = ".,;:!?)]}'’*_…"
_IP4 = re.compile(r"(?<![\w.])(?:\d{1,3} ?\. ?){3}\d{1,3}(?::\d{2,5})?(?![\w]|\.\d)")
_IP6 = re.compile(r"(?<![\w:.])(?:[0-9A-Fa-f]{0,4}:){2,7}[0-9A-Fa-f]{0,4}(?![\w:])")
_MAC = re.compile(r"(?<![\w:-])(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}(?![\w:-])")
# A name with digits or a low line is no word of a sentence; any other must stand alone behind a colon.
_ACCOUNT_NAME = re.compile(
    r"(?<![\w@/.])(?:live:)?(?:(?P<sure>(?=[A-Za-z.-]{0,41}[0-9_])[A-Za-z0-9_.-]{3,41}[A-Za-z0-9_](?:#\d{4})?"
    r"|(?=[^\W\d_]{1,40}[_.])[^\W\d_]{1,40}[_.][\w.]{1,40}\w|[^\W\d_]{2,32}#\d{4})"
    r"|(?<=[:=\s])[A-Za-z][A-Za-z.-]{2,40}[A-Za-z](?=\s{0,8}(?:\Z|[\n,;)]|\.(?:\s|\Z))))(?!\w)(?![ -]\d{3})"
)
_LABEL = 28  # characters of a word before an account's name
_VERSION = 31  # the parts of a version or of a section's number are lower


def mailboxes_and_accounts(text: str, places: Iterable[int]) -> Iterator[Sighting]:
    """E-mail addresses and account names around the “@” at `places`.

    >>> [seen.kind for seen in mailboxes_and_accounts("ana.b@mail.example or @ana_b", [5, 22])]
    ['email', 'account']
    """
    for at in places:
        host = _HOST.match(text, at + 1, at + _REACH)
        spaced = text[at - 1 : at] == " " and (text[at + 1 : at + 2] == " " or _is_of_providers(host))
        box = _BOX.search(text, max(at - _REACH, 0), at - 1 if spaced else at)
        if spelt := _SPELT.search(text, max(at - _REACH, 0), at + _REACH):
            yield Sighting(*spelt.span(), kind="email")
            continue
        name = _ACCOUNT.match(text, at + 1, at + _REACH) or _FAR_ACCOUNT.match(text, at + 1, at + _REACH)
        if box and host:
            yield Sighting(box.start(), host.end(), kind="email")
        elif name and re.search(r"[^\W\d_]", name.group()):
            yield Sighting(box.start() if box else at, name.end(), kind="account")


def _is_of_providers(host: re.Match[str] | None) -> bool:
    return host is not None and host.group().lower().partition(".")[0] in words("accounts.yml", "providers")


def links(text: str, places: Iterable[int]) -> Iterator[Sighting]:
    """Links around the dots and colons at `places`; the front page of an organisation is none.

    >>> [(seen.kind, seen.start, seen.end) for seen in links("See t.me/ana_b. On bbc.com today", [5, 22])]
    [('profile', 4, 14)]
    """
    for match in _DISARMED.finditer(text) if _DISARMED_DOT.search(text) else ():
        yield Sighting(*match.span(), kind="link")
    end = 0
    for at in places:
        if at < end:
            continue
        # No further back than the last token's end: a text without spaces is read once, not once for each dot.
        start = max(end, *(text.rfind(sign, end, at) + 1 for sign in ' \n\t<>"«»“”„('))
        token = _TOKEN.match(text, start)
        if token is None:
            continue
        whole = token.group().rstrip(_TRAILING)
        if kind := _kind_of_link(whole):
            yield Sighting(start, start + len(whole), kind=kind)
        end = token.end()


def named_accounts(text: str) -> Iterator[Sighting]:
    """Account names behind a word for them.

    >>> [(seen.start, seen.end) for seen in named_accounts("Skype: ana.bonch84. Telegram: the channel")]
    [(7, 18)]
    """
    for match in _ACCOUNT_NAME.finditer(text):
        behind = text[max(match.start() - _LABEL, 0) : match.start()]
        if (match["sure"] or behind.rstrip().endswith((":", "="))) and _label().search(behind):
            yield Sighting(*match.span(), kind="account")
        elif joined := _label_within().match(match.group()):
            yield Sighting(match.start() + joined.end(), match.end(), kind="account")


def announced_accounts(text: str) -> Iterator[Sighting]:
    """Account names of one word behind a word that announces a name and nothing else.

    >>> [(seen.start, seen.end) for seen in announced_accounts("Нік verazub. A username and a nickname for all.")]
    [(4, 11)]
    """
    written = text.lower()
    if any(word in written for word in words("accounts.yml", "names")):
        for match in _word_behind().finditer(text):
            if not is_common(match[1].lower()):
                yield Sighting(*match.span(1), kind="account")
        for match in _numbered_behind().finditer(text):
            yield Sighting(*match.span(1), kind="account")


def computers(text: str) -> Iterator[Sighting]:
    """Addresses of computers, in both protocols, and of their network cards.

    >>> [seen.kind for seen in computers("Logged in from 93.84.112.7, see section 1.2.3.4, at 12:30:15")]
    ['ip']
    """
    for match in _IP4.finditer(text):
        parts = [int(part) for part in match.group().partition(":")[0].replace(" ", "").split(".")]
        if max(parts) > _VERSION and max(parts) < 256:
            yield Sighting(*match.span(), kind="ip")
    if ":" in text or "-" in text:
        for match in _IP6.finditer(text):
            if _is_ip6(match.group()):
                yield Sighting(*match.span(), kind="ip")
        for match in _MAC.finditer(text):
            yield Sighting(*match.span(), kind="ip")


def core_of_link(text: str) -> str | None:
    """Host and path of a link, without what differs from copy to copy; `None` if `text` is none.

    >>> core_of_link("https://www.Example.org/ana/?utm_source=x"), core_of_link("ana@example.org")
    ('Example.org/ana', None)
    """
    bare = re.sub(r"^(?:https?[:;]//)?(?:www\.)?", "", text, flags=re.IGNORECASE)
    if re.search(r"\s", bare) or (bare == text and not _kind_of_link(text)) or "." not in bare:
        return None
    return re.sub(r"[?&#](?:utm_|fbclid|igsh|si=).*$", "", bare).rstrip("/#?")


def is_front_page(text: str) -> bool:
    """Whether `text` is no more than the host of a network, a messenger or a provider of mailboxes.

    >>> is_front_page("https://vk.com/"), is_front_page("gmail.com"), is_front_page("vk.com/id12345")
    (True, True, False)
    """
    host = re.sub(r"^(?:https?[:;]//)?(?:www\.)?", "", text, flags=re.IGNORECASE).rstrip("/").lower()
    first, dot, rest = host.partition(".")
    return host in _platforms() or bool(dot and first in words("accounts.yml", "providers") and rest.isalpha())


def account_names(link: str) -> list[str]:
    """The name of the account that a link to a messenger's or network's page leads to."""
    host, _, path = re.sub(r"^(?:https?[:;]//)?(?:www\.)?", "", link, flags=re.IGNORECASE).partition("/")
    parts = [part.lstrip("@~+") for part in re.split(r"[/?#]", path) if part]
    named = [part for part in parts if part.lower() not in words("accounts.yml", "no_names") and "=" not in part]
    return named[:1] if host.lower() in _platforms() else []


def _kind_of_link(token: str) -> str | None:
    if _THREE_WORDS.fullmatch(token):
        return "coordinates"
    scheme = _SCHEME.match(token)
    bare = token[scheme.end() :] if scheme else token
    bare = re.sub(r"^www\.", "", bare, flags=re.IGNORECASE)
    host, slash, path = re.sub(r"[?#]", "/", bare, count=1).partition("/") if "/" in bare else bare.partition("?")
    named_host = host.lower().partition(":")[0]
    if scheme and not token[: scheme.end()].lower().startswith(("http", "hxxp", "ftp")):
        return "profile" if bare else None
    if not re.fullmatch(r"(?:[\w-]+\.)+[^\W\d]{2,24}", named_host) or "@" in host:
        return "link" if scheme and path else None
    if any(named_host == each or named_host.endswith(f".{each}") for each in _platforms()):
        return "profile" if path or named_host.count(".") > 1 else None
    if not scheme and bare == token and named_host.rpartition(".")[2] not in words("accounts.yml", "domains"):
        return None
    return "link" if slash and path.strip("/") else None


def _is_ip6(text: str) -> bool:
    try:
        return ipaddress.ip_address(text).version == 6 and len(text) > 4
    except ValueError:
        return False


@functools.cache
def _platforms() -> frozenset[str]:
    groups = cast(dict[str, list[str]], read("accounts.yml")["platforms"])
    return frozenset(host for each in groups.values() for host in each)


@functools.cache
def _label_within() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of('accounts.yml', 'labels')})[-–](?=[\w.]*_)", re.IGNORECASE)


@functools.cache
def _word_behind() -> re.Pattern[str]:
    """A word behind one that announces a name and nothing else."""
    return re.compile(
        rf"(?i:(?<!\w)(?:{any_of('accounts.yml', 'names')}))[:=]? ([A-Za-z][A-Za-z.-]{{2,40}}[A-Za-z])(?!\w)"
    )


@functools.cache
def _numbered_behind() -> re.Pattern[str]:
    """A word with a number at its end, in any script, where a word or two may say where the name is used."""
    names = any_of("accounts.yml", "names")
    return re.compile(
        rf"(?<!\w)(?:{names})(?: [^\W\d_]{{1,12}}){{0,2}}[:=]? ([^\W\d_]{{2,30}}\d{{1,6}})(?!\w)", re.IGNORECASE
    )


@functools.cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of('accounts.yml', 'labels')})(?:[:=]\s?|\s[-–—]\s|[-–—]|\s)\Z", re.IGNORECASE)
