"""Whether a thread waits in native code, where it is not stopped and may stay: the system is asked.

A thread that waits for the interpreter's lock wakes up now and then to ask for it, and what a thread computes takes
time of a processor; who does neither between two looks waits for something else.
"""

import os
from os import O_RDONLY, close, read
from os import open as open_file
from time import monotonic

# How often one looks, and how long a thread may wait at a lock of native code before it is taken to wait there.
LOOKS = 0.05
_AT_A_LOCK = 1.0
_KNOWINGLY = 2.0
# Calls by which threads wait for locks, on x86-64 and on ARM.
_LOCK = {"x86_64": "202", "aarch64": "98"}.get(os.uname().machine if hasattr(os, "uname") else "", "")


class Looks:
    """What one thread saw of the one that runs, when it looked last."""

    __slots__ = ("steps", "seen", "since")

    def __init__(self):
        self.steps = -1
        self.seen = None
        self.since = 0.0

    def tell(self, native, steps, knowing=False):
        """Looks again; whether the thread waits. One that waits knowingly may do so for longer."""
        seen = _look(native)
        if seen is None or steps != self.steps or seen != self.seen:
            self.steps = steps
            self.seen = seen
            self.since = monotonic()
            return False
        return seen[0] != _LOCK and not knowing or monotonic() - self.since >= (_KNOWINGLY if knowing else _AT_A_LOCK)


def has_children():
    """Whether there are processes that this one has started and not seen the end of."""
    try:
        os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
    except (AttributeError, OSError):
        return False
    return True


def _look(native):
    """By which call a thread waits, and how long it has run; None where it runs or that cannot be told."""
    call = _read("/proc/self/task/%d/syscall" % native)
    if not call or call.startswith(b"running") or not _LOCK:
        return None
    ran = _read("/proc/self/task/%d/schedstat" % native)
    return (call.split(b" ", 1)[0].decode(), ran.split(b" ", 1)[0]) if ran else None


def _read(file):
    try:
        descriptor = open_file(file, O_RDONLY)
    except OSError:
        return b""
    try:
        return read(descriptor, 256)
    except OSError:
        return b""
    finally:
        close(descriptor)
