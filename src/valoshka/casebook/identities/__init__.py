"""The identities: names, contacts and originals. They can be held by a colleague abroad (travel mode)."""
