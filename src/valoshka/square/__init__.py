"""The public collector: takes flowers and messages from strangers, and knows nothing of any case.

A process and a database of its own. The files of this folder are pure; Django lives in `collector`, the decoding of
strangers' pictures in `studio`. Nothing here imports a room that knows a person.
"""
