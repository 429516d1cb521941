"""threading.Semaphore, Event and Barrier."""

from _interleave.hooking import replace, wrap

from ..kinds import SYNC_WAIT_BEGIN, SYNC_WAIT_END
from . import clocks, recording, scheduler, things


def patch(module):
    """Has a wait for an event go on when that is chosen."""
    wrap(module.Event, "wait", _await, bare=True)


def patch_above(module):
    """Puts the points before all that is done to them."""
    _patch_semaphore(module.Semaphore, module.BoundedSemaphore)
    _patch_event(module.Event)
    _patch_timer(module.Timer)
    _patch_barrier(module.Barrier)


def known(thing):
    """The number of a thing that others may see what is done to; 0 of one that is the library's own affair.

    One that a module of the library made gets it when there is somebody who could see it.
    """
    number = thing.__dict__.get("_interleave_control", 0)
    if type(number) is not str:
        return number
    me = scheduler.current()
    if me is None or not scheduler.others_live(me):
        return 0
    return things.number_of(thing, number, lambda: things.name_of(None, type(thing).__name__))


def numbered(kind):
    """What goes around a constructor: what the program makes gets a number."""

    def init(original):
        def __init__(self, *arguments, **named):
            original(self, *arguments, **named)
            if scheduler.current() is None:
                return
            frame = things.made_here(self)
            if frame is not None:
                self._interleave_control = things.number(kind, things.name_made(self, frame))
            elif not things.is_inner(self):
                self._interleave_control = kind

        return __init__

    return init


def before(operation, detail=""):
    """What goes around a method that waits for nothing: a point where the thing is the program's."""

    def make(original):
        def method(self, *arguments, **named):
            me = scheduler.current()
            number = known(self)
            if me is not None and number:
                scheduler.point(me, operation, number, detail, None, None, None, things.place())
            return original(self, *arguments, **named)

        return method

    return make


def _patch_semaphore(semaphore, bounded):
    def acquire(original):
        def acquire(self, blocking=True, timeout=None):
            me = scheduler.current()
            if me is None or not blocking and timeout is not None:
                return original(self, blocking, timeout)
            number = known(self)
            waits = blocking and timeout != 0
            if number or waits and not self._value:
                thing = number or things.number_of(self, "semaphore", lambda: things.name_of(None, "Semaphore"))
                enabled = (lambda: self._value > 0) if waits else None
                told = waits and number and recording.of_wait(self, SYNC_WAIT_BEGIN, SYNC_WAIT_END, 1)
                if not scheduler.point(me, "acquire", thing, "" if waits else "try", enabled, timeout, None,
                                       things.place(), told or None):
                    recording.timed_out(told)
                    return False
            return original(self, False)

        return acquire

    wrap(semaphore, "__init__", numbered("semaphore"), bare=True)
    wrap(semaphore, "acquire", acquire, bare=True)
    replace(semaphore, "__enter__", semaphore.acquire)
    for each in (semaphore, bounded):
        wrap(each, "release", before("release"), bare=True)


def _await(original):
    def wait(self, timeout=None):
        me = scheduler.current()
        number = known(self)
        if me is None or not number and self._flag:
            return original(self, timeout)
        thing = number or things.number_of(self, "latch", lambda: things.name_of(None, "Event"))
        if "_interleave_sleeps" in self.__dict__ and type(timeout) in (int, float):
            scheduler.point(me, "sleep", thing, timeout, None, None, None, things.place())
            if not self._flag:
                clocks.advance(clocks.clock() + timeout)
            return self._flag
        if not scheduler.point(me, "await", thing, "", lambda: self._flag, timeout, None, things.place()):
            return False
        return original(self, timeout)

    return wait


def _patch_event(event):
    wrap(event, "__init__", numbered("latch"), bare=True)
    wrap(event, "set", before("countdown", "set"), bare=True)
    wrap(event, "clear", before("update", "clear"), bare=True)
    wrap(event, "is_set", before("read", "is_set"), bare=True)


def _patch_timer(timer):
    """Its time is no limit that only comes when nobody else can go on: it is a sleep that may be called off."""

    def init(original):
        def __init__(self, *arguments, **named):
            original(self, *arguments, **named)
            frame = things.made_here(self) if scheduler.current() is not None else None
            if frame is not None:
                self.finished._interleave_sleeps = True
                self.finished._interleave_control = things.number("timer", things.name_of(frame, "Timer"))

        return __init__

    wrap(timer, "__init__", init, bare=True)


def _patch_barrier(barrier):
    def init(original):
        def __init__(self, *arguments, **named):
            original(self, *arguments, **named)
            frame = things.made_here(self) if scheduler.current() is not None else None
            if frame is not None:
                number = things.number("barrier", things.name_made(self, frame))
                self._interleave_control = self._cond._interleave_owner = number

        return __init__

    wrap(barrier, "__init__", init, bare=True)
    wrap(barrier, "wait", before("barrier"), bare=True)
    wrap(barrier, "reset", before("update", "reset"), bare=True)
    wrap(barrier, "abort", before("update", "abort"), bare=True)
