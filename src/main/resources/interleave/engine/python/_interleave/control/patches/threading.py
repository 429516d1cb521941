"""Threads, and all that they meet at."""

from _interleave.control import conditions, locks, meetings, threads
from _interleave.hooking import replace


def patch(module):
    """Patches the classes."""
    replace(module, "Lock", locks.Lock)
    replace(module, "_CRLock", locks.RLock)
    if hasattr(module, "_allocate_lock"):
        replace(module, "_allocate_lock", locks.Lock)
    threads.patch(module)
    conditions.patch(module)
    meetings.patch(module)
