"""Protocol 1: lines of UTF-8 between the explorer and this process, fields separated by tabs.

What a run says is kept until it is over, or until it asks: one write then.
"""

import os
from os import write  # the program's is a point

_ESCAPES = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
_PLAIN = {"\\": "\\", "t": "\t", "n": "\n", "r": "\r"}
_MOST_KEPT = 1 << 20


class _State:
    """Where the lines go: a descriptor, and what is not yet written."""

    to = -1
    lines = []
    size = 0


def begin(descriptor):
    """From now on lines go there."""
    _State.to = descriptor


def say(*fields):
    """One line; flush sends it."""
    line = "%s\t" * (len(fields) - 1) % fields[:-1] + str(fields[-1])
    if "\\" in line or "\n" in line or "\r" in line or line.count("\t") >= len(fields):
        line = "\t".join([escaped(each) for each in fields])
    _State.lines.append(line)
    _State.size += len(line)
    if _State.size > _MOST_KEPT:
        flush()


def escaped(text):
    """A field without tabs and ends of lines."""
    text = str(text)
    if "\\" in text or "\t" in text or "\n" in text or "\r" in text:
        return "".join([_ESCAPES.get(each, each) for each in text])
    return text


def fields(line):
    """What the fields of a line are."""
    return [_unescaped(each) for each in line.split("\t")]


def _unescaped(field):
    if "\\" not in field:
        return field
    letters = iter(field)
    return "".join([_PLAIN.get(next(letters, ""), "") if each == "\\" else each for each in letters])


def flush():
    """Sends all that was said."""
    lines, _State.lines = _State.lines, []
    _State.size = 0
    if not lines:
        return
    data = ("\n".join(lines) + "\n").encode("utf-8", "backslashreplace")
    while data:
        data = data[write(_State.to, data):]


def drop():
    """In a copy that the program makes of itself: nothing of it is said."""
    _State.lines = []
    _State.size = 0
    _State.to = os.open(os.devnull, os.O_WRONLY)
