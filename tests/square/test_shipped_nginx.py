"""The nginx file that we ship, as it is but for names, ports and folders, before a collector."""

from __future__ import annotations

import http.client
import io
import json
import os
import shutil
import socket
import subprocess
import time
from pathlib import Path

import pytest
from PIL import Image

ROOT = Path(__file__).parents[2]
NGINX = os.environ.get("VALOSHKA_NGINX") or shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
ADDRESS = "127.53.97.31"
AGENT = "A-Browser-Of-Its-Own/53.97"

pytestmark = pytest.mark.skipif(not (NGINX and shutil.which("openssl")), reason="nginx or openssl is not installed")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def placed(folder: Path, collector_port: int, ports: dict[str, int], public: Path) -> None:
    """The shipped files in `folder`, with this test's ports and paths; every replacement must hit."""
    (folder / "site").mkdir()
    (folder / "site" / "index.html").write_text("a page", encoding="utf-8")
    new = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=flowers.example.org"
    keys = ["-keyout", str(folder / "privkey.pem"), "-out", str(folder / "fullchain.pem")]
    subprocess.run([*new.split(), *keys], check=True, capture_output=True)
    changes = {
        "nginx.conf": {
            "pid /run/nginx.pid;": f"pid {folder}/pid; daemon off; master_process off;",
            "/etc/ssl/flowers": str(folder),
            "server 127.0.0.1:8420;": f"server 127.0.0.1:{collector_port};",
            "listen 80;\n        listen [::]:80;": f"listen 127.0.0.1:{ports['plain']};",
            "listen 443 ssl;\n        listen [::]:443 ssl;": f"listen 127.0.0.1:{ports['tls']} ssl;",
            "8480": str(ports["onion"]),
            "    access_log off;": f"    access_log off; client_body_temp_path {folder}/bodies; "
            f"proxy_temp_path {folder}/answers; fastcgi_temp_path {folder}/t1; uwsgi_temp_path {folder}/t2; "
            f"scgi_temp_path {folder}/t3;",
        },
        "flowers-site.conf": {"/srv/flowers/site": str(folder / "site"), "/srv/flowers/square/public": str(public)},
        "flowers-proxy.conf": {},
    }
    for name, pairs in changes.items():
        text = (ROOT / "deploy" / name).read_text(encoding="utf-8")
        for old, fresh in pairs.items():
            assert old in text, f"{name} no longer says {old}"
            text = text.replace(old, fresh)
        (folder / name).write_text(text, encoding="utf-8")


class Front:
    """nginx before the collector, and a visitor of one address."""

    def __init__(self, square, folder: Path) -> None:
        self.square, self.folder = square, folder
        self.ports = {name: free_port() for name in ("plain", "tls", "onion")}
        placed(folder, square.port, self.ports, square.folder / "public")
        command = [str(NGINX), "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(folder / "told")]
        self.process = subprocess.Popen(command)
        until = time.monotonic() + 20
        while time.monotonic() < until:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.ports["onion"])) == 0:
                    return
            time.sleep(0.05)
        raise TimeoutError((folder / "told").read_text())

    def ask(self, method: str, path: str, body: bytes = b"", kind: str = "application/json", by: str = "tls"):
        import ssl

        context = ssl.create_default_context(cafile=str(self.folder / "fullchain.pem"))
        context.check_hostname = False
        bound = (ADDRESS, 0)
        if by == "tls":
            line = http.client.HTTPSConnection(
                "127.0.0.1", self.ports[by], timeout=30, source_address=bound, context=context
            )
        else:
            line = http.client.HTTPConnection("127.0.0.1", self.ports[by], timeout=30, source_address=bound)
        try:
            line.request(method, path, body, {"Content-Type": kind, "User-Agent": AGENT, "Cookie": AGENT})
            answer = line.getresponse()
            return answer.status, answer.read()
        finally:
            line.close()


@pytest.fixture
def front(start, tmp_path):
    folder = tmp_path / "nginx"
    folder.mkdir()
    found = Front(start(), folder)
    yield found
    found.process.terminate()
    found.process.wait(20)


