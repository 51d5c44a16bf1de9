"""How fast documents are read, and how often an old encoding is recognised, each beside its peers.

Run with `python -m benchmarks.documents`. The texts are made here; nothing is read from elsewhere.
"""

from __future__ import annotations

import importlib
import io
import resource
import time
from typing import TYPE_CHECKING

import charset_normalizer
import docx
import typst

from valoshka.disclosure.channels import channels
from valoshka.documents import read_bytes
from valoshka.documents.encodings import decode

if TYPE_CHECKING:
    from collections.abc import Callable

PAGES = 240
PARAGRAPH = (
    "Мы сабраліся каля бальніцы раніцай, і ніхто не ведаў, што будзе далей. Нам сказали ждать у входа, потом вышел "
    "заведующий и попросил всех разойтись. Адна з медсясцёр засталася, бо чакала звестак пра брата. "
)
# Invented, and written after the rules of `encodings.yml`. Two misses among the first fourteen (in Mac Cyrillic) led
# to one more rule, on small letters that begin a sentence; the six notes added then had no part in any rule.
NOTES = {
    "Russian": (
        "Свидетель просит не называть его город. Разговор длился час.",
        "Нас держали во дворе до рассвета. Воды не дали.",
        "Врач скорой помощи вспоминает ту ночь. Ехать пришлось в объезд.",
        "Список прочли дважды. Его фамилии там не оказалось.",
        "Жду вестей от сестры, телефон выключен.",
        "ПРОТОКОЛ ОПРОСА. ЛИСТ ТРЕТИЙ.",
        "Вчера приезжала комиссия. Всех расспрашивали по одному.",
        "Ключи отдали вахтёру! Больше мы туда не заходили.",
        "У неё двое детей. Старшему девять, младшей пять лет.",
        "Письмо шло месяц. Цензор вычеркнул половину строк.",
        "Объявление сняли утром. Кто это сделал, неизвестно.",
        "Ехал в троллейбусе; вдруг остановка, люди в чёрном.",
    ),
    "Belarusian": (
        "Сведка просіць не называць яго горад. Размова доўжылася гадзіну.",
        "Нас трымалі на двары да світання. Вады не далі.",
        "Доктар хуткай дапамогі ўспамінае тую ноч. Ехаць давялося ў аб'езд.",
        "Спіс прачыталі двойчы. Яго прозвішча там не аказалася.",
        "Учора прыязджала камісія. Усіх распытвалі па адным.",
        "У яе двое дзяцей. Старэйшаму дзевяць, малодшай пяць гадоў.",
        "Чакаю вестак ад сястры, тэлефон выключаны.",
        "ПРАТАКОЛ АПЫТАННЯ. ЛІСТ ТРЭЦІ.",
    ),
}
ENCODINGS = {"Russian": ("cp1251", "koi8-r", "cp866", "mac-cyrillic", "utf-16", "utf-8"),
             "Belarusian": ("cp1251", "mac-cyrillic", "utf-16", "utf-8")}  # fmt: skip


def main() -> None:
    pdf = made_pdf()
    print(f"PDF of {PAGES} pages of Cyrillic ({len(pdf) // 1024} KB)")
    row("documents.read_bytes (in a process apart)", PAGES / seconds(lambda: read_bytes(pdf, "a.pdf")), "pages/CPU s")
    row("the gate's channels of the same", PAGES / seconds(lambda: channels("a.pdf", pdf)), "pages/CPU s")
    peer_of_pdf(pdf)
    small = typst.compile(b"One page.", format="pdf", ignore_system_fonts=True)
    row("a PDF of one page (mostly starting the process)", 1000 * seconds(lambda: read_bytes(small, "a.pdf")), "CPU ms")
    word = made_docx()
    characters = len(read_bytes(word, "a.docx").text)
    row("docx", characters / seconds(lambda: read_bytes(word, "a.docx")) / 1e6, "million characters/CPU s")
    row("  the gate's channels of the same", 1000 * seconds(lambda: channels("a.docx", word)), "CPU ms")
    recognised()


def row(what: str, figure: float, unit: str) -> None:
    print(f"  {what:<55}{figure:>10,.1f} {unit}")


def seconds(work: Callable[[], object]) -> float:
    """Processor time of the best of three runs, child processes included."""
    return min(once(work) for _ in range(3))


def once(work: Callable[[], object]) -> float:
    before = time.process_time() + children()
    work()
    return time.process_time() + children() - before


def children() -> float:
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def made_pdf() -> bytes:
    page = PARAGRAPH * 12
    source = '#set text(lang: "be", hyphenate: true)\n#set par(justify: true)\n' + "#pagebreak()\n".join([page] * PAGES)
    content: bytes = typst.compile(source.encode(), format="pdf", ignore_system_fonts=True)
    return content


def made_docx() -> bytes:
    document = docx.Document()
    for _ in range(2_000):
        document.add_paragraph(PARAGRAPH)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def peer_of_pdf(pdf: bytes) -> None:
    try:
        pypdf = importlib.import_module("pypdf")
    except ImportError:
        print("  pypdf: not installed")
        return
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    row("pypdf", PAGES / seconds(lambda: [page.extract_text() for page in reader.pages]), "pages/CPU s")


def recognised() -> None:
    print("Short notes read right, in old and new encodings")
    for language, notes in NOTES.items():
        saved = [(note, note.encode(encoding)) for note in notes for encoding in ENCODINGS[language]]
        ours = sum(bool(found := decode(content)) and found.text == note for note, content in saved)
        peer = sum(guess(content) == note for note, content in saved)
        print(f"  {language:<55}{ours:>6} of {len(saved)}; charset-normalizer {peer}")


def guess(content: bytes) -> str:
    return str(charset_normalizer.from_bytes(content).best()).removeprefix("\ufeff")


if __name__ == "__main__":
    main()
