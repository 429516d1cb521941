"""The pipes between this process and its children, or what stands before and behind it in a pipeline, from this end.

The program keeps the file objects that it was given, with their buffers. We sit at their very end, where the system
is asked: what is recorded is what blocks, and every byte counts once.
"""

import io
import os
from _weakref import ref

from . import disguise, frames, record
from .guards import silently
from .kinds import IO_BEGIN, IO_CLOSED, IO_END, PIPE, Flag, Type

_NAMES = ("stdin", "stdout", "stderr")
_READS = ("readinto", "readall", "read")

# By descriptor: those that may be read or written without their file object.
OF = {}


def _renew():
    OF.clear()


record.at_fork(_renew)


def tap(file, number, child):
    """The file is this end of a pipe to or from a child: which of its three streams."""
    try:
        buffer = file.buffer if isinstance(file, io.TextIOWrapper) else file
        raw = getattr(buffer, "raw", buffer)
        if type(raw) is not io.FileIO:
            return
        pipe = record.object_id(Type.PIPE, _key(raw.fileno()), _NAMES[number])
        record.event(PIPE, 0, pipe, frames.user_site(2), number << 32 | child)
        _listen(raw, pipe, Flag.WRITE if number == 0 else 0)
    except (AttributeError, TypeError, ValueError, OSError) as error:
        record.note("A pipe of a child process is not traced: %s." % error)


def own(file, number):
    """The file is a standard stream of this process, and a pipe."""
    try:
        raw = getattr(file.buffer, "raw", file.buffer)
        if type(raw) is io.FileIO:
            pipe = record.object_id(Type.PIPE, _key(raw.fileno()), _NAMES[number])
            record.event(PIPE, 0, pipe, 0, number << 32 | os.getpid())
            _listen(raw, pipe, Flag.WRITE if number else 0)
    except (AttributeError, TypeError, ValueError, OSError) as error:
        record.note("A pipe of this process is not traced: %s." % error)


def _key(descriptor):
    """The same at both ends of a pipe."""
    status = os.fstat(descriptor)
    return record.key_of("stream %d %d" % (status.st_dev, status.st_ino))


def _listen(raw, pipe, flags):
    OF[raw.fileno()] = pipe
    for name in ("write",) if flags else _READS:
        setattr(raw, name, _transfer(raw, _original(raw, name), pipe, flags))
    raw.close = _close(raw, raw.fileno(), pipe, flags)


def _original(raw, name):
    """The method, or what was put in its place by whoever listens to what is printed."""
    heard = vars(raw).get(name)
    return getattr(io.FileIO, name) if heard is None else lambda _, *arguments: heard(*arguments)


def begin(pipe, flags):
    """The calling thread is about to read or write."""
    record.event(IO_BEGIN, flags, pipe, frames.user_site(2), 0)


def end(pipe, flags, count):
    """So many bytes went through; None when it failed."""
    if count is None:
        record.event(IO_END, flags | Flag.FAILED, pipe, 0, 0)
    else:
        record.event(IO_END, flags, pipe, 0, count)


def _transfer(raw, original, pipe, flags):
    to = ref(raw)  # or the file would keep itself alive, and its pipe open

    def transfer(*arguments):
        silently(begin, pipe, flags)
        count = None
        try:
            result = original(to(), *arguments)
            count = len(result) if type(result) is bytes else result or 0
            return result
        finally:
            silently(end, pipe, flags, count)

    return transfer


def _close(raw, descriptor, pipe, flags):
    to = ref(raw)
    file_close = io.FileIO.close

    def close():
        file = to()
        if file is None:
            return None
        if not file.closed:
            OF.pop(descriptor, None)
        told = file.closed
        try:
            # Closed by nobody but the collector: Python may warn of that, and says where.
            by = frames.caller()
            # There is no caller where the interpreter ends.
            return file_close(file) if by is None else disguise.call_as(by, file_close, file)
        finally:
            if not told:
                silently(record.event, IO_CLOSED, flags, pipe, frames.user_site(), 0)

    return close
