"""Reading what came in to a solidarity action, deciding, and publishing what may be seen.

The staff's key opens messages in memory only; the gate reads every text; a person looks at every picture.
"""