def flower(front, seed: str) -> bytes:
    proof = front.square.visitor.proof()
    return json.dumps({"seed": seed, "kind": "poppy", "language": "en", "altcha": proof}).encode()


def form(front, picture: bytes) -> tuple[bytes, str]:
    told = {"language": "be", "altcha": front.square.visitor.proof()}
    parts = [f'Content-Disposition: form-data; name="{name}"\r\n\r\n{text}'.encode() for name, text in told.items()]
    parts.append(b'Content-Disposition: form-data; name="picture"; filename="a"\r\n\r\n' + picture)
    body = b"".join(b"--edge\r\n" + part + b"\r\n" for part in parts) + b"--edge--\r\n"
    return body, "multipart/form-data; boundary=edge"


def photo_of_seven_megabytes() -> bytes:
    out = io.BytesIO()
    Image.effect_noise((2600, 2600), 90).convert("RGB").save(out, "JPEG", quality=97, subsampling=0)
    assert 6_500_000 < len(out.getvalue()) < 8_388_608
    return out.getvalue()


def test_all_goes_through_and_no_address_is_written(front, tmp_path):
    before = {name: (front.folder / name).stat().st_mtime_ns for name in ("bodies", "answers")}
    assert front.ask("GET", "/")[1] == b"a page"
    assert front.ask("GET", "/square/challenge")[0] == 200
    for by in ("tls", "onion"):
        given = flower(front, front.square.seed_of(f"by {by}"))
        assert front.ask("POST", "/square/flower", given, by=by) == (202, b'{"answer": "given"}')
    body, kind = form(front, photo_of_seven_megabytes())
    assert front.ask("POST", "/square/message", body, kind) == (202, b'{"answer": "waiting"}')
    assert front.ask("POST", "/square/message", bytes(9_000_000), kind) == (413, b'{"refused": "too_large"}')
    assert front.ask("GET", f"/square/{AGENT}")[0] == 404
    assert front.ask("GET", "/", by="plain")[0] == 301
    # A file that is made and removed would change its folder's time.
    assert before == {name: (front.folder / name).stat().st_mtime_ns for name in ("bodies", "answers")}
    front.square.end()
    assert front.ask("POST", "/square/flower", b"{}") == (503, b'{"refused": "not_open"}')
    front.process.terminate()
    front.process.wait(20)
    files = [path for path in tmp_path.rglob("*") if path.is_file() and not path.is_symlink()]
    given = front.square.seed_of("by tls").encode()
    assert any(given in path.read_bytes() for path in files), "the flower itself is written"
    for shape in (ADDRESS.encode(), socket.inet_aton(ADDRESS), AGENT.encode()):
        assert not [path.name for path in files if shape in path.read_bytes()]


def test_staff_reach_their_side_and_public_pages_are_served(front):
    from valoshka.square.signing import authorization

    path = "staff/queue?after=0"
    line = http.client.HTTPConnection("127.0.0.1", front.ports["onion"])
    line.request("GET", f"/square/{path}", headers={"Authorization": authorization(front.square.key, "GET", path, b"")})
    assert json.loads(line.getresponse().read()) == {"waiting": [], "left": 0}
    line.close()
    until = time.monotonic() + 30
    while front.ask("GET", "/feed/flowers.json")[0] != 200:
        assert time.monotonic() < until
        time.sleep(0.2)
    assert front.ask("GET", "/square.sqlite3")[0] == 404
    assert front.ask("GET", "/feed/../../square.sqlite3")[0] in (400, 404)


def test_one_sender_is_slowed_down_with_a_code_for_the_page_and_onion_visitors_are_not(front):
    answers = [front.ask("POST", "/square/flower", b"{}") for _ in range(30)]
    assert answers[0] == (400, b'{"refused": "not_understood"}')
    assert answers[-1] == (429, b'{"refused": "too_many"}')
    assert {front.ask("POST", "/square/flower", b"{}", by="onion")[0] for _ in range(30)} == {400}
