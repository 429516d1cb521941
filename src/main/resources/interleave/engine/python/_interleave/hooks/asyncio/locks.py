"""Locks, conditions, semaphores, events and barriers of asyncio: tasks hold them and wait for them.

Only those that the program makes are recorded, not those that asyncio makes for itself.
"""

from _thread import get_ident
from _interleave.clock import monotonic_ns

from _interleave import frames, hooking, levels, loops, names, record
from _interleave.kinds import (ARRIVED, LOCK_ABANDONED, LOCK_ACQUIRED, LOCK_RELEASED, LOCK_REQUEST, NOTIFY,
                               PERMIT_ACQUIRED, PERMIT_RELEASED, SYNC_STATE, SYNC_WAIT_BEGIN, SYNC_WAIT_END, WAIT_BEGIN,
                               WAIT_END, Flag, Type)
from _interleave.known import Known
from _interleave.makers import maker

# The objects of what the program made.
_made = Known()
# The lanes of tasks that wait at a condition: what they do with its lock is part of that.
_at_conditions = set()
# By the number of a lock: the lane that has it.
_holders = {}
# By thread: how often permits were given back by the library's own function.
_given = {}
_watched = set()


def patch(module):
    """Methods are replaced, so that subclasses of the program's have them, too."""
    for name, kind, see in (("Lock", Type.OPEN_LOCK, None), ("Condition", Type.CONDITION, _lock_of_condition),
                            ("Semaphore", Type.SEMAPHORE, _permits), ("Event", Type.LATCH, _set_or_not),
                            ("Barrier", Type.BARRIER, _parties)):
        owner = vars(module).get(name)
        if owner is not None:
            hooking.wrap(owner, "__init__", _made_by(name, kind, see))
    hooking.wrap(module.Lock, "acquire", _acquire)
    hooking.wrap(module.Lock, "release", _release)
    hooking.wrap(module.Condition, "wait", _await_notification)
    hooking.wrap(module.Condition, "notify", _notify)
    hooking.wrap(module.Semaphore, "acquire", _take_permit)
    hooking.wrap(module.Semaphore, "release", _give_permit)
    hooking.wrap(module.Event, "wait", _wait_for_event)
    hooking.wrap(module.Event, "set", _set)
    hooking.wrap(module.Event, "clear", _clear)
    if hasattr(module, "Barrier"):
        hooking.wrap(module.Barrier, "wait", _meet)


def _made_by(name, kind, see):
    def make(original):
        def __init__(self, *arguments, **named):
            original(self, *arguments, **named)
            frame = maker(frames.caller(), self)
            if frame is not None and _made.get(self) is None:
                called = names.name_of(frame, "asyncio." + name)
                number = record.object_id(kind, 0, called)
                _made.put(self, number)
                if see is not None:
                    see(self, number, called)

        return __init__

    return make


def _lock_of_condition(condition, _, called):
    """A condition that was given no lock has one of its own."""
    lock = condition._lock
    if _made.get(lock) is None:
        _made.put(lock, record.object_id(Type.OPEN_LOCK, 0, called))


def _permits(semaphore, number, _):
    _tell(number, semaphore._value, semaphore._value)
    _watch_own(type(semaphore))


def _set_or_not(event, number, _):
    loops.event(SYNC_STATE, 0, number, 0, 1 << 32 | (not event._value))


def _parties(barrier, number, _):
    _tell(number, 0, barrier._parties)


def _tell(number, now, total):
    state = levels.packed(now, total)
    if state is not None:
        loops.event(SYNC_STATE, 0, number, 0, state)


def _acquire(original):
    async def acquire(self):
        lock = _made.get(self)
        lane = loops.current()
        if lock is None or lane in _at_conditions:
            return await original(self)
        site = frames.user_site()
        began = monotonic_ns()
        waits = self._locked or self._waiters
        if waits:
            record.event_as(lane, LOCK_REQUEST, 0, lock, site, 0)
        try:
            result = await original(self)
        except BaseException:
            record.event_as(lane, LOCK_ABANDONED, Flag.INTERRUPTED, lock, site, 0)
            raise
        _holders[lock] = lane
        record.event_as(lane, LOCK_ACQUIRED, 0, lock, site, monotonic_ns() - began if waits else 0)
        return result

    return acquire


def _release(original):
    def release(self):
        lock = _made.get(self)
        lane = loops.current()
        if lock is not None and self._locked and lane not in _at_conditions:
            # Any task may give it back, and also a callback of the loop.
            holder = _holders.pop(lock, lane)
            record.event_as(holder, LOCK_RELEASED, Flag.ON_BEHALF if holder != lane else 0, lock, frames.user_site(), 0)
        original(self)

    return release


