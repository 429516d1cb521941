"""What the program prints: each write is an operation, and is told to the explorer."""

import io
import sys

from . import scheduler, things, wire


class _Sink(io.RawIOBase):
    """Where what is printed goes."""

    def __init__(self, name):
        super().__init__()
        self.name = name

    def writable(self):
        return True

    def write(self, data):
        data = bytes(data)
        wire.say("out", data.decode("utf-8", "replace"))
        return len(data)

    def fileno(self):
        return 1 if self.name == "<stdout>" else 2


class _Stream(io.TextIOWrapper):
    """A stream whose writes are operations."""

    def write(self, text):
        me = scheduler.current()
        place = things.place() if me is not None and type(text) is str and text else ("", 0)
        if place[1]:  # what the interpreter says of an exception is none of the program's operations
            scheduler.point(me, "print", number(self), text.rstrip("\n"), None, None, None, place)
        return super().write(text)


class _State:
    """By identity: the streams that there are from the beginning, and their names."""

    streams = {}


def begin():
    """What is printed is told from now on."""
    for name in ("stdout", "stderr"):
        made = _Stream(io.BufferedWriter(_Sink("<%s>" % name)), "utf-8", "backslashreplace", "\n", True, True)
        made.mode = "w"
        _State.streams[id(made)] = made, name
    renew()


def listen():
    """The streams stay those that there are, and each write to them is an operation."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if isinstance(stream, io.TextIOWrapper):
            _State.streams[id(stream)] = stream, name
            stream.write = _listening(stream, name)


def _listening(stream, name):
    def write(text):
        me = scheduler.current()
        place = things.place() if me is not None and type(text) is str and text else ("", 0)
        if place[1]:
            scheduler.point(me, "print", things.stream(name), text.rstrip("\n"), None, None, None, place)
        return io.TextIOWrapper.write(stream, text)

    return write


def renew():
    """In a new run, whatever the one before put in their place."""
    for made, name in _State.streams.values():
        setattr(sys, name, made)
        setattr(sys, "__%s__" % name, made)


def number(stream):
    """The number of one of the streams that there are from the beginning; 0 for any other."""
    known = _State.streams.get(id(stream))
    return 0 if known is None else things.stream(known[1])


def write(stream, text):
    """Writes without a point."""
    io.TextIOWrapper.write(stream, text)
