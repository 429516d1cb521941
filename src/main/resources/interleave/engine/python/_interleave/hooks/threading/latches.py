"""threading.Event, told as a latch of one that can be closed again, and threading.Barrier."""

from _interleave.clock import monotonic_ns

from _interleave import frames, levels, limits, locks, names, record
from _interleave.hooking import wrap
from _interleave.hooks.threading import states
from _interleave.kinds import ARRIVED, SYNC_STATE, SYNC_WAIT_BEGIN, SYNC_WAIT_END, Flag, Type
from _interleave.makers import maker

_CLOSED = 1 << 32 | 1


def patch(module):
    """Patches both classes; what the library made is left alone, but for what a timer waits for."""
    _patch_event(module.Event)
    _patch_timer(module.Timer, module.Event)
    _patch_barrier(module.Barrier)


def _patch_event(event):
    def init(original):
        def __init__(self):
            original(self)
            frame = maker(frames.caller(), self)
            if frame is not None:
                _begin(self, names.name_of(frame, type(self).__name__))

        return __init__

    def wait(original):
        def wait(self, timeout=None):
            known = self.__dict__.get("_interleave")
            if known is None or self._flag:
                return original(self, timeout)
            if self._interleave_told != states.epoch:
                states.tell(self, 1)
            site = frames.user_site()
            limits.say(known, timeout)
            record.event(SYNC_WAIT_BEGIN, 0, known, site, 0)
            flags = 0
            try:
                opened = original(self, timeout)
                flags = 0 if opened else Flag.TIMED_OUT
                return opened
            except BaseException as error:
                flags = locks.abandons(error)
                raise
            finally:
                record.event(SYNC_WAIT_END, flags, known, site, 0)

        return wait

    def set_flag(original):
        def set(self):
            known = self.__dict__.get("_interleave")
            if known is not None and not self._flag:
                if self._interleave_told != states.epoch:
                    states.tell(self, 1)
                record.event(ARRIVED, 0, known, frames.user_site(), 0)
            return original(self)

        return set

    def clear(original):
        def clear(self):
            known = self.__dict__.get("_interleave")
            if known is not None and self._flag:
                record.event(SYNC_STATE, 0, known, frames.user_site(), _CLOSED)
            return original(self)

        return clear

    wrap(event, "__init__", init)
    wrap(event, "wait", wait)
    wrap(event, "set", set_flag)
    wrap(event, "clear", clear)


def _begin(event, name):
    event._interleave = record.object_id(Type.LATCH, 0, name)
    states.begins(event, 1)


def _patch_timer(timer, event):
    def init(original):
        def __init__(self, *arguments, **named):
            original(self, *arguments, **named)
            frame = maker(frames.caller(), self)
            # Another package may have put an event of its own in place of the library's.
            if frame is not None and isinstance(self.finished, event):
                _begin(self.finished, names.name_of(frame, "Timer") + ".finished")

        return __init__

    wrap(timer, "__init__", init)


def _patch_barrier(barrier):
    def init(original):
        def __init__(self, parties, action=None, timeout=None):
            original(self, parties, action, timeout)
            frame = maker(frames.caller(), self)
            if frame is not None:
                self._interleave = record.object_id(Type.BARRIER, 0, names.name_of(frame, type(self).__name__))
                states.begins(self, parties)

        return __init__

    def wait(original):
        def wait(self, timeout=None):
            known = self.__dict__.get("_interleave")
            return original(self, timeout) if known is None else _meet(original, self, timeout, known)

        return wait

    def reset(original):
        def reset(self):
            known = self.__dict__.get("_interleave")
            if known is not None:
                record.event(SYNC_STATE, 0, known, frames.user_site(), levels.packed(0, self._parties) or 0)
            return original(self)

        return reset

    wrap(barrier, "__init__", init)
    wrap(barrier, "wait", wait)
    wrap(barrier, "reset", reset)


def _meet(original, barrier, timeout, known):
    """The last to come does not wait; who that is, is guessed before and put right behind."""
    site = frames.site_of_user(frames.caller(2))
    parties = barrier._parties
    # Of a barrier that processes share its maker has told.
    if getattr(barrier, "_interleave_told", states.epoch) != states.epoch:
        states.tell(barrier, barrier._count)
    last = barrier._count + 1 == parties and barrier._state == 0
    began = monotonic_ns()
    record.event_at(ARRIVED, 0, known, site, 0, began)
    if not last:
        limits.say(known, barrier._timeout if timeout is None else timeout, began)
        record.event_at(SYNC_WAIT_BEGIN, 0, known, site, 0, began)
    try:
        index = original(barrier, timeout)
    except BaseException as error:
        record.event(SYNC_WAIT_END, _why(error, barrier, timeout, began), known, site, 0)
        raise
    if last and index + 1 != parties:
        record.event_at(SYNC_WAIT_BEGIN, 0, known, site, 0, began)
    record.event(SYNC_WAIT_END, 0, known, site, parties - 1 - index)
    return index


def _why(error, barrier, timeout, began):
    longest = timeout if timeout is not None else barrier._timeout
    if type(error).__name__ != "BrokenBarrierError":
        return locks.abandons(error)
    timed_out = type(longest) in (int, float) and monotonic_ns() - began >= longest * 1e9
    return Flag.TIMED_OUT if timed_out else Flag.FAILED
