"""The one error that a user is meant to read."""


class Refused(Exception):  # noqa: N818 - a refusal is an answer, not an accident
    """Something was not done; the message says what, where, and what to do next.

    Every room raises this or a subclass; the command line prints the message and exits with `exit_code`. The message
    reaches screens and shell logs, so it never carries a protected name: say the file, the line or the random id.

    >>> str(Refused("notes.docx is empty. Check that it was saved, then import it again."))
    'notes.docx is empty. Check that it was saved, then import it again.'
    """

    exit_code = 1
