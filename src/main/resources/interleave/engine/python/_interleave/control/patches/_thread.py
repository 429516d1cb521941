"""Locks and threads of the module below threading."""

from _interleave.control import locks, scheduler, things
from _interleave.hooking import replace, wrap


def patch(module):
    """Replaces the types, which cannot be patched, and the ways to start a thread."""
    for name in ("allocate_lock", "allocate", "LockType", "lock"):
        if hasattr(module, name):
            replace(module, name, locks.Lock)
    replace(module, "RLock", locks.RLock)
    for name in ("start_new_thread", "start_new"):
        wrap(module, name, _start, bare=True)


def _start(original):
    def start_new_thread(function, args, *kwargs):
        me = scheduler.current()
        if me is None or things.of_library(function) or not callable(function) or not isinstance(args, tuple):
            return original(function, args, *kwargs)
        thread = scheduler.born(me, "", False)
        thread.daemon = True  # the interpreter waits for none of these
        number = things.number_of(thread, "thread", thread.id)
        scheduler.point(me, "start", number, thread.id, None, None, None, things.place())

        def body(*arguments, **named):
            scheduler.bind(thread)
            try:
                return function(*arguments, **named)
            finally:
                scheduler.ended(thread)

        try:
            ident = original(body, args, *kwargs)
        except BaseException:
            scheduler.unborn(me, thread)
            raise
        scheduler.let_begin(me, thread)
        return ident

    return start_new_thread
