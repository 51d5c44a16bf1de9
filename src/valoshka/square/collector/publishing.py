"""What the staff approved comes in; what must go, goes, and stays gone."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import re
from dataclasses import dataclass

from django.db import transaction
from django.db.models import F

from valoshka.square.collector.models import (
    Change,
    GivenFlower,
    Published,
    PublishedPicture,
    TakenDown,
    WaitingMessage,
    numbered,
)
from valoshka.square.refusals import NotTaken

_LONGEST_ITEM = 65536  # bytes of JSON: 500 signs of words in a handful of languages
_SHA256 = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True)
class Bundle:
    """Items by their numbers, as JSON, and the pictures that come with them by SHA-256."""

    items: dict[int, str]
    pictures_of: dict[int, str]
    pictures: dict[str, bytes]


def bundle_from(body: bytes) -> Bundle:
    """The bundle in a signed body. Raises `NotTaken("not_understood")`: another form, or an untrue hash."""
    try:
        told = json.loads(body)
        pictures = {str(name): base64.b64decode(jpeg, validate=True) for name, jpeg in told.get("pictures", {}).items()}
        items = {numbered(item["id"]): json.dumps(item, ensure_ascii=False) for item in told["items"]}
        pictures_of = {numbered(item["id"]): str(item.get("picture", "")) for item in told["items"]}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, binascii.Error) as error:
        raise NotTaken("not_understood") from error
    true = all(hashlib.sha256(jpeg).hexdigest() == name for name, jpeg in pictures.items())
    formed = all(not name or _SHA256.fullmatch(name) for name in pictures_of.values())
    if not (true and formed) or any(len(item.encode()) > _LONGEST_ITEM for item in items.values()):
        raise NotTaken("not_understood")
    return Bundle(items, pictures_of, pictures)


def publish(bundle: Bundle) -> int:
    """Keep a bundle, whole or not at all, without what was taken down before; how many items were kept.

    Raises `NotTaken("not_understood")` if an item's picture is neither in the bundle nor here already.
    """
    with transaction.atomic():
        down = set(TakenDown.objects.filter(id__in=bundle.items).values_list("id", flat=True))
        kept = {id_: item for id_, item in bundle.items.items() if id_ not in down}
        wanted = {name for id_ in kept if (name := bundle.pictures_of[id_])}
        new = {name: jpeg for name, jpeg in bundle.pictures.items() if name in wanted}
        here = set(PublishedPicture.objects.filter(sha256__in=wanted).values_list("sha256", flat=True))
        if wanted - here - set(new):
            raise NotTaken("not_understood")
        PublishedPicture.objects.bulk_create(
            [PublishedPicture(sha256=name, jpeg=jpeg) for name, jpeg in new.items()], ignore_conflicts=True
        )
        Published.objects.bulk_create(
            [Published(id=id_, item=item, picture=bundle.pictures_of[id_]) for id_, item in kept.items()],
            update_conflicts=True,
            unique_fields=["id"],
            update_fields=["item", "picture"],
        )
        ask_for_rebuilding()
    return len(kept)


def take_down(ids: list[int]) -> None:
    """Remove whatever has one of these ids, and the pictures that no item shows any more."""
    with transaction.atomic():
        TakenDown.objects.bulk_create([TakenDown(id=id_) for id_ in ids], ignore_conflicts=True)
        Published.objects.filter(id__in=ids).delete()
        GivenFlower.objects.filter(id__in=ids).delete()
        WaitingMessage.objects.filter(id__in=ids).delete()
        shown = Published.objects.exclude(picture="").values("picture")
        PublishedPicture.objects.exclude(sha256__in=shown).delete()
        ask_for_rebuilding()


def ask_for_rebuilding() -> None:
    """Note that the public pages are behind."""
    Change.objects.get_or_create(name="asked")
    Change.objects.filter(name="asked").update(count=F("count") + 1)
