"""A site goes out only after every file of it was read again."""

from __future__ import annotations

import pytest

from valoshka.clearance import CallToAction, Content, Passage
from valoshka.disclosure import Blocked, ProtectedPerson, clear
from valoshka.disclosure.sites import inspect_site

PEOPLE = (ProtectedPerson("p1", names=("Alesia Vymyslenaya",)),)
PAGE = "en/index.html"


def content() -> Content:
    call = CallToAction(Passage(""), (Passage("You are not alone."),), "#StandWithBelarus")
    return Content(
        Passage("A flower"), Passage(""), (), (), (), (), call, (), "an invented network", "2026-11-23", "en", "public"
    )


def inspected(**changed: bytes):
    files = {
        PAGE: b'<!doctype html><html lang="en"><head><link rel="stylesheet" href="../a/page.css">'
        b'<script type="module" src="../a/page.mjs"></script></head>'
        b"<body><h1>A flower</h1><p>You are not alone.</p></body></html>",
        "a/page.css": b"p { color: black }",
        "a/page.mjs": b"const largest = 2166136261;",
    }
    files |= {name.replace("__", "/").replace("_", "."): each for name, each in changed.items()}
    return inspect_site(files, {PAGE: clear(content(), PEOPLE)}, PEOPLE)


def test_each_folder_is_a_release_of_its_own():
    released = inspected()
    assert {folder: [name for name, _ in each.files] for folder, each in released.items()} == {
        "a": ["page.css", "page.mjs"],
        "en": ["index.html"],
    }


@pytest.mark.parametrize("file", ["a__page_css", "a__page_mjs", "en__index_html"])
def test_a_protected_name_in_any_file_blocks(file):
    said = b"<p>A flower</p><p>You are not alone.</p><!-- Alesia Vymyslenaya -->"
    with pytest.raises(Blocked, match="p1"):
        inspected(**{file: said})


@pytest.mark.parametrize(
    "loads",
    [
        b'<script type="module" src="https://host.example/x.mjs"></script>',
        b'<script type="module" src="../a/missing.mjs"></script>',
        b'<script type="module" src="../a/page.mjs">go()</script>',
        b'<link rel="stylesheet" href="//host.example/x.css">',
        b'<img src="../a/page.css" srcset="https://host.example/x.png">',
        b'<a href="../" ping="https://host.example">x</a>',
    ],
)
def test_a_page_may_load_files_of_its_own_site_and_nothing_else(loads):
    with pytest.raises(Blocked, match="from elsewhere"):
        inspected(en__index_html=b"<p>A flower</p><p>You are not alone.</p>" + loads)


def test_a_passage_that_was_lost_on_the_way_blocks():
    with pytest.raises(Blocked, match="missing from the rendered file"):
        inspected(en__index_html=b"<p>A flower</p>")


def test_a_path_that_leads_elsewhere_blocks():
    files = {PAGE: b"<p>A flower</p><p>You are not alone.</p>", "../elsewhere.css": b"p { color: black }"}
    with pytest.raises(Blocked, match="out of its folder"):
        inspect_site(files, {PAGE: clear(content(), PEOPLE)}, PEOPLE)


def test_what_nobody_cleared_is_not_taken():
    with pytest.raises(TypeError, match="never by hand"):
        inspect_site({PAGE: b"x"}, {}, PEOPLE)
