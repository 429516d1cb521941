"""How many bytes the segments of a run may take together: a file that all its processes share, see format.md."""

import _thread
import os
import struct

try:
    import fcntl
except ImportError:  # Windows: what several processes take at the same moment may be counted once
    fcntl = None

_NUMBERS = struct.Struct("<qq")


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
        _Spent.listeners.pop()()


class Budget:
    """Cap and use, changed under a POSIX lock of the whole file."""

    def __init__(self, folder):
        self.path = os.path.join(folder, "budget")
        # A process loses its POSIX lock when any of its threads closes the file, so they take turns first.
        self.turn = _thread.allocate_lock()

    def take(self, size):
        """Takes so many bytes of what is left; False when there are not so many."""
        with self.turn:
            try:
                file = os.open(self.path, os.O_RDWR | getattr(os, "O_CLOEXEC", 0))
            except OSError:
                return False  # the recording is gone
            try:
                if fcntl is not None:
                    fcntl.lockf(file, fcntl.LOCK_EX)
                cap, used = _NUMBERS.unpack(os.read(file, _NUMBERS.size))
                if used + size > cap:
                    return False
                os.lseek(file, 0, os.SEEK_SET)
                os.write(file, _NUMBERS.pack(cap, used + size))
                _note((used + size) / max(1, cap))
                return True
            except (OSError, struct.error):
                return False
            finally:
                os.close(file)
