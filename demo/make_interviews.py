"""Make the demo's six interview files from their source texts: `python demo/make_interviews.py`.

The made files are kept under version control beside their sources; making them again gives the same bytes.
"""

from __future__ import annotations

from pathlib import Path

import yaml

from interview_formats import as_docx, as_odt, as_pdf, as_txt

HERE = Path(__file__).parent


def make(entry: dict[str, str]) -> bytes:
    """The bytes of the file that `entry` of interviews.yml names."""
    text = (HERE / "sources" / entry["source"]).read_text(encoding="utf-8")
    match Path(entry["file"]).suffix:
        case ".docx":
            return as_docx(text, entry["language"])
        case ".odt":
            return as_odt(text)
        case ".pdf":
            return as_pdf(text, entry["language"])
        case _:
            return as_txt(text, entry["encoding"])


def entries() -> list[dict[str, str]]:
    """The entries of interviews.yml: source, file, language, for plain text its encoding."""
    listed: list[dict[str, str]] = yaml.safe_load((HERE / "interviews.yml").read_text(encoding="utf-8"))["interviews"]
    return listed


def main() -> None:
    """Write every file and say which."""
    (HERE / "interviews").mkdir(exist_ok=True)
    for entry in entries():
        (HERE / "interviews" / entry["file"]).write_bytes(make(entry))
        print(f"demo/interviews/{entry['file']}")


if __name__ == "__main__":
    main()
