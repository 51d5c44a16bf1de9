"""The README's pictures, from what the demo left: `python demo/pictures.py [FOLDER]`.."""

from __future__ import annotations

import sys
from pathlib import Path

import pypdfium2
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
CHROMIUM = "/usr/bin/chromium"
SCREENS = {"page": (1280, 860, "light", 0), "phone": (390, 780, "light", 1), "dark": (390, 780, "dark", 2)}
SHEETS = (0, 3)


def screens(browser: Browser, page_file: Path) -> None:
    """The page on a desk and on a phone; `story` counts from 1, 0 is the top."""
    for name, (width, height, scheme, story) in SCREENS.items():
        view = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
        view.goto(page_file.resolve().as_uri())
        if story:
            view.evaluate(f"document.querySelectorAll('.story')[{story - 1}].scrollIntoView({{behavior: 'instant'}})")
        keep(name, view.screenshot())


def keep(name: str, png: bytes) -> None:
    """A screenshot with few colours, so that the repository stays small."""
    from io import BytesIO

    Image.open(BytesIO(png)).convert("RGB").quantize(128).save(PICTURES / f"{name}.png", optimize=True)


def sheets(pdf_file: Path) -> None:
    """Two pages of the PDF beside each other, with a hairline around each."""
    pdf = pypdfium2.PdfDocument(pdf_file)
    pages = [pdf[number].render(scale=1).to_pil().convert("RGB") for number in SHEETS]
    width, height = pages[0].size
    both = Image.new("RGB", (width * 2 + 24, height), "#E4E0D6")
    for place, page in enumerate(pages):
        both.paste(page, (place * (width + 24), 0))
    both.quantize(128).save(PICTURES / "print.png", optimize=True)


def main(folder: Path) -> None:
    """Make all pictures from the demo's `folder`."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as drivers:
        browser = drivers.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        screens(browser, folder / "briefing.html")
        browser.close()
    sheets(folder / "briefing.pdf")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "demo-output")
