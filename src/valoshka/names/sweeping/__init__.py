"""Sweeping an archive: which of very many texts name anybody, at a cost that people hardly change.

A sweep reads words as columns of numbers and works out each distinct word, and each distinct pair of words, once. It
tells what leaves little doubt (a full name, a given name with its patronymic, initials with the surname) and rare
surnames alone, in every script, spelling and case that `Finder` knows. It does not tell given names alone, common
surnames, slips of the pen and torn words: a text in which it finds somebody is read again, whole, by `Finder`.
"""

from valoshka.names.sweeping.sweep import Sighting, Sweep

__all__ = ["Sighting", "Sweep"]
