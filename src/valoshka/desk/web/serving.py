"""The desk as a server: on loopback, for one browser, until it is closed, left alone for long, or Ctrl-C."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.core.wsgi import get_wsgi_application

from valoshka.desk.web.visit import LOOPBACK, Visit, begin
from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable

_LOOK_EVERY = 5.0  # seconds
_serving: list[ThreadedWSGIServer] = []


class _Silent(WSGIRequestHandler):
    """Writes no line about any request: its address holds the visit's secret path."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class calls it so
        """Nothing."""

    def address_string(self) -> str:
        """No look-up of names."""
        return LOOPBACK


def serve(port: int, idle_minutes: float, ready: Callable[[Visit], None]) -> None:
    """Serve until the page is closed; `port` 0 takes a free one; `ready` is called with the visit once it listens.

    Raises `Refused` if something else listens on the port.
    """
    try:
        server = ThreadedWSGIServer((LOOPBACK, port), _Silent)
    except OSError as error:
        raise Refused(f"Port {port} is taken. Leave --port out, and a free one is used.") from error
    server.daemon_threads = True
    visit = Visit(server.server_address[1])
    begin(visit)
    server.set_app(get_wsgi_application())
    _serving[:] = [server]
    threading.Thread(target=_end_when_left, args=(server, visit, idle_minutes * 60), daemon=True).start()
    ready(visit)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        return
    finally:
        server.server_close()


def end_soon() -> None:
    """Stop serving, once the answer that is being given is out."""
    threading.Timer(0.2, _serving[0].shutdown).start()


def _end_when_left(server: ThreadedWSGIServer, visit: Visit, patience: float) -> None:
    while time.monotonic() - visit.last_seen < patience:
        time.sleep(min(_LOOK_EVERY, patience / 2))
    server.shutdown()
