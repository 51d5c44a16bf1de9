"""The casebook's entities, under pseudonyms: everything but names, contacts and originals."""
