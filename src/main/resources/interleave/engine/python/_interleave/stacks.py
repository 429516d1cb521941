"""Tells the engine where CPython keeps the frames of its threads, so that it can look from outside what they are at.

The program notices nothing of that: no thread, no signal, no turn of the lock, not an instruction more than what is
done here once. Where things stand in those structures differs by version; the numbers are what the headers of each say
on 64-bit systems. They are tried out before they are told: what is read of this thread's own stack has to be what
sys._getframe says. Otherwise a file says why there are no samples.

What is left in the file `stacks-PID-TIME`, by its place in the line:

    layout of line tables, interpreter, lock, type of code objects,
    interpreter: first thread; thread: next, identifier, frame; what the frame is in, or -1;
    frame: code, caller, instruction, owner or -1;
    code: first line, file, name, lines, instructions; texts: ASCII, others
"""

import os
import struct
import sys
from .clock import monotonic_ns

from . import gil, record

_POINTER = struct.Struct("@Q")
_BYTE = struct.Struct("@B")
_DEEPEST = 1000
_INTERPRETER_BYTES = 1 << 14
_OF_C = 3

#            first next ident frame inner code caller instr owner line file name lines start ascii compact
_PLACES = {
    (3, 8): (8, 8, 176, 24, -1, 32, 24, 104, -1, 40, 104, 112, 120, 0, 48, 72),
    (3, 9): (8, 8, 176, 24, -1, 32, 24, 104, -1, 40, 104, 112, 120, 0, 48, 72),
    (3, 10): (8, 8, 176, 24, -1, 32, 24, 96, -1, 40, 104, 112, 120, 0, 48, 72),
    (3, 11): (16, 8, 152, 56, 8, 32, 48, 56, 69, 72, 112, 128, 136, 184, 48, 72),
    (3, 12): (72, 8, 136, 56, 0, 0, 8, 56, 70, 68, 112, 128, 136, 192, 40, 56),
    (3, 13): (7344, 8, 152, 72, -1, 0, 8, 56, 70, 68, 112, 128, 136, 200, 40, 56),
}
_INTERPRETER_OF_THREAD = 16
_TYPE_OF_OBJECT = 8


class _Found:
    """What is known of this process, and told again by its copies."""

    folder = ""
    words = ""


def begin(folder):
    """Leaves word of the frames, if stacks are to be sampled."""
    if not os.environ.get("INTERLEAVE_SAMPLES"):
        return
    _Found.folder = folder
    _Found.words = _look()
    _tell()
    record.at_fork(_tell)


def _tell():
    name = os.path.join(_Found.folder, "stacks-%d-%x" % (os.getpid(), monotonic_ns()))
    try:
        with open(name, "w") as file:
            file.write(_Found.words + "\n")
    except OSError:
        pass  # then there are no samples


def _look():
    places = _PLACES.get(sys.version_info[:2])
    if sys.implementation.name != "cpython" or not os.path.exists("/proc/self/mem"):
        return "absent system"
    if not getattr(sys, "_is_gil_enabled", lambda: True)():
        return "absent threaded"
    if places is None or _POINTER.size != struct.calcsize("P") or not gil.place():
        return "absent version"
    try:
        memory = os.open("/proc/self/mem", os.O_RDONLY)
    except OSError:
        return "absent forbidden"
    try:
        return _words(memory, places)
    except (LookupError, OSError, ValueError, struct.error):
        return "absent unfound"
    finally:
        os.close(memory)


def _words(memory, places):
    thread = gil.holder(memory)
    interpreter = _pointer(memory, thread + _INTERPRETER_OF_THREAD)
    first = places[0]
    if _pointer(memory, interpreter + first) != thread:
        first = _search(memory, interpreter, thread)
    _try_out(memory, thread, places)
    numbers = (sys.version_info[1], interpreter, gil.place(), id(type(_look.__code__)), first) + places[1:]
    return "at " + " ".join("%d" % number for number in numbers)


def _pointer(memory, address):
    return _POINTER.unpack(os.pread(memory, 8, address))[0]


def _search(memory, interpreter, thread):
    """Where the interpreter keeps the first thread of its list, which is the only one so far."""
    content = os.pread(memory, _INTERPRETER_BYTES, interpreter)
    for offset in range(0, len(content) - 7, 8):
        if _POINTER.unpack_from(content, offset)[0] == thread:
            return offset
    raise LookupError(thread)


def _try_out(memory, thread, places):
    """Fails unless the stack that is read is the one that there is."""
    _, _, _, top, inner, code, caller, _, owner = places[:9]
    expected = []
    frame = sys._getframe()
    while frame is not None:
        expected.append(id(frame.f_code))
        frame = frame.f_back
    found = []
    at = _pointer(memory, thread + top)
    if inner >= 0:
        at = _pointer(memory, at + inner)
    while at and len(found) < _DEEPEST:
        of_c = owner >= 0 and _BYTE.unpack(os.pread(memory, 1, at + owner))[0] == _OF_C
        if not of_c:
            found.append(_pointer(memory, at + code))
        at = _pointer(memory, at + caller)
    # Between the two is what reads: the frame that was the innermost when it began to.
    while found and found[0] != expected[0]:
        found.pop(0)
    if found != expected:
        raise LookupError(thread)
