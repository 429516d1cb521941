"""The holds of a lock summed up, when there are too many to be told one by one.

When half of what the recording may take is used up, each lock has an allowance of holds that are told in full as
before. From then on it is told, for each slice of time and each thread, how often the thread got the lock, how long it
held and waited for it in all, and its longest wait. A slice is 1/64 of the time since then and at least 20 ms, so that
their number grows with the logarithm of the time only. A wait that lasts is told as it is, and with it who holds the
lock: else a deadlock could not be seen.

What is summed up belongs to the lock, and only who holds the lock changes it.
"""

from _thread import get_ident
from .clock import monotonic_ns

from . import budget, limits, record
from .kinds import (DETAIL_ENDED, LOCK_ABANDONED, LOCK_ACQUIRED, LOCK_RELEASED, LOCK_REQUEST, SUM_HELD, SUM_OF_HOLDS,
                    SUM_WAITED, Flag)

_ALLOWANCE = 1000
# Of each lock that comes when three quarters are used up.
_SMALL_ALLOWANCE = 20
_SHORTEST_SLICE = 20_000_000
_SLICES = 64
# A wait may last so many seconds before it is told as it is, since it may be one that never ends.
_UNTOLD = 0.05
_U32 = 0xFFFF_FFFF

# Whether the room for holds in full has become scarce.
now = False
_all = []


def begin():
    """From now on holds are summed up, of the locks whose allowance is used up."""
    global now
    now = True
    record.at_fork(_renew)


def tell_all():
    """Tells what is not told yet."""
    for each in list(_all):
        each.tell(monotonic_ns())


def _renew():
    for each in _all:
        each.renew()
    _all.clear()


class _Part:
    """What one thread did with a lock in a slice."""

    __slots__ = ("thread", "holds", "contended", "held", "waited", "longest")

    def __init__(self, thread):
        self.thread = thread
        self.holds = self.contended = self.held = self.waited = self.longest = 0


class Sums:
    """What is told about a lock in place of its holds."""

    __slots__ = ("lock", "left", "parts", "began", "since", "until", "last", "told_for")

    def __init__(self, lock):
        self.lock = lock
        self.left = _SMALL_ALLOWANCE if budget.nearly_spent() else _ALLOWANCE
        self.told_for = 0
        self.began = 0
        self.renew()

    def renew(self):
        """A copy of the process begins without what this one summed up."""
        self.parts = {}
        self.since = self.until = self.last = self.began = 0

    def add(self, ident, held, waited, time):
        """A hold ended."""
        record.log().sum_up()
        if time >= self.until:
            self._next_slice(time, held)
        try:
            part = self.parts[ident]
        except KeyError:
            part = self.parts[ident] = _Part(record.thread_of(ident))
        part.holds += 1
        part.held += held
        if waited:
            part.contended += 1
            part.waited += waited
            if waited > part.longest:
                part.longest = waited
        self.last = time

    def _next_slice(self, time, held):
        if not self.began:
            _all.append(self)
            self.began = time - held
            record.event_at(DETAIL_ENDED, 0, self.lock, 0, 0, self.began)
        elif self.last:
            self.tell(self.last)
        self.since = time - held
        self.until = time + max(_SHORTEST_SLICE, (time - self.began) // _SLICES)

    def tell(self, time):
        """Tells what was summed up until that time."""
        parts, self.parts = self.parts, {}
        micros = max(0, time - self.since) // 1000 & _U32
        put = record.log().put
        for part in parts.values():
            waited = min(_U32, part.waited // 1000) | min(_U32, part.longest // 1000) << 32
            held = min(_U32, part.held // 1000) | part.contended << 32
            put(SUM_HELD, 0, self.lock, 0, held, time, part.thread)
            put(SUM_WAITED, 0, self.lock, 0, waited, time, part.thread)
            put(SUM_OF_HOLDS, 0, self.lock, 0, part.holds | micros << 32, time, part.thread)


def acquire(lock, site, put, timeout):
    """A waiting acquisition of a lock, when room has become scarce."""
    take = lock._interleave_raw.acquire
    if take(False):
        return acquired(lock, site, put, 0)
    began = monotonic_ns()
    if _in_full(lock, False):
        return lock._interleave_wait(site, put, timeout)
    short = _UNTOLD if timeout < 0 else min(timeout, _UNTOLD)
    if take(True, short):
        return acquired(lock, site, put, monotonic_ns() - began)
    if 0 <= timeout <= short:
        return False
    _tell_holder(lock, put, began)
    if timeout >= 0:
        limits.say(lock._interleave_id, timeout)
    put(LOCK_REQUEST, 0, lock._interleave_id, site, 0)
    try:
        taken = take(True, timeout if timeout < 0 else max(0, timeout - (monotonic_ns() - began) / 1e9))
    except BaseException as error:
        why = Flag.INTERRUPTED if isinstance(error, KeyboardInterrupt) else Flag.FAILED
        put(LOCK_ABANDONED, why, lock._interleave_id, site, 0)
        raise
    if not taken:
        put(LOCK_ABANDONED, Flag.TIMED_OUT, lock._interleave_id, site, 0)
        return False
    if lock._interleave_sums.told_for:  # it let go while we told that it had the lock
        put(LOCK_RELEASED, Flag.ON_BEHALF, lock._interleave_id, 0, 0, 0, lock._interleave_sums.told_for)
        lock._interleave_sums.told_for = 0
    lock._interleave_acquired(site, put, monotonic_ns() - began)
    return True


def _in_full(lock, counts=True):
    """Whether a hold is told as it is."""
    known = lock._interleave_sums
    if known is None:
        known = lock._interleave_sums = Sums(lock._interleave_id)
    if not known.left:
        return False
    known.left -= counts
    return True


def acquired(lock, site, put, waited):
    """The lock was got: to be told, or to be summed up when it is let go."""
    try:
        if _in_full(lock):
            lock._interleave_acquired(site, put, waited)
        else:
            lock._interleave_by = get_ident()
            lock._interleave_waited = waited
            if lock._interleave_since == ():
                lock._interleave_since = []
            lock._interleave_since.append(monotonic_ns())
    except BaseException:
        lock._interleave_raw.release()
        raise
    return True


def released(lock, site=0, put=None):
    """A hold that was not told ends, unless somebody who waits has told of it in this moment."""
    try:
        since = lock._interleave_since.pop()
    except IndexError:
        if put is not None:
            put(LOCK_RELEASED, 0, lock._interleave_id, site, 0)
        return
    time = monotonic_ns()
    lock._interleave_sums.add(lock._interleave_by, time - since, lock._interleave_waited, time)


def interrupt(lock):
    """A hold ends in a wait for a condition, and the one after it is told."""
    if lock._interleave_since:
        released(lock)


def _tell_holder(lock, put, began):
    """Somebody has the lock for long and was not told to."""
    holder = record.thread_of(lock._interleave_by)
    if holder:
        try:
            since = lock._interleave_since.pop()
        except (AttributeError, IndexError):
            return  # it is told already, or has just been let go
        lock._interleave_sums.told_for = holder
        put(LOCK_ACQUIRED, Flag.ON_BEHALF, lock._interleave_id, 0, 0, max(since, began), holder)
