"""Tells the engine where CPython keeps its global interpreter lock, so that it can look from outside who holds it.

All that is to be known stands in one structure:

    unsigned long interval; PyThreadState *last_holder; int locked; unsigned long switch_number;

It has no public address. But the interval is ours to set: what of our own memory follows two odd intervals, one after
the other, is that structure. Its place within the interpreter never changes, so other processes of the recording try
it first. Who the holder is says the identifier of its thread, somewhere in its PyThreadState: ours is searched in the
state of the thread that holds the lock now, which is this one.

What was found is left in a file of the recording, `gil-PID-TIME`; where nothing was, that file says why.
"""

import os
import struct
import sys
from _thread import get_ident
from .clock import monotonic_ns

from . import record

_GIL = struct.Struct("@QQiiQ")
_WORD = struct.Struct("@Q")
_ODD_INTERVALS = (4987, 4973)
_STATE_BYTES = 1024
_LARGEST_MAP = 64 << 20


class _Found:
    """What is known of this process, and told again by its copies."""

    folder = ""
    why_not = ""
    address = 0
    identifier = 0


def begin(folder):
    """Looks for the lock and leaves word of it; nothing where there is no such lock."""
    if not getattr(sys, "_is_gil_enabled", lambda: True)():
        return  # threads run Python at the same time here
    _Found.folder = folder
    _Found.why_not = _look(folder)
    _tell()
    record.at_fork(_tell)


def _tell():
    name = os.path.join(_Found.folder, "gil-%d-%x" % (os.getpid(), monotonic_ns()))
    try:
        with open(name, "w") as file:
            file.write(_words() + "\n")
    except OSError:
        pass  # then it is not shown


def _words():
    if _Found.why_not:
        return "absent " + _Found.why_not
    return "at %d %d %d" % (_Found.address, _Found.identifier, passed())


def place():
    """The address of the lock; 0 where it is not known."""
    return _Found.address


def holder(memory):
    """The address of the state of the thread that holds the lock, which is the calling one."""
    return _read(memory, _Found.address)[1]


def passed():
    """How often the lock went to another thread so far."""
    memory = os.open("/proc/self/mem", os.O_RDONLY)
    try:
        return _read(memory, _Found.address)[4]
    finally:
        os.close(memory)


def _look(folder):
    """Finds it, or says why not."""
    if sys.implementation.name != "cpython" or not os.path.exists("/proc/self/maps"):
        return "system"
    try:
        memory = os.open("/proc/self/mem", os.O_RDONLY)
    except OSError:
        return "forbidden"
    try:
        _Found.address, _Found.identifier = _find(memory, folder)
    except (LookupError, OSError, ValueError, struct.error):
        return "unfound"
    finally:
        os.close(memory)
    return ""


def _read(memory, address):
    return _GIL.unpack(os.pread(memory, _GIL.size, address))


def _find(memory, folder):
    """The address of the lock and the offset of a thread's identifier; fails where they cannot be told for sure."""
    areas = list(_areas())
    known = os.path.join(folder, "gil-within-%x" % record.key_of(os.path.realpath(sys.executable)))
    before = _read_known(known)
    address = before and _absolute(before, areas)
    if address and _follows(memory, address, _ODD_INTERVALS):
        candidates = [address]
    else:
        candidates = [at for at in _scan(memory, areas) if _follows(memory, at, _ODD_INTERVALS)]
    (address,) = candidates
    offset = _identifier_offset(memory, address)
    if not before:
        _write_known(known, address, areas)
    return address, offset


def _areas():
    """Writable memory of the interpreter and its libraries: start, end, name and start of that file's first map.

    What has no name and follows such a map directly is the part of its variables that begin as zero.
    """
    bases = {}
    before = None
    with open("/proc/self/maps") as maps:
        for line in maps:
            words = line.split(None, 5)
            start, end = (int(word, 16) for word in words[0].split("-"))
            name = words[5].strip() if len(words) > 5 else ""
            if name.startswith("/"):
                bases.setdefault(name, start)
                before = (name, end)
            elif not name and before is not None and before[1] == start:
                name = before[0]
                before = (name, end)
            else:
                continue
            if "w" in words[1] and "python" in os.path.basename(name) and end - start <= _LARGEST_MAP:
                yield start, end, name, bases[name]


def _scan(memory, areas):
    """All places that hold the interval and look like that structure."""
    interval = _interval()
    pattern = _WORD.pack(interval)
    for start, end, _, _ in areas:
        content = os.pread(memory, end - start, start)
        at = content.find(pattern)
        while at >= 0:
            if at % 8 == 0 and at + _GIL.size <= len(content):
                _, holder, locked, _, _ = _GIL.unpack_from(content, at)
                if locked in (0, 1) and holder:  # 0: whoever reads has let go of it to do so
                    yield start + at
            at = content.find(pattern, at + 1)


def _interval():
    return round(sys.getswitchinterval() * 1e6)


def _set_interval(microseconds):
    sys.setswitchinterval((microseconds + 0.5) / 1e6)  # it is cut, not rounded


def _follows(memory, address, intervals):
    """Whether what stands there is the interval, whatever that is set to."""
    before = _interval()
    try:
        for interval in intervals:
            _set_interval(interval)
            if _read(memory, address)[0] != interval:
                return False
        return True
    except (OSError, struct.error):
        return False
    finally:
        _set_interval(before)


def _identifier_offset(memory, address):
    """Where in the state of a thread its identifier stands."""
    state = os.pread(memory, _STATE_BYTES, _read(memory, address)[1])
    own = get_ident()
    for offset in range(0, len(state) - 7, 8):
        if _WORD.unpack_from(state, offset)[0] == own:
            return offset
    raise LookupError(own)


def _absolute(known, areas):
    name, offset = known
    for start, end, file, base in areas:
        if file == name and start <= base + offset < end:
            return base + offset
    return None


def _read_known(path):
    try:
        with open(path) as file:
            offset, _, name = file.read().rstrip("\n").partition(" ")
        return name, int(offset)
    except (OSError, ValueError):
        return None


def _write_known(path, address, areas):
    for start, end, name, base in areas:
        if start <= address < end:
            try:
                with open(path + ".%d" % os.getpid(), "w") as file:
                    file.write("%d %s\n" % (address - base, name))
                os.replace(path + ".%d" % os.getpid(), path)
            except OSError:
                pass  # the next process searches, too
