"""What stands in a written name beside the name: particles, Turkic patronymics, and a second name of one person."""

from valoshka.names.particles.aliases import split_aliases
from valoshka.names.particles.roles import Role, father_of, is_particle, role, with_fathers

__all__ = ["Role", "father_of", "is_particle", "role", "split_aliases", "with_fathers"]
