"""What was acknowledged is there after the power failed."""

from __future__ import annotations

import signal
import threading
from concurrent.futures import ThreadPoolExecutor

from valoshka.square.altcha import solve


def test_every_acknowledged_flower_is_there_after_kill_9(start):
    square = start(workers=2)
    proofs = [solve(square.visitor.ask("GET", "challenge")[1]) for _ in range(120)]
    acknowledged: list[str] = []
    enough = threading.Event()

    def give(number: int) -> None:
        seed = square.seed_of(f"kill {number}")
        try:
            status, _ = square.visitor.give(seed=seed, altcha=proofs[number])
        except (OSError, ValueError):
            return  # the server was killed before it could answer
        if status == 202:
            acknowledged.append(seed)
        if len(acknowledged) >= 40:
            enough.set()

    with ThreadPoolExecutor(4) as visitors:
        for number in range(len(proofs)):
            visitors.submit(give, number)
        assert enough.wait(60)
        square.end(signal.SIGKILL)
    again = start(again=square)
    _, told = again.staff.sign("GET", "staff/flowers")
    assert set(acknowledged) <= {flower["seed"] for flower in told["flowers"]}


def test_a_proof_stays_spent_and_a_challenge_stays_good_over_a_restart(start):
    square = start()
    spent, fresh = square.visitor.proof(), square.visitor.proof()
    square.visitor.give(seed=square.seed_of("before"), altcha=spent)
    square.end(signal.SIGKILL)
    again = start(again=square)
    assert again.visitor.give(seed=square.seed_of("after 1"), altcha=spent) == (409, {"refused": "proof_used"})
    assert again.visitor.give(seed=square.seed_of("after 2"), altcha=fresh)[0] == 202


def test_a_worker_that_is_killed_is_replaced(start):
    import os
    import subprocess
    import time

    square = start(workers=1)
    children = subprocess.run(["pgrep", "-P", str(square.process.pid)], capture_output=True, text=True).stdout.split()
    for child in children:
        os.kill(int(child), signal.SIGKILL)
    until = time.monotonic() + 30
    while time.monotonic() < until:
        try:
            assert square.visitor.give(seed=square.seed_of("replaced"))[0] == 202
        except (OSError, ValueError):
            time.sleep(0.2)
        else:
            return
    raise AssertionError("nobody answered any more")
