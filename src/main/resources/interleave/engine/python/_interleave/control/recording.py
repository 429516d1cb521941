"""Where the tracer records a program under control: what it cannot tell itself, since nothing under control waits really.

A thread that stands and could not go on waits, and says so before it stands on.
"""

from _thread import get_ident

from .. import frames, locks, record, rlocks
from ..kinds import CHOICE, LOCK_ABANDONED, LOCK_REQUEST, STATE_TOLD, Flag
from . import scheduler, things

_NO_LIMIT = -1

# States of threads as the system would tell them.
_RUNNING = 1
_READY = 2


class Wait:
    """What is recorded where a thread has to wait: called by the thread itself, once."""

    __slots__ = ("thing", "begin", "end", "value", "site", "told")

    def __init__(self, thing, begin, end, value):
        self.thing = thing
        self.begin = begin
        self.end = end
        self.value = value
        self.site = frames.user_site()
        self.told = False

    def __call__(self):
        self.told = True
        record.event(self.begin, 0, self.thing, self.site, self.value)


def of_wait(thing, begin, end, value):
    """The wait for a thing that the tracer knows; None where nothing is recorded."""
    number = _known(thing)
    return Wait(number, begin, end, value) if number else None


def of_request(thing, begin):
    """The same where the tracer tells the end."""
    return of_wait(thing, begin, 0, 0)


def _known(thing):
    if not things.is_recorded():
        return 0
    number = getattr(thing, "_interleave", 0)
    return getattr(number, "id", number)


def timed_out(wait):
    """Its time was over before."""
    if wait and wait.told:
        record.event(wait.end, Flag.TIMED_OUT, wait.thing, wait.site, 0)


def number(lock):
    """The number of a lock that is recorded."""
    return things.number_of(lock, "lock", lambda: record.name_of(lock._interleave_id))


def begin():
    """Puts points before what is done to locks that are recorded, and tells each step."""
    for kind in (locks.Lock, rlocks.RLock):
        _control(kind, kind is rlocks.RLock)


def chosen(number, able):
    """The calling thread was chosen for the step of that number, out of so many."""
    record.event(CHOICE, 0, 0, frames.user_site(), number | able << 32)
    record.event(STATE_TOLD, _RUNNING, 0, 0, 0)


def stands():
    """The calling thread stands before its next operation, and is not the one that goes on."""
    record.event(STATE_TOLD, _READY, 0, 0, 0)


def _control(kind, again):
    take = kind.acquire
    give = kind.release

    def acquire(self, blocking=True, timeout=_NO_LIMIT):
        me = scheduler.current()
        if me is None or again and self._interleave_by == get_ident() or not scheduler.is_plain(blocking, timeout):
            return take(self, blocking, timeout)
        if not blocking or timeout == 0:
            scheduler.point(me, "trylock", number(self), "", None, None, None, things.place())
            got = take(self, blocking, timeout)
            scheduler.did(me, "got" if got else "not got")
            return got
        wait = Wait(self._interleave_id, LOCK_REQUEST, LOCK_ABANDONED, 0)
        seconds = None if timeout < 0 else timeout
        if not scheduler.point(me, "lock", number(self), "", lambda: not self._interleave_by, seconds, None,
                               things.place(), wait):
            timed_out(wait)
            return False
        return take(self)

    def release(self):
        me = scheduler.current()
        holder = self._interleave_by
        if me is not None and holder and not (again and (self._interleave_depth or holder != get_ident())):
            scheduler.point(me, "unlock", number(self), "", None, None, None, things.place())
        give(self)

    def leave(self, *_):
        release(self)

    kind.acquire = kind.__enter__ = acquire
    kind.release = release
    kind.__exit__ = leave
    if hasattr(kind, "acquire_lock"):
        kind.acquire_lock = acquire
        kind.release_lock = release
