"""Locks, thread-local variables and threads of the module below threading."""


import sys

from _interleave import budget, disguise, frames, library_locks, previews, record, sums, threads
from _interleave.hooking import replace, wrap
from _interleave.kinds import THREAD_BEGIN, THREAD_CREATED, THREAD_STARTED
from _interleave.locals import local
from _interleave.locks import Lock
from _interleave.rlocks import RLock


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
        wrap(module, name, _start)
    budget.when_scarce(sums.begin)
    library_locks.begin()


def _start(original):
    """Threads of the program's; those that the library starts have hooks of their own."""

    def start_new_thread(function, args, *kwargs):
        frame = frames.caller()
        if not frames.is_user(frame.f_code) or not callable(function) or not isinstance(args, tuple):
            return original(function, args, *kwargs)
        number = record.new_thread_id()
        name = "%s %d" % (previews.preview_name(function), number)
        site = frames.site_of(frame)
        record.event(THREAD_CREATED, 0, 0, site, number)
        record.define_thread(number, 0, 0, name)
        record.event(THREAD_STARTED, 0, 0, site, number)
        return original(_Body(function, number, name), args, *kwargs)

    return start_new_thread


class _Body:
    """What the thread runs. Of an exception within it the interpreter says that it was in the program's function."""

    __slots__ = ("function", "number", "name")

    def __init__(self, function, number, name):
        self.function = function
        self.number = number
        self.name = name

    def __call__(self, *arguments, **named):
        record.bind_thread(self.number, self.name, 0)
        record.event(THREAD_BEGIN, 0, 0, 0, 0)
        failure = []
        try:
            return self.function(*arguments, **named)
        except BaseException as error:
            if not isinstance(error, SystemExit):
                failure.append(previews.failure(error))
                sys.unraisablehook = _Shown(error, self.function)
            raise
        finally:
            threads.end(self.number, failure)

    def __repr__(self):
        return repr(self.function)


class _Shown:
    """What ends a thread of this kind the interpreter shows by its hook, which is called next: there we have no part."""

    __slots__ = ("error", "function", "show")

    def __init__(self, error, function):
        self.error = error
        self.function = function
        self.show = sys.unraisablehook

    def __call__(self, told):
        if self.error is not None and told.exc_value is self.error:
            told = _without_us(told, self.function)
            self.error = self.function = None
            if sys.unraisablehook is self:
                sys.unraisablehook = self.show
        self.show(told)


def _without_us(told, function):
    """The same without our frame, and of the program's function."""
    try:
        kind, value, traceback, message, thing = told
        while traceback is not None and disguise.is_ours(traceback.tb_frame):
            traceback = traceback.tb_next
        disguise.clean(traceback)
        return type(told)((kind, value, traceback, message, function if type(thing) is _Body else thing))
    except Exception:
        return told
