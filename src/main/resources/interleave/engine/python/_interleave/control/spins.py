"""Loops that wait by looking again and again, `while not ready: pass`: further turns of one come to nothing.

A thread that comes by a place a third time, with the same in the variables of its functions, and did nothing meanwhile
but look, sleep and take locks that it gave back, and saw nothing new, waits: it goes on when something that it looked
at was changed, or when nobody else can. Otherwise there would be an order for each number of turns.
"""

import sys

from .. import frames
from .strands import State

_LOOKS = ("read", "sleep", "yield")
# These are nothing that somebody who looks could see.
_QUIET = _LOOKS + ("lock", "unlock", "trylock", "await", "wake", "wait", "join")
_DEEPEST = 12
_ONCE = object()


class Watch:
    """What a thread did since it last did anything, or saw anything new."""

    __slots__ = ("places", "seen")

    def __init__(self):
        # By place: what was in the variables when it came by; and by number of a thing: how often that was changed then.
        self.places = {}
        self.seen = {}

    def is_over(self):
        """Whether something that the thread looked at was changed since."""
        changes = State.changes
        return any(changes.get(thing, 0) != known for thing, known in self.seen.items())


def wait(me, operation):
    """Before an operation: until when the thread has to wait since it only looks again, as a function; None where not."""
    if operation not in _LOOKS:
        return None
    frame = sys._getframe(2)
    while frame is not None and frames.is_ours(frame.f_code):
        frame = frame.f_back
    if frame is None:
        return None
    watch = me.watch
    if watch is None:
        watch = me.watch = Watch()
    place = id(frame.f_code), frame.f_lasti
    before = watch.places.get(place)
    if before is None:
        watch.places[place] = _ONCE
        return None
    now = watch.places[place] = _variables(frame)
    return watch.is_over if before is not _ONCE and _are_same(before, now) else None


def made(me, operation, thing):
    """The step is being made: others may see it, or the thread sees what others did."""
    if operation not in _QUIET:
        State.changes[thing] = State.changes.get(thing, 0) + 1
        me.watch = None
    elif thing and operation in _LOOKS:
        watch = me.watch
        now = State.changes.get(thing, 0)
        if watch is not None and watch.seen.setdefault(thing, now) != now:
            me.watch = None


def _variables(frame):
    """Where the thread is in all functions but ours, and what is in their variables."""
    found = []
    while frame is not None and len(found) < _DEEPEST:
        code = frame.f_code
        if not frames.is_ours(code):
            own = code.co_flags & 1  # those of a module are seen otherwise
            found.append((code, frame.f_lasti, dict(frame.f_locals) if own else {}))
        frame = frame.f_back
    return found


def _are_same(some, others):
    return len(some) == len(others) and all(
        one[0] is other[0] and one[1] == other[1] and _are_equal(one[2], other[2]) for one, other in zip(some, others))


def _are_equal(one, other):
    if len(one) != len(other):
        return False
    for name, value in one.items():
        now = other.get(name, one)
        if now is not value and not (type(now) is type(value) and type(now) in (int, str, float, bool) and now == value):
            return False
    return True
