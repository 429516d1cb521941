"""Waits for what the system brings: at sockets, pipes and for the end of processes.

Whether one could go on is asked of the system. So where both ends are of the program, a run is controlled as well; and
where nobody can go on, one waits for the other end, for a while.
"""

import os
import stat
import sys
from select import select

from .. import frames
from . import scheduler, strands, things


def me():
    """The calling thread, where others may see what it does; None where that is our own affair."""
    known = strands.current()
    if known is None or not scheduler.others_live(known) or frames.is_ours(sys._getframe(2).f_code):
        return None
    return known


def is_of_library():
    """Whether a module of the library calls that keeps its pipes to itself."""
    return things.module_of(sys._getframe(2)) in things.INNER


def sockets():
    """The number of all sockets together: what is written to one is read from another, and nobody knows which."""
    return things.only("connection", "sockets")


def of_descriptor(descriptor):
    """The number of what lies behind a descriptor that one may have to wait at; 0 for any other."""
    try:
        found = os.fstat(descriptor)
    except (OSError, TypeError, OverflowError):
        return 0
    if stat.S_ISSOCK(found.st_mode):
        return sockets()
    # Both ends of a pipe have one number in the system.
    return things.only("pipe", "pipe %d", found.st_ino) if stat.S_ISFIFO(found.st_mode) else 0


def is_ready(descriptor, writes=False):
    """Whether something is there to be read, or its end; or whether there is room."""
    try:
        one = [descriptor]
        readable, writable, _ = select([] if writes else one, one if writes else [], [], 0)
        return bool(readable or writable)
    except (OSError, ValueError):
        return True  # which the call itself says


def stand(known, operation, thing, detail="", enabled=None, seconds=None):
    """Stands before an operation whose end may come from outside; False where the time was over."""
    return scheduler.point(known, operation, thing, detail, enabled, seconds, None, things.place(), None, True)
