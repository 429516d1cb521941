"""Locks and semaphores that processes share: by which name each was made, and for whom."""

from _thread import get_ident

from _interleave import creation, hooking, names
from _interleave.guards import silently
from _interleave.process_locks import WAYS, Classes, define, leave_alone, site_of_call, watch

# By thread: the name of the semaphore that it has made last.
_made = {}


def patch(module):
    """Watches semaphores."""
    lock = module.SemLock
    Classes.semaphore = module.Semaphore
    for each in (lock, module.Lock, module.RLock, module.Semaphore, module.BoundedSemaphore):
        WAYS.update(creation.codes(each, "__init__"))
    WAYS.update(creation.codes(module.context.BaseContext, "Lock", "RLock", "Semaphore", "BoundedSemaphore"))
    hooking.wrap(lock, "_make_name", _make_name)
    hooking.wrap(lock, "__init__", _init)
    hooking.wrap(lock, "__setstate__", _setstate)
    hooking.wrap(lock, "_make_methods", _make_methods)
    hooking.replace(lock, "__enter__", hooking.look_like(_enter, lock.__enter__))
    hooking.replace(lock, "__exit__", hooking.look_like(_exit, lock.__exit__))


def _make_name(original):
    def _make_name():
        name = _made[get_ident()] = original()
        return name

    return _make_name


def _init(original):
    def __init__(self, kind, value, maxvalue, *, ctx):
        original(self, kind, value, maxvalue, ctx=ctx)
        self._interleave_name = _made.pop(get_ident(), "")
        frame = creation.maker(WAYS)
        if frame is None:
            leave_alone(self)
        else:
            define(self, names.name_of(frame, type(self).__name__), value)

    return __init__


def _setstate(original):
    def __setstate__(self, state):
        original(self, state)
        self._interleave_name = state[3]

    return __setstate__


def _make_methods(original):
    def _make_methods(self):
        original(self)
        watch(self)

    return _make_methods


def _enter(self):
    traced = self._interleave_traced
    return self._semlock.__enter__() if traced is None else traced.take(silently(site_of_call, 1) or 0, True, None)


def _exit(self, *_):
    traced = self._interleave_traced
    return self._semlock.release() if traced is None else traced.give(silently(site_of_call, 1) or 0)
