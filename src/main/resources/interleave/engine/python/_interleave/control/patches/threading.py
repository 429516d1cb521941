"""Threads, and what the library makes of locks and conditions."""

from _interleave.control import conditions, locks, meetings, threads
from _interleave.hooking import replace


def patch(module):
    """Patches the classes."""
    replace(module, "Lock", locks.Lock)
    replace(module, "_CRLock", locks.RLock)
    if hasattr(module, "_allocate_lock"):
        replace(module, "_allocate_lock", locks.Lock)
    if hasattr(module, "_time"):
        replace(module, "_time", _monotonic)
    threads.patch(module)
    conditions.patch(module)
    meetings.patch(module)


def _monotonic():
    import time

    return time.monotonic()
