"""Chosen flowers and messages as a printed book."""

from valoshka.solidarity.book.choosing import MOST, chosen
from valoshka.solidarity.book.setting import Book, book_pdf

__all__ = ["MOST", "Book", "book_pdf", "chosen"]
