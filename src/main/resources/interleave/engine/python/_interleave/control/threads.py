"""threading.Thread: started, ended, joined; and the main thread's wait for the others."""

import sys

from _interleave.hooking import replace, wrap

from .. import frames, previews
from . import failures, scheduler, strands, things


def patch(module):
    """Patches the class of threads, and what the interpreter calls at the end of the main thread."""
    thread = module.Thread
    wrap(thread, "start", _start, bare=True)
    wrap(thread, "_bootstrap_inner", _bootstrap, bare=True)
    wrap(thread, "join", _join, bare=True)
    wrap(thread, "is_alive", _is_alive, bare=True)
    if hasattr(thread, "isAlive"):
        wrap(thread, "isAlive", _is_alive, bare=True)
    replace(thread, "__hash__", strands.hash_of)  # pools join a set of them
    replace(module, "_shutdown", _shutdown(module))


def patch_above(module):
    """Puts the point before a start."""
    wrap(module.Thread, "start", _before_start, bare=True)


def _before_start(original):
    def start(self):
        me = scheduler.current()
        if me is None or not getattr(self, "_initialized", True) or self._started.is_set():
            return original(self)
        name = self._name if type(self._name) is str else previews.preview(self._name)
        known = self._interleave_control = scheduler.born(me, name, bool(self._daemonic))
        scheduler.point(me, "start", _number(known), name, None, None, None, things.place())
        try:
            return original(self)
        except BaseException:
            del self._interleave_control
            scheduler.unborn(me, known)
            raise

    return start


def _controlled(thread):
    return thread.__dict__.get("_interleave_control")


def _number(known):
    return things.number_of(known, "thread", known.id)


def _start(original):
    def start(self):
        me = scheduler.current()
        known = _controlled(self)
        if me is None or known is None or self._started.is_set():
            return original(self)
        started = self._started

        def set_and_wait():
            """The new thread is there, and waits for its turn before it calls anything of the program's."""
            del started.set, started.wait
            started.set()
            scheduler.bind(known)

        started.set = set_and_wait
        started.wait = lambda: None  # it is waited for below
        scheduler.aside(me)
        try:
            original(self)
        finally:
            scheduler.back(me)
        scheduler.let_begin(me, known)

    return start


def _bootstrap(original):
    def _bootstrap_inner(self):
        known = _controlled(self)
        if known is None:
            return original(self)
        failures.watch(self, known)
        try:
            return original(self)
        finally:
            scheduler.ended(known)

    return _bootstrap_inner


def _join(original):
    def join(self, timeout=None):
        me = scheduler.current()
        known = _controlled(self)
        if me is None or known is None or known is me or not self._started.is_set():
            return original(self, timeout)
        place = things.place()
        seconds = timeout if timeout is None or type(timeout) in (int, float) else float(timeout)
        if not scheduler.point(me, "join", _number(known), known.id, _has_ended(known), seconds, None, place):
            return None
        scheduler.has_seen_end(me, known)
        return original(self)  # what is left of it does not wait for anybody

    return join


def _is_alive(original):
    def is_alive(self):
        me = scheduler.current()
        known = _controlled(self)
        if me is None or known is None or frames.is_ours(sys._getframe(1).f_code):
            return original(self)
        scheduler.point(me, "read", _number(known), "is_alive", None, None, None, things.place())
        return not known.ended

    return is_alive


def _shutdown(module):
    original = module._shutdown

    def _shutdown():
        me = scheduler.current()
        if me is not None:
            last = getattr(module, "_threading_atexits", None)
            while last:
                last.pop()()
            wait_for_the_others(me)
        return original() if me is None or things.is_recorded() else None

    return _shutdown


def wait_for_the_others(me):
    """The main thread is done, and waits for those that are no daemons; then all ends."""
    join_the_others(me)
    if scheduler.others_live(me):  # daemons, which may do something more before
        scheduler.point(me, "other", 0, "end")


def join_the_others(me):
    """Waits for those that are no daemons, one after the other."""
    other = scheduler.waited_for(me)
    while other is not None:
        scheduler.point(me, "join", _number(other), other.id, _has_ended(other))
        scheduler.has_seen_end(me, other)
        other = scheduler.waited_for(me)


def _has_ended(thread):
    return lambda: thread.ended
