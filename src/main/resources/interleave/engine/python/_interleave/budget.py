"""How many bytes the segments of a run may take together: a file that all its processes share, see format.md."""

import _thread
import os
import struct
import sys
from _thread import get_ident

try:
    import fcntl
except ImportError:  # Windows: what several processes take at the same moment may be counted once
    fcntl = None

_NUMBERS = struct.Struct("<qq")
# The library's own, before it is wrapped.
_lock = _thread.allocate_lock
# A segment takes so great a part of what is left at most: else two busy threads leave nothing for who comes later.
_SHARES = 8
# Seconds. A turn takes microseconds.
_LONGEST_TURN = 1


class _Spent:
    """How much of the budget was in use when this process took of it last."""

    part = 0.0
    listeners = []


def when_scarce(listener):
    """Has that called once, when half of the budget is used up."""
    _Spent.listeners.append(listener)


def nearly_spent():
    """Whether three quarters are."""
    return _Spent.part > 0.75


def _note(part):
    _Spent.part = part
    while part > 0.5 and _Spent.listeners:
        # Called before it is forgotten: a copy of the process may be made in between, and has to know too.
        _Spent.listeners[-1]()
        _Spent.listeners.pop()


class Budget:
    """Cap and use, changed under a POSIX lock of the whole file."""

    def __init__(self, folder):
        self.path = os.path.join(folder, "budget")
        # A process loses its POSIX lock when any of its threads closes the file, so they take turns first.
        self.turn = _lock()
        self.by = 0
        self.owed = 0

    def take(self, most, least):
        """Takes a share of what is left, in multiples of the least that is of use; returns its bytes, 0 for none."""

        def share(left):
            return min(most, max(least, left // _SHARES // least * least)) if left >= least else 0

        return self._change(share)

    def give_back(self, size):
        """What was taken could not be used."""
        self._change(lambda _: -size)

    def _change(self, by):
        if self._is_interrupted():  # what a signal handler takes in the middle of this is written down next time
            size = by(1 << 62)
            self.owed += size
            return size
        turn = self.turn
        if not turn.acquire(True, _LONGEST_TURN):
            # An exception out of a signal handler, just before its release, left it taken for good.
            turn = self.turn = _lock()
            turn.acquire()
        try:
            self.by = get_ident()
            try:
                file = os.open(self.path, os.O_RDWR | getattr(os, "O_CLOEXEC", 0))
            except OSError:
                return 0  # the recording is gone
            try:
                if fcntl is not None:
                    fcntl.lockf(file, fcntl.LOCK_EX)
                cap, used = _NUMBERS.unpack(os.read(file, _NUMBERS.size))
                owed, self.owed = self.owed, 0
                used += owed
                size = by(cap - used)
                if size or owed:
                    os.lseek(file, 0, os.SEEK_SET)
                    os.write(file, _NUMBERS.pack(cap, used + size))
                # Who gets nothing knows by that how scarce room is.
                _note((used + size) / max(1, cap) if size else 1.0)
                return size
            except (OSError, struct.error):
                return 0
            finally:
                os.close(file)
        finally:
            self.by = 0
            turn.release()

    def _is_interrupted(self):
        """Whether this thread is in the middle of a change already, and no exception took it out before it said so."""
        if self.by != get_ident():
            return False
        frame = sys._getframe(2)
        while frame is not None and frame.f_code is not Budget._change.__code__:
            frame = frame.f_back
        return frame is not None
