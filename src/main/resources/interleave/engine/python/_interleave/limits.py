"""Of a wait that ends by itself it is said so, directly before it begins."""

from . import record
from .kinds import WAIT_LIMIT

_LONGEST = 9e9
# How long something takes that may come from outside at any time.
OUTSIDE = "until something comes"


def say(thing, seconds, time=0):
    """What the calling thread begins to wait for next, that thing, is waited for so long at most; None: for ever."""
    if seconds is not None:
        record.log().put(WAIT_LIMIT, 0, thing, 0, nanos(seconds), time)


def of_loop(loop):
    """When an event loop that has nothing to do has something again, in seconds: OUTSIDE where that may be at any time,
    None where only what lies in its process can bring it that."""
    try:
        if loop._scheduled:
            return max(0.0, loop._scheduled[0]._when - loop.time())
        # Its pipe to itself is always there.
        return OUTSIDE if len(loop._selector.get_map()) > 1 or loop._signal_handlers else None
    except Exception:  # a loop of another kind
        return OUTSIDE


def nanos(seconds):
    """How many nanoseconds that are; 0, which is some time, where only the program can tell."""
    if type(seconds) in (int, float) and seconds == seconds:
        return max(1, int(min(seconds, _LONGEST) * 1e9)) if seconds > 0 else 1
    return 0
