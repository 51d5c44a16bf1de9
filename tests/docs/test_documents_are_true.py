"""Documentation that names a test, a file or a command must not outlive it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("demo/*.md")])


def named_tests() -> list[tuple[str, str]]:
    """Each (file, test function) that the threat model names; "::name" alone means the file named just before it."""
    found: list[tuple[str, str]] = []
    file = ""
    for name in re.findall(
        r"`([^`\s]*(?:test_[^`\s]*))`", (ROOT / "docs" / "threat-model.md").read_text(encoding="utf-8")
    ):
        path, _, function = name.partition("::")
        if path:
            file = path if "/" in path else f"{file.rpartition('/')[0]}/{path}"
        found.append((file, function))
    return found


@pytest.mark.parametrize(("file", "function"), named_tests())
def test_every_test_of_the_threat_model_exists(file: str, function: str) -> None:
    files = list(ROOT.glob(file))
    assert files, f"{file} does not exist"
    if function:
        assert any(re.search(rf"def {re.escape(function)}\b", found.read_text(encoding="utf-8")) for found in files)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_to_a_file_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8")):
        if not target.startswith(("http:", "https:", "mailto:")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_path_of_the_project_that_is_named_exists(page: Path) -> None:
    for path in re.findall(
        r"`((?:src|tests|benchmarks|docs|demo|requirements)/[^`\s]*)`", page.read_text(encoding="utf-8")
    ):
        file = re.sub(r"<\w+>|\bN+\b", "*", path.partition("::")[0])
        assert list(ROOT.glob(file)), f"{page.name} names {path}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_command_that_is_shown_exists(page: Path) -> None:
    commands = {file.stem for file in (ROOT / "src/valoshka/cli/commands").glob("*.py")}
    for command in re.findall(r"`valoshka ([a-z]+)", page.read_text(encoding="utf-8")):
        assert command in commands, f"{page.name} shows valoshka {command}"


def test_the_readme_stays_short() -> None:
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) < 90


def test_decisions_are_numbered_without_a_gap() -> None:
    numbers = sorted(int(file.name[:4]) for file in (ROOT / "docs/decisions").glob("*.md"))
    assert numbers == list(range(1, len(numbers) + 1))
