"""`valoshka action flower`: a flower from its seed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from valoshka.errors import Refused

if TYPE_CHECKING:
    from valoshka.solidarity.flowers import Flower

PICTURE_WIDTH = 1080


@click.command()
@click.argument("seed")
@click.option("--kind", default="cornflower", show_default=True, help="cornflower, poppy, flax or daisy.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="A new file, .svg or .png; without it, SVG is printed."
)
def command(seed: str, kind: str, output: Path | None) -> None:
    """Grow the flower that SEED decides.

    SEED is any text up to 64 characters. It may end in .pN.sN.bN, each optional: palette, season (0 spring to 3 winter)
    and buds (0 to 3). The same seed grows the same flower everywhere; a png is 1080 pixels wide.

    \b
      valoshka action flower minsk-1.s1.b2 -o cornflower.svg
    """
    from valoshka.solidarity.flowers import describe, grow

    if output:
        _check(output)
    flower = grow(seed, kind)
    if not output:
        click.echo(flower.svg(), nl=False)
        return
    _write(_picture(flower, output.suffix.lower()), output)
    click.echo(f"{output}: {describe(flower, 'en')}")


def _check(output: Path) -> None:
    if output.suffix.lower() not in (".svg", ".png"):
        raise Refused(f"{output}: a flower is written as .svg or .png. Choose one of these endings.")
    if output.exists():
        raise Refused(f"{output} is there already. Choose another name, or move it away first.")
    if not output.parent.is_dir():
        raise Refused(f"There is no folder {output.parent}. Make it first, or choose another.")


def _picture(flower: Flower, ending: str) -> bytes:
    if ending == ".svg":
        return flower.svg().encode()
    from valoshka.solidarity.raster import pixels, png

    return png(pixels(flower, PICTURE_WIDTH))


def _write(picture: bytes, output: Path) -> None:
    """The whole file, or none."""
    try:
        with output.open("xb") as file:
            file.write(picture)
    except FileExistsError as error:
        raise Refused(f"{output} is there already. Choose another name, or move it away first.") from error
    except OSError as error:
        _take_back(output, error)


def _take_back(output: Path, error: OSError) -> None:
    output.unlink(missing_ok=True)
    raise Refused(
        f"{output} could not be written ({error.strerror}). Free some space, or choose another folder."
    ) from error
