"""Conditions, events and barriers that processes share: who waits there, and who lets whom go on."""

from sys import maxsize

from _interleave import creation, frames, hooking, levels, limits, names, record
from _interleave.kinds import (ARRIVED, NOTIFY, SYNC_STATE, SYNC_WAIT_BEGIN, SYNC_WAIT_END, WAIT_BEGIN, WAIT_END, Flag,
                               Type)
from _interleave.process_locks import define, name_of, site_of_call, thing_of, watch

event = record.event

_ways_of_condition = set()
_ways_of_event = set()
_ways_of_barrier = set()
# An event is a latch of one, which can be closed again.
_CLOSED = 1 | 1 << 32


class _Code:
    """Of functions of the library by which the program waits."""

    wait_for = None


def patch(module):
    """Watches what is made of semaphores."""
    _Code.wait_for = module.Condition.wait_for.__code__
    _patch_condition(module)
    _patch_event(module)
    _patch_barrier(module)


def _thing(made_of, kind, name):
    made = name_of(made_of)
    return record.object_id(kind, record.key_of(made) if made else 0, name)


# Conditions


def _patch_condition(module):
    condition = module.Condition
    _ways_of_condition.update(creation.codes(condition, "__init__"))
    _ways_of_condition.update(creation.codes(module.context.BaseContext, "Condition"))
    hooking.wrap(condition, "__init__", _condition_init)
    hooking.replace(condition, "__enter__", hooking.look_like(_condition_enter, condition.__enter__))
    hooking.replace(condition, "__exit__", hooking.look_like(_condition_exit, condition.__exit__))
    hooking.wrap(condition, "wait", _condition_wait)
    hooking.wrap(condition, "notify", _notify)
    hooking.wrap(condition, "notify_all", _notify_all)


def _condition_init(original):
    def __init__(self, lock=None, *, ctx):
        frame = creation.maker(_ways_of_condition)
        original(self, lock, ctx=ctx)
        if frame is not None:
            name = names.name_of(frame, "Condition")
            self._interleave = _define_condition(self, name)
            if lock is None:
                watch(self._lock)
                self._make_methods()
                define(self._lock, name)

    return __init__


def _define_condition(condition, name):
    return _thing(condition._wait_semaphore, Type.CONDITION, name)


def _condition_of(condition):
    thing = getattr(condition, "_interleave", 0)
    if not thing:
        thing = condition._interleave = _define_condition(condition, "")
    return thing


def _condition_enter(self):
    traced = self._lock._interleave_traced
    return self._lock.__enter__() if traced is None else traced.take(site_of_call(1), True, None)


def _condition_exit(self, *_):
    traced = self._lock._interleave_traced
    return self._lock.__exit__(*_) if traced is None else traced.give(site_of_call(1))


def _condition_wait(original):
    def wait(self, timeout=None):
        site = frames.site()
        if not site and frames.caller().f_code is _Code.wait_for:
            site = frames.site(2)
        if not site or not self._lock._semlock._is_mine():
            return original(self, timeout)
        lock, condition = thing_of(self._lock), _condition_of(self)
        longest = int(timeout * 1e6) if type(timeout) in (int, float) and 0 < timeout < 4000 else 0
        event(WAIT_BEGIN, 0, lock, site, condition | longest << 32)
        flags = Flag.INTERRUPTED
        try:
            notified = original(self, timeout)
            flags = 0 if notified else Flag.TIMED_OUT
            return notified
        finally:
            event(WAIT_END, flags, lock, site, condition)

    return wait


def _notify(original):
    def notify(self, n=1):
        site = frames.site()
        if site:
            event(NOTIFY, Flag.ALL if n == maxsize else 0, thing_of(self._lock), site, _condition_of(self))
        return original(self, n)

    return notify


def _notify_all(original):
    def notify_all(self):
        site = frames.site()
        if site:
            event(NOTIFY, Flag.ALL, thing_of(self._lock), site, _condition_of(self))
        return original(self)

    return notify_all


# Events


def _patch_event(module):
    _ways_of_event.update(creation.codes(module.Event, "__init__"))
    _ways_of_event.update(creation.codes(module.context.BaseContext, "Event"))
    hooking.wrap(module.Event, "__init__", _event_init)
    hooking.wrap(module.Event, "set", _event_set)
    hooking.wrap(module.Event, "clear", _event_clear)
    hooking.wrap(module.Event, "wait", _event_wait)


def _event_init(original):
    def __init__(self, *, ctx):
        frame = creation.maker(_ways_of_event)
        original(self, ctx=ctx)
        if frame is not None:
            event(SYNC_STATE, 0, _define_event(self, names.name_of(frame, "Event")), 0, _CLOSED)

    return __init__


def _define_event(self, name):
    # Kept at its semaphore: what the event itself has goes along to other processes, where that number means another.
    thing = self._flag._interleave = _thing(self._flag, Type.LATCH, name)
    return thing


def _event_of(self):
    return getattr(self._flag, "_interleave", 0) or _define_event(self, "")


def _is_set(self):
    return not self._flag._semlock._is_zero()


def _event_set(original):
    def set(self):
        site = frames.site()
        if site and not _is_set(self):
            event(ARRIVED, 0, _event_of(self), site, 0)
        return original(self)

    return set


def _event_clear(original):
    def clear(self):
        site = frames.site()
        was_set = _is_set(self)
        original(self)
        if site and was_set:
            event(SYNC_STATE, 0, _event_of(self), site, _CLOSED)

    return clear


def _event_wait(original):
    def wait(self, timeout=None):
        site = frames.site()
        if not site or _is_set(self):
            return original(self, timeout)
        thing = _event_of(self)
        limits.say(thing, timeout)
        event(SYNC_WAIT_BEGIN, 0, thing, site, 0)
        flags = Flag.INTERRUPTED
        try:
            came = original(self, timeout)
            flags = 0 if came else Flag.TIMED_OUT
            return came
        finally:
            event(SYNC_WAIT_END, flags, thing, site, 0)

    return wait


# Barriers: they wait as those of threading do


def _patch_barrier(module):
    _ways_of_barrier.update(creation.codes(module.Barrier, "__init__"))
    _ways_of_barrier.update(creation.codes(module.context.BaseContext, "Barrier"))
    hooking.wrap(module.Barrier, "__init__", _barrier_init)
    hooking.wrap(module.Barrier, "__setstate__", _barrier_setstate)


def _barrier_init(original):
    def __init__(self, parties, *args, **named):
        frame = creation.maker(_ways_of_barrier)
        original(self, parties, *args, **named)
        if frame is not None:
            self._interleave = _thing(self._cond._wait_semaphore, Type.BARRIER, names.name_of(frame, "Barrier"))
            event(SYNC_STATE, 0, self._interleave, frames.site_of(frame), levels.packed(0, self._parties) or 0)

    return __init__


def _barrier_setstate(original):
    def __setstate__(self, state):
        original(self, state)
        if frames.caller().f_code not in _ways_of_barrier:  # it comes from another process
            self._interleave = _thing(self._cond._wait_semaphore, Type.BARRIER, "")

    return __setstate__
