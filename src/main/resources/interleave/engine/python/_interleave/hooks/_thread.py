"""Locks, thread-local variables and threads of the module below threading."""

from .. import budget, raw_threads, sums
from ..hooking import replace, wrap
from ..locals import local
from ..locks import Lock, RLock


def patch(module):
    """Replaces the types, which cannot be patched."""
    for name in ("allocate_lock", "allocate", "LockType"):
        if hasattr(module, name):
            replace(module, name, Lock)
    # Also where it is not there: the factory is pickled by its name, as in the registry of a manager.
    replace(module, "lock", Lock)
    replace(module, "RLock", RLock)
    replace(module, "_local", local)
    for name in ("start_new_thread", "start_new"):
        wrap(module, name, raw_threads.starter)
    budget.when_scarce(sums.begin)