def _await_notification(original):
    async def wait(self):
        condition = _made.get(self)
        lock = _made.get(self._lock)
        lane = loops.current()
        if condition is None or lock is None or not self._lock._locked:
            return await original(self)
        site = frames.user_site()
        record.event_as(lane, WAIT_BEGIN, 0, lock, site, condition)
        _at_conditions.add(lane)
        flags = Flag.INTERRUPTED
        try:
            result = await original(self)
            flags = 0
            return result
        finally:
            _at_conditions.discard(lane)
            record.event_as(lane, WAIT_END, flags, lock, site, condition)

    return wait


def _notify(original):
    def notify(self, n=1):
        condition = _made.get(self)
        lock = _made.get(self._lock)
        if condition is not None and lock is not None and self._lock._locked:
            everybody = type(n) is int and n >= len(self._waiters) > 1
            loops.event(NOTIFY, Flag.ALL if everybody else 0, lock, frames.user_site(), condition)
        original(self, n)

    return notify


def _take_permit(original):
    async def acquire(self):
        semaphore = _made.get(self)
        if semaphore is None:
            return await original(self)
        lane = loops.current()
        site = frames.user_site()
        if self._value <= 0 or self._waiters:
            record.event_as(lane, SYNC_WAIT_BEGIN, 0, semaphore, site, 1)
        try:
            result = await original(self)
        except BaseException:
            record.event_as(lane, SYNC_WAIT_END, Flag.INTERRUPTED, semaphore, site, 0)
            raise
        record.event_as(lane, PERMIT_ACQUIRED, 0, semaphore, site, 1)
        return result

    return acquire


def _give_permit(original):
    def release(self):
        semaphore = _made.get(self)
        bound = getattr(self, "_bound_value", None)
        if semaphore is not None and (bound is None or self._value < bound):
            loops.event(PERMIT_RELEASED, 0, semaphore, frames.user_site(), 1)
        _given[get_ident()] = _given.get(get_ident(), 0) + 1
        original(self)

    return release


def _watch_own(kind):
    """A class of the program's own may give permits back in a way of its own."""
    for each in kind.__mro__:
        if each.__module__ == "asyncio.locks":
            break
        if "release" in vars(each) and each not in _watched:
            _watched.add(each)
            hooking.wrap(each, "release", _give_own_way)


def _give_own_way(original):
    def release(self, *arguments, **named):
        me = get_ident()
        before, done, given = self._value, _woken(self), _given.get(me, 0)
        result = original(self, *arguments, **named)
        semaphore = _made.get(self)
        permits = self._value - before or _woken(self) - done
        if semaphore is not None and given == _given.get(me, 0) and type(permits) is int and permits > 0:
            loops.event(PERMIT_RELEASED, 0, semaphore, frames.user_site(), permits)
        return result

    return release


def _woken(semaphore):
    return sum(each.done() for each in semaphore._waiters or ())


def _wait_for_event(original):
    async def wait(self):
        event = _made.get(self)
        if event is None or self._value:
            return await original(self)
        lane = loops.current()
        site = frames.user_site()
        record.event_as(lane, SYNC_WAIT_BEGIN, 0, event, site, 0)
        flags = Flag.INTERRUPTED
        try:
            result = await original(self)
            flags = 0
            return result
        finally:
            record.event_as(lane, SYNC_WAIT_END, flags, event, site, 0)

    return wait


def _set(original):
    def set(self):
        event = _made.get(self)
        if event is not None and not self._value:
            loops.event(ARRIVED, 0, event, frames.user_site(), 0)
        original(self)

    return set


def _clear(original):
    def clear(self):
        event = _made.get(self)
        was = self._value
        original(self)
        if event is not None and was:
            loops.event(SYNC_STATE, 0, event, frames.user_site(), 1 << 32 | 1)

    return clear


def _meet(original):
    async def wait(self):
        barrier = _made.get(self)
        if barrier is None:
            return await original(self)
        lane = loops.current()
        site = frames.user_site()
        to_come = self._parties - self._count - 1
        record.event_as(lane, ARRIVED, 0, barrier, site, 0)
        if to_come > 0:
            record.event_as(lane, SYNC_WAIT_BEGIN, 0, barrier, site, 0)
        flags = Flag.FAILED
        try:
            result = await original(self)
            flags = 0
            return result
        finally:
            record.event_as(lane, SYNC_WAIT_END, flags, barrier, site, to_come)

    return wait
