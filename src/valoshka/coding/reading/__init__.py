"""Reading: from a text to its paragraphs, sentences, voices, people and stories."""
