"""Pillow's bill of materials names two copyleft libraries; neither may be in the wheel."""

from importlib.metadata import distribution

from PIL import features


def test_libimagequant_is_not_compiled_in() -> None:
    assert not features.check("libimagequant")


def test_no_copyleft_library_lies_in_the_wheel() -> None:
    carried = [str(file).lower() for file in distribution("pillow").files or []]
    assert not [file for file in carried if "fribidi" in file or "imagequant" in file or "libheif" in file]
