"""What the collector keeps: no name, no address, no time of day, and no order of arrival.

Ids are random numbers and the tables are sorted by them: with rows in the order of arrival, whoever had the server and
a provider's record of connections could lay the two side by side. (`BigAutoField`, because only that is SQLite's own
row number; another type would get one beside it, counted up as rows arrive.)
"""

from __future__ import annotations

import re
import secrets
from typing import ClassVar

from django.db import models

ID_BITS = 63


def fresh_id() -> int:
    """A random id; written as 16 hexadecimal digits.

    >>> len(written(fresh_id()))
    16
    """
    return secrets.randbits(ID_BITS)


def written(number: int) -> str:
    """An id as it is told.

    >>> written(255)
    '00000000000000ff'
    """
    return f"{number % 2**64:016x}"


def numbered(told: str) -> int:
    """The number of an id as it is told; the staff's own ids use all 64 bits. Raises `ValueError`.

    >>> numbered("00000000000000ff"), written(numbered("ffffffffffffffff"))
    (255, 'ffffffffffffffff')
    """
    if not re.fullmatch("[0-9a-f]{16}", told):
        raise ValueError("An id has 16 hexadecimal digits.")
    number = int(told, 16)
    return number - 2**64 if number >> ID_BITS else number


class OwnKey(models.Model):
    """A random key that all workers share (`name`: "altcha")."""

    objects: ClassVar[models.Manager[OwnKey]] = models.Manager()
    name = models.CharField(max_length=16, primary_key=True)
    key = models.BinaryField()

    class Meta:
        """The app, said outright: other settings may be loaded."""

        app_label = "square"


class Spent(models.Model):
    """A proof of work or a staff request's nonce, as 63 bits of its hash, that must not be taken twice."""

    objects: ClassVar[models.Manager[Spent]] = models.Manager()
    mark = models.BigAutoField(primary_key=True)
    day = models.DateField(db_index=True)

    class Meta:
        """The app, said outright: other settings may be loaded."""

        app_label = "square"


class GivenFlower(models.Model):
    """A seed and an approved phrase, published unread."""

    objects: ClassVar[models.Manager[GivenFlower]] = models.Manager()
    id = models.BigAutoField(primary_key=True, default=fresh_id)
    day = models.DateField()
    language = models.CharField(max_length=35)
    country = models.CharField(max_length=2)
    seed = models.CharField(max_length=64)
    kind = models.CharField(max_length=32)
    phrase = models.CharField(max_length=64)

    class Meta:
        """The app, said outright: other settings may be loaded."""

        app_label = "square"
        constraints = (models.UniqueConstraint(fields=["seed", "kind"], name="one_of_each_seed"),)
        indexes = (models.Index(fields=["day", "id"], name="flowers_by_day"),)


class WaitingMessage(models.Model):
    """Words or a picture, sealed to the staff's key (`sealing.Letter`), until the staff take it away."""

    objects: ClassVar[models.Manager[WaitingMessage]] = models.Manager()
    id = models.BigAutoField(primary_key=True, default=fresh_id)
    day = models.DateField(db_index=True)
    sealed = models.BinaryField()

    class Meta:
        """The app, said outright: other settings may be loaded."""

        app_label = "square"


class Published(models.Model):
    """An item that the staff approved, as JSON; public."""

    objects: ClassVar[models.Manager[Published]] = models.Manager()
    id = models.BigAutoField(primary_key=True)
    item = models.TextField()
    picture = models.CharField(max_length=64, db_index=True)

    class Meta:
        """The app, said outright: other settings may be loaded."""

        app_label = "square"


class PublishedPicture(models.Model):
    """The JPEG of one or more published items, by its SHA-256 in hex."""

    objects: ClassVar[models.Manager[PublishedPicture]] = models.Manager()
    sha256 = models.CharField(max_length=64, primary_key=True)
    jpeg = models.BinaryField()

    class Meta:
        """The app, said outright: other settings may be loaded."""

        app_label = "square"


class TakenDown(models.Model):
    """An id that must not be published again by a colleague who did not hear of it."""

    objects: ClassVar[models.Manager[TakenDown]] = models.Manager()
    id = models.BigAutoField(primary_key=True)

    class Meta:
        """The app, said outright: other settings may be loaded."""

        app_label = "square"


class Change(models.Model):
    """How often the public pages had a reason to change (`name`: "asked"), and up to where they are built ("built")."""

    objects: ClassVar[models.Manager[Change]] = models.Manager()
    name = models.CharField(max_length=16, primary_key=True)
    count = models.BigIntegerField(default=0)

    class Meta:
        """The app, said outright: other settings may be loaded."""

        app_label = "square"
