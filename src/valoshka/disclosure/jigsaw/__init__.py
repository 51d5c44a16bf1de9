"""The jigsaw: facts that stand together and give somebody away, though no name is told."""

from valoshka.disclosure.jigsaw.in_content import pieced_together

__all__ = ["pieced_together"]
