"""Sleeps and clocks: time is virtual, and begins at the same moment in each run.

A sleep takes no time, and any thread may be quicker: computing may take as long as it likes.
"""

from _interleave.control import clocks, outside, scheduler, things
from _interleave.hooking import replace, wrap

# 1 January 2026; a clock that only counts on begins somewhere, too.
_TODAY = 1_767_225_600
_CLOCKS = {"time": _TODAY, "monotonic": 1000, "perf_counter": 1000}
_BILLION = 1_000_000_000
_PATIENT_LOOKS = 1000


def patch(module):
    """Replaces what waits and what tells the time."""
    wrap(module, "sleep", _sleep, bare=True)
    for name, begin in _CLOCKS.items():
        replace(module, name, _clock(getattr(module, name), begin))
        replace(module, name + "_ns", _clock_of_nanos(getattr(module, name + "_ns"), begin))


def _sleep(original):
    def sleep(seconds):
        me = scheduler.current()
        if me is None or type(seconds) not in (int, float) or not 0 <= seconds < 1e9:
            return original(seconds)
        scheduler.point(me, "sleep" if seconds else "yield", 0, seconds, None, None, None, things.place())
        clocks.advance(clocks.clock() + seconds)
        return None

    return sleep


def _now():
    """Who looks again and again without coming to a point waits for time to pass, and it does."""
    _Looks.number += 1
    if _Looks.steps != scheduler.steps():
        _Looks.steps = scheduler.steps()
        _Looks.number = 0
    elif _Looks.number > _PATIENT_LOOKS:
        outside.told("time")
        clocks.advance(clocks.clock() + 0.001)
    return clocks.clock()


class _Looks:
    """How often the time was asked for since the last step."""

    steps = number = 0


def _clock(original, begin):
    def clock():
        return original() if scheduler.current() is None else begin + _now()

    return clock


def _clock_of_nanos(original, begin):
    def clock_ns():
        return original() if scheduler.current() is None else begin * _BILLION + round(_now() * _BILLION)

    return clock_ns
