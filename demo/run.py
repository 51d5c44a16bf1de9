"""The whole way, on invented interviews: `make demo`, or `python demo/run.py [FOLDER]`.

Every step is a command of `valoshka` in its own process, just as somebody would type it. Works without a terminal,
can be interrupted and run again. Exits with 0, with 1 if a step did not end as it must, or with 130 after Ctrl-C.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import time
from pathlib import Path

from ground import NotOurs, fresh
from steps import CLEAR, Step, steps
from telling import Teller
from valoshka.casebook.vault.passphrase import suggest_passphrase

ROOT = Path(__file__).resolve().parents[1]
OUT = "demo-output"
PASSPHRASE_FILE = "passphrase.txt"
INTERRUPTED = 130


class Unexpected(Exception):  # noqa: N818 - told to whoever runs the demo
    """A step did not end as it must."""


def valoshka(arguments: tuple[str, ...], out: Path) -> subprocess.CompletedProcess[str]:
    """Run one command in a process of its own, without a keyboard."""
    return subprocess.run(
        [sys.executable, "-m", "valoshka.cli.main", *arguments, "--passphrase-file", str(out / PASSPHRASE_FILE)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
        check=False,
    )


def take(step: Step, out: Path, teller: Teller) -> None:
    """Run one step and tell what it answered. Raises `Unexpected` if it does not end as it must."""
    teller.begin(step.title, f"valoshka {shlex.join(step.arguments)}")
    done = valoshka(step.arguments, out)
    if done.returncode != step.ends:
        raise Unexpected(f"{done.stdout}{done.stderr}\nThis step ended with {done.returncode}, not {step.ends}.")
    if not step.quiet:
        # On standard error a command shows its progress; when it refuses, the sentence.
        teller.say(done.stdout if step.ends == CLEAR else done.stdout + done.stderr)
    if step.after:
        teller.say(step.after)
    teller.finish()


def walk(out: Path) -> None:
    """Take every step and say where the results are."""
    began = time.monotonic()
    passphrase = suggest_passphrase()
    (out / PASSPHRASE_FILE).write_text(f"{passphrase}\n", encoding="utf-8")
    print("From a witness's words to a briefing that is safe to publish. Everybody in this demo is invented.")
    print(f"The casebook's passphrase: {passphrase}")
    print("It is read from a file here, where you would type it. In real work, keep it on paper.")
    way = steps(out)
    teller = Teller(len(way))
    for step in way:
        take(step, out, teller)
    print(RESULTS.format(out=out, seconds=round(time.monotonic() - began)))


RESULTS = """
Done in {seconds} s. Look at:
  {out}/briefing.html    the briefing as a web page
  {out}/briefing.pdf     the same to print
  {out}/briefing.docx    the same to edit
  {out}/report.txt       what the gate checked, in plain words
  {out}/action           where readers grow a flower and write to the medics; open it through a web server:
                         python3 -m http.server --bind 127.0.0.1 --directory {out}/action
  {out}/case.valoshka    the sealed casebook; its passphrase is in {out}/passphrase.txt

The same by hand, in twelve commands: docs/first-steps.md"""


def main(arguments: list[str]) -> int:
    """Run the demo into the folder that `arguments` names, or into demo-output/."""
    out = Path(arguments[0]).absolute() if arguments else Path(OUT)
    os.chdir(ROOT)
    try:
        walk(fresh(out))
    except (NotOurs, Unexpected) as stopped:
        print(f"\n{stopped}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(f"\nStopped. What there is so far lies in {out}; run the demo again whenever you like.", file=sys.stderr)
        return INTERRUPTED
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
