"""The collector as a server: gunicorn on loopback, with several workers, that writes no line about anybody."""

from __future__ import annotations

import logging
import os
import socket
import sys
from typing import TYPE_CHECKING, Any

from gunicorn.app.base import BaseApplication
from gunicorn.glogging import Logger

from valoshka.errors import Refused
from valoshka.square.grounds import read_grounds
from valoshka.square.refusals import NotTaken
from valoshka.square.studio.pool import Studio

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from django.core.handlers.wsgi import WSGIHandler

LOOPBACK = "127.0.0.1"
# A grey pixel as PNG.
_ONE_PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010800000000"
    "3a7e9b550000000a49444154789c6368000000820081dd436af40000000049454e44ae426082"
)
_THREADS = 16


def serve(folder: Path, port: int, workers: int, ready: Callable[[], None]) -> None:
    """Serve the collector on `folder` until it is told to stop (Ctrl-C, SIGTERM); `ready` is called once it listens.

    Raises `Refused`: the folder is not fit (`read_grounds`), the port is taken, pictures or the database cannot be had.
    """
    if sys.platform == "win32":
        raise Refused("The collector runs on Linux and macOS only. Rent a small Linux server: docs/square.md.")
    grounds = read_grounds(folder)
    require_free(port)
    require_studio()
    os.umask(0o077)
    stand_on(grounds.folder)
    # Whatever a library wants to tell of a request, it is not told.
    logging.disable(logging.CRITICAL)
    from valoshka.square.collector.founding import found

    found()
    Collector(port, workers, ready).run()


def stand_on(folder: Path) -> None:
    """Have Django, here and in child processes, use the collector's settings and this folder, whatever else is set."""
    os.environ["VALOSHKA_SQUARE"] = str(folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "valoshka.square.collector.settings"


def require_free(port: int) -> None:
    """Raises `Refused` if something else listens on the port, or it may not be used."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except (OSError, OverflowError) as error:
            raise Refused(
                f"Port {port} cannot be used: something else listens there, or it needs more rights. "
                "Stop that, or choose another with --port."
            ) from error


def require_studio() -> None:
    """Raises `Refused` if no capped process for pictures comes up: every upload would be told that it is no picture."""
    studio = Studio(1)
    try:
        studio.redraw(_ONE_PIXEL)
    except NotTaken as error:
        raise Refused(
            "The process that draws pictures anew does not come up under its caps. Use a 64-bit Linux with at least "
            "1 GB of memory to spare, and look whether Pillow and NumPy are whole."
        ) from error
    finally:
        studio.close()


class Silent(Logger):
    """gunicorn's own log would tell a visitor's address for every request that it cannot read."""

    def setup(self, cfg: Any) -> None:
        """Open no log."""

    def access(self, *told: Any) -> None:
        """Nothing."""

    def reopen_files(self) -> None:
        """There are none."""

    def close_on_exec(self) -> None:
        """There are none."""


class Collector(BaseApplication):
    """gunicorn without a command line or a file of settings of its own."""

    def __init__(self, port: int, workers: int, ready: Callable[[], None]) -> None:
        self._port, self._workers, self._ready = port, workers, ready
        super().__init__()

    def init(self, parser: Any, opts: Any, args: Any) -> None:
        """Nothing to read."""

    def load_config(self) -> None:
        """The settings; threads, because a visitor's slow line must not keep a whole worker."""
        settings = {
            "bind": f"{LOOPBACK}:{self._port}",
            "workers": self._workers,
            "worker_class": "gthread",
            "threads": _THREADS,
            "timeout": 60,
            "graceful_timeout": 30,
            "keepalive": 15,
            "limit_request_line": 1024,
            "limit_request_fields": 40,
            "logger_class": Silent,
            "control_socket_disable": True,
            "when_ready": lambda _: self._ready(),
        }
        for name, value in settings.items():
            self.cfg.set(name, value)

    def load(self) -> WSGIHandler:  # type: ignore[override]  # the stubs know a narrower callable
        """The application, loaded in each worker, so that each has connections and processes of its own."""
        from valoshka.square.collector.wsgi import application_with_gardener

        return application_with_gardener()
