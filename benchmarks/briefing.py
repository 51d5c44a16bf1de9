"""CPU time and peak memory of each format of an eight-page briefing: `python -m benchmarks.briefing`.

Each format is rendered in a process of its own: once cold (imports, fonts), then warm. Text, people and figures are
invented here. Where veraPDF is installed, it judges the PDF; its verdict is printed, never assumed.
"""

from __future__ import annotations

import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from io import BytesIO
from pathlib import Path

FORMATS = ("html", "pdf", "docx")
WARM_ROUNDS = 5
TEXT = (
    "Фельчар прыехаў на выклік раней за ўсіх і застаўся да раніцы. Яму сказалі нічога не запісваць, але ён запісаў. "
    "Праз тыдзень яго выклікалі да кіраўніцтва, а яшчэ праз месяц кантракт скончыўся, і новага яму не прапанавалі. "
)


def content():
    from valoshka.clearance import (
        Bar,
        BarChart,
        CallToAction,
        Content,
        KeyFigure,
        Moment,
        Paragraph,
        Passage,
        PullQuote,
        Section,
        Story,
        Timeline,
    )

    def said(text: str) -> Passage:
        return Passage(text, source="Прыдуманы рэестр (2021)")

    chart = BarChart(
        said("Што рабілі з медыкамі"),
        tuple(Bar(said(label), value) for label, value in (("Звольненыя", 268), ("Не працягнулі кантракт", 97))),
        "чалавек",
        "Прыдуманы рэестр (2021)",
    )
    moments = tuple(Moment(f"2020-0{n}", f"0{n}.2020", said("Затрыманне або арышт")) for n in range(1, 9))
    prose = tuple(Paragraph(said(TEXT)) for _ in range(4))
    told = (
        *prose,
        PullQuote(said(TEXT[:62]), said("Ігар, фельчар")),
        Timeline(said("Што адбылося"), moments, "Інтэрв’ю"),
    )
    return Content(
        title=Passage("Начная змена не канчаецца"),
        subtitle=Passage("Прыдумана для вымярэння"),
        standfirst=(said(TEXT),),
        figures=tuple(KeyFigure(said("Больш за 30 000"), said("чалавек"), "2020–2021", "Рэестр") for _ in range(4)),
        sections=(Section(said("Што бачыла бальніца"), (*prose, *prose, chart)),),
        stories=tuple(Story(f"p{n}", said("Ігар"), said("фельчар"), said("Нас развярнулі"), told) for n in range(2)),
        call=CallToAction(said("Далучайцеся"), (said("Намалюйце кветку."),), "#StandWithMedics"),
        notes=(said("Усе імёны зменены."),),
        publisher="Прыклад",
        date="2021-06-17",
        language="be",
        audience="public",
    )


def measure(wanted: str) -> dict[str, float]:
    """One format, in this process: CPU seconds cold and warm, bytes, pages, peak memory in MB."""
    start = time.process_time()
    from valoshka.briefing.editing import edit
    from valoshka.clearance.minting import mint_cleared

    if wanted == "html":
        from valoshka.briefing.web.page import as_page as set_it
    elif wanted == "pdf":
        from valoshka.briefing.print.pdf import as_pdf as set_it
    else:
        from valoshka.briefing.word.document import as_docx as set_it
    cleared = mint_cleared(content(), ())
    made = set_it(edit(cleared))
    cold = time.process_time() - start
    start = time.process_time()
    for _ in range(WARM_ROUNDS):
        made = set_it(edit(cleared))
    warm = (time.process_time() - start) / WARM_ROUNDS
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"cold": cold, "warm": warm, "kB": len(made) / 1024, "MB": peak, "pages": _pages(made)}


def _pages(made: bytes) -> int:
    if not made.startswith(b"%PDF"):
        return 0
    import pypdfium2

    document = pypdfium2.PdfDocument(BytesIO(made))
    pages = len(document)
    document.close()
    return pages


def verdict() -> str:
    """What veraPDF says of the PDF, for both profiles."""
    program = shutil.which("verapdf")
    if program is None:
        return "veraPDF: not installed, so no outside judge was asked."
    from valoshka.briefing.editing import edit
    from valoshka.briefing.print.pdf import as_pdf
    from valoshka.clearance.minting import mint_cleared

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "briefing.pdf"
        file.write_bytes(as_pdf(edit(mint_cleared(content(), ()))))
        said = [
            subprocess.run(
                [program, "--flavour", flavour, "--format", "text", file], capture_output=True, text=True, check=False
            )
            for flavour in ("2a", "ua1")
        ]
    return "veraPDF: " + "; ".join(each.stdout.strip().split(" ", 1)[0] or each.stderr.strip()[:80] for each in said)


def main() -> None:
    print("| format | pages | CPU s, first | CPU s, again | pages per CPU s | kB | peak MB |")
    print("|---|---|---|---|---|---|---|")
    for wanted in FORMATS:
        command = [sys.executable, "-m", "benchmarks.briefing", wanted]
        got = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
        pages = f"{got['pages']:.0f} | " if got["pages"] else " | "
        # The second time Typst and the subsets of fonts come from memory, so the first time is the honest speed.
        speed = f"{got['pages'] / got['cold']:.0f}" if got["pages"] else ""
        print(
            f"| {wanted} | {pages}{got['cold']:.2f} | {got['warm']:.2f} | {speed} | {got['kB']:.0f} | {got['MB']:.0f} |"
        )
    print(f"\n{verdict()}")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(measure(sys.argv[1])))
    else:
        main()
