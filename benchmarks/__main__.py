"""Run every benchmark in turn: `python -m benchmarks`, or some of them: `python -m benchmarks documents coding`.

Those that take many minutes (a module with `LONG = True`) run only when they are named.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys

import benchmarks


def main(wanted: list[str]) -> None:
    names = wanted or sorted(module.name for module in pkgutil.iter_modules(benchmarks.__path__))
    for name in names:
        module = importlib.import_module(f"benchmarks.{name}")
        if getattr(module, "LONG", False) and name not in wanted:
            print(f"\n## {name}\n\ntakes many minutes: python -m benchmarks {name}", flush=True)
        elif hasattr(module, "main"):
            print(f"\n## {name}\n", flush=True)
            module.main()


if __name__ == "__main__":
    main(sys.argv[1:])
