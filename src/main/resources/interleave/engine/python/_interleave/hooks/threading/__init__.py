"""Threads, and all that they meet at."""

from _thread import LockType

from _interleave import locals, locks, rlocks
from _interleave.hooking import replace
from _interleave.hooks.threading import conditions, latches, semaphores, threads


def patch(module):
    """Patches the classes; what the module makes for itself stays as it is."""
    replace(module, "Lock", LockType)
    replace(module, "_CRLock", rlocks.RLock)
    replace(module, "local", locals.local)
    if hasattr(module, "_allocate_lock"):
        replace(module, "_allocate_lock", locks.allocate_lock)
    threads.patch(module)
    conditions.patch(module)
    semaphores.patch(module)
    latches.patch(module)
