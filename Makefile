# Every target sets up what it needs in .venv/, from the lock files; only Python 3.11+ has to be there.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.PHONY: help demo test check bench lock clean

help:  ## say what each target does
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):[^#]*## /  make \1\t/'

demo: .venv/ready  ## the whole way on invented interviews; the result is left in demo-output/
	@$(BIN)/python demo/run.py

test: .venv/ready-dev tests/browser/node_modules/.ready  ## every check and every test
	@$(MAKE) --no-print-directory check
	@$(BIN)/python -m pytest -n 2 --dist loadfile

check: .venv/ready-dev  ## style, types, room directions, licences
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python tests/licences/look_into_wheels.py

bench: .venv/ready-dev  ## print every table of figures beside its peers
	@$(BIN)/python -m benchmarks

lock: .venv/ready-dev  ## renew the lock files from pyproject.toml
	@$(PIP) install uv
	@$(BIN)/uv pip compile pyproject.toml requirements/build.in --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet -o requirements/run.lock
	@$(BIN)/uv pip compile --group dev pyproject.toml requirements/build.in --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet -c requirements/run.lock -o requirements/dev.lock

clean:  ## remove what the other targets made
	@rm -rf .venv demo-output tests/browser/node_modules

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Valoshka needs Python 3.11 or newer; $(PYTHON) is older. Try: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv .venv

.venv/ready: requirements/run.lock pyproject.toml | .venv/bin/python
	@echo "Setting up .venv (once; about half a minute) ..."
	@$(PIP) install --require-hashes --only-binary :all: -r requirements/run.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

.venv/ready-dev: requirements/dev.lock .venv/ready
	@echo "Adding what the tests need ..."
	@$(PIP) install --require-hashes --only-binary :all: -r requirements/dev.lock
	@touch $@

# The accessibility checker is optional: without npm the browser tests say that they skipped it.
tests/browser/node_modules/.ready: tests/browser/package-lock.json
	@if command -v npm >/dev/null; then npm ci --prefix tests/browser --silent --no-audit --no-fund && touch $@; else echo "npm not found: the axe-core checks will be skipped."; fi
