"""The lines that the program prints, to standard output and to standard error.

They are seen where a text stream gives its bytes on, in one call for a line: a hook on the stream's own write, which
print calls for each piece of a line, would let another thread come between the pieces, where without us none can.
What the program writes to the stream below, or to another that it lays over that, comes the same way.
"""

import os
import stat
import sys
from _weakref import ref
from sys import _getframe

from . import frames, pipes, record
from .frames import SITES
from .guards import silently
from .kinds import OUTPUT, Flag

_LONGEST = 8192
# So many bytes are recorded line by line at once, and then so many a second; what comes faster for long is only
# counted, or recording would hold up the program and fill the disk. A piece counts for some bytes by itself.
_BURST = 2 << 20
_PER_SECOND = 1 << 20
_EACH = 32
_AGAIN = _BURST // 8
# The clock is asked again after so many pieces that were only counted.
_LOOKS = 32
_PLAIN = (bytes, bytearray, memoryview)
_LIKE_ASCII = ("utf-8", "utf8", "ascii", "us-ascii", "latin-1", "iso-8859-1", "iso8859-1")


class _Lines:
    """Puts together the lines of one stream."""

    def __init__(self, flags, encoding):
        self.flags = flags
        self.encoding = encoding or "utf-8"
        # Most lines need not be decoded and encoded again.
        self.as_ascii = self.encoding.lower() in _LIKE_ASCII
        self.rest = b""
        self._forget()

    def _forget(self):
        self.room = _BURST
        self.filled = record.now()
        self.counting = False
        self.lines = self.bytes = self.looks = 0
        self.newest = b""

    def add(self, data):
        """What was written."""
        if self.counting:
            self.looks -= 1
            if self.looks or not self._has_room(_AGAIN):
                self._count(data)
                return
            self._counted()
        self.room -= len(data) + _EACH
        if self.room < 0 and not self._has_room(0):
            self._count(data)
            return
        whole = self.rest + data if self.rest else data
        end = whole.rfind(b"\n") + 1
        self.rest = whole[end:][-_LONGEST:]
        if end:
            try:
                frame = _getframe(2)
                site = SITES[id(frame.f_code)][frame.f_lasti]
            except (KeyError, ValueError):  # ValueError: nobody calls, as when the interpreter says why it ends
                site = frames.user_site(2)
            for each in whole[:end - 1].split(b"\n"):
                self._record(each, site)
        if _State.finished:
            self.finish()

    def _has_room(self, least):
        now = record.now()
        self.room = min(_BURST, self.room + (now - self.filled) * _PER_SECOND // 1_000_000_000)
        self.filled = now
        self.looks = _LOOKS
        return self.room >= least

    def _count(self, data):
        if not self.counting:
            self.counting = True
            self.looks = 1
            self._say("[more is printed than is recorded line by line: from here it is counted]")
        self.lines += data.count(b"\n")
        self.bytes += len(data)
        self.newest = data

    def _counted(self):
        self.rest = self.newest[self.newest.rfind(b"\n") + 1:][-_LONGEST:]
        self.newest = b""
        self._say("[%d lines, %d bytes, which were only counted]" % (self.lines, self.bytes))
        self.counting = False
        self.lines = self.bytes = 0

    def _say(self, words):
        record.text(OUTPUT, self.flags | Flag.COUNTED, 0, 0, 0, words)

    def renew(self):
        """In a copy of the process: its parent will end the line that it began."""
        self.rest = b""
        self._forget()

    def finish(self):
        """What stands in a line that has no end."""
        if self.counting:
            self._counted()
        rest, self.rest = self.rest, b""
        if rest:
            self._record(rest, 0)

    def _record(self, data, site):
        shown = data[:-1] if data.endswith(b"\r") else data
        if self.as_ascii and shown.isascii():
            record.log().put_bytes(OUTPUT, self.flags, 0, site, 0, shown)
        else:
            record.text(OUTPUT, self.flags, 0, site, 0, shown.decode(self.encoding, "replace"))


class _State:
    lines = {}
    finished = False


def begin():
    """Listens to the two streams."""
    engines = _pipes_of_the_engine()
    for number, stream, flags in ((1, sys.stdout, 0), (2, sys.stderr, Flag.STDERR)):
        if stream is None:
            continue
        lines = _State.lines[number] = _Lines(flags, stream.encoding)
        if _place(number) in engines and not stream.write_through:
            # As a terminal does: or the lines of a child that is ended by a signal never come out.
            stream.reconfigure(line_buffering=True)
        _listen(stream.buffer, lines)
    for number, stream in ((0, sys.stdin), (1, sys.stdout)):
        if stream is not None and _place(number) not in (None, *engines):
            pipes.own(stream, number)
    record.at_fork(_renew)


def _renew():
    _State.finished = False
    for each in _State.lines.values():
        each.renew()


def finish():
    """From here on also what is no whole line is put down."""
    _State.finished = True
    flush_lines()


def flush_lines():
    """Puts down the beginnings of lines that there are."""
    for each in _State.lines.values():
        each.finish()


def written(number, data, count):
    """The program wrote to one of the descriptors itself."""
    lines = _State.lines.get(number)
    if lines is not None and type(data) in _PLAIN:
        silently(lines.add, bytes(data)[:count])


def _listen(buffer, lines):
    original = type(buffer).write
    to = ref(buffer)  # or the stream would keep itself alive

    def write(data):
        count = original(to(), data)
        try:
            if type(data) in _PLAIN:
                lines.add(bytes(data)[:count])
        except Exception:
            pass  # printed, but not recorded
        return count

    write.__qualname__ = "%s.write" % type(buffer).__name__
    buffer.write = write


def _pipes_of_the_engine():
    """Where the streams of the first process of the run lead: to the engine. That process notes them down."""
    path = os.path.join(record.folder(), "streams")
    places = [_place(1), _place(2), _place(0)]
    try:
        with open(path, "x") as file:
            file.write("\n".join(each for each in places if each))
            return places
    except FileExistsError:
        pass
    except OSError:
        return []
    try:
        with open(path) as file:
            return file.read().split("\n")
    except OSError:
        return []


def _place(number):
    """What a descriptor leads to, when that is a pipe."""
    try:
        status = os.fstat(number)
    except OSError:
        return None
    return "%d %d" % (status.st_dev, status.st_ino) if stat.S_ISFIFO(status.st_mode) else None
