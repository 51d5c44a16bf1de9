from __future__ import annotations

import importlib.util
import sys
from functools import cache
from pathlib import Path

import pytest

from valoshka.briefing.render import render
from valoshka.clearance.minting import mint_cleared

CHROMIUM = Path("/usr/bin/chromium")
AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-sync"]


# Closed with its module: the driver keeps an event loop running, beside which Django refuses to open a store.
@pytest.fixture(scope="module")
def chromium():
    if not CHROMIUM.exists():
        pytest.skip("Chromium is not installed (apt install chromium), so no page was opened.")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def axe() -> str:
    if not AXE.exists():
        pytest.skip("axe-core is not installed (npm ci in tests/browser), so accessibility was not checked here.")
    return AXE.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def briefing_page(tmp_path_factory):
    """The address of the invented briefing's page in a language; "crowded" is one with too much of everything."""
    spec = importlib.util.spec_from_file_location(
        "invented_for_browser", Path(__file__).parents[1] / "briefing" / "invented.py"
    )
    invented = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = invented
    spec.loader.exec_module(invented)
    folder = tmp_path_factory.mktemp("pages")

    @cache
    def address(language: str) -> str:
        page = folder / f"{language}.html"
        shown = mint_cleared(invented.crowded(), ()) if language == "crowded" else invented.cleared(language)
        page.write_bytes(render(shown)["briefing.html"])
        return page.as_uri()

    return address
