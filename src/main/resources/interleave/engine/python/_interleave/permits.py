"""Semaphores of a class of the program's own, which may take permits and give them back in a way of its own.

What counts there is the number of free permits itself: it is changed by whoever holds the semaphore's lock, so each
change is seen, in its order.
"""

from . import frames, record
from .kinds import PERMIT_ACQUIRED, PERMIT_RELEASED


class _Value:
    """The number of free permits, in place of the attribute of that name."""

    def __init__(self, tell):
        self.tell = tell

    def __get__(self, semaphore, kind=None):
        try:
            return semaphore.__dict__["_value"]
        except (AttributeError, KeyError):
            raise AttributeError("%r object has no attribute '_value'" % kind.__name__) from None

    def __set__(self, semaphore, value):
        before = semaphore.__dict__.get("_value")
        changed = value - before if type(value) is type(before) is int and "_interleave" in semaphore.__dict__ else 0
        if changed > 0:  # before it is so: whoever waits may take one at once
            self._changed(semaphore, PERMIT_RELEASED, changed, before)
        semaphore.__dict__["_value"] = value
        if changed < 0:
            self._changed(semaphore, PERMIT_ACQUIRED, -changed, before)

    def __delete__(self, semaphore):
        try:
            del semaphore.__dict__["_value"]
        except KeyError:
            raise AttributeError("_value") from None

    def _changed(self, semaphore, kind, permits, before):
        try:
            self.tell(semaphore, before)
            record.event(kind, 0, semaphore.__dict__["_interleave"], frames.user_site(), permits)
        except Exception as error:
            record.note("Permits were not recorded: %s: %s." % (type(error).__name__, error))


def watch(kind, tell):
    """From now on each change is seen; `tell` says first where the semaphore stands, where that is not known yet."""
    if not is_watched(kind) and not hasattr(kind, "_value"):
        kind._value = _Value(tell)


def is_watched(kind):
    """Whether each change is seen."""
    return any(type(vars(each).get("_value")) is _Value for each in kind.__mro__)
