from __future__ import annotations

import importlib.util
import sys
from functools import cache
from pathlib import Path

import pytest

from valoshka.briefing.render import render


def _load(name: str):
    spec = importlib.util.spec_from_file_location(name, Path(__file__).parent / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def invented():
    return _load("invented")


@pytest.fixture(scope="session")
def rendered(invented):
    """The three files in a language, each language rendered once."""
    return cache(lambda language: render(invented.cleared(language)))
