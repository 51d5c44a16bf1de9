"""Third persons whom nobody named: a patient, a cellmate, a child, told of so closely that they can be found."""

from valoshka.disclosure.third_persons.in_texts import find_in_content, find_in_text

__all__ = ["find_in_content", "find_in_text"]
