"""threading.Condition.

A wait is two operations: `wait` gives the lock away, `wake` gets it back. Their thing is the lock, since that is what
others see of them; conditions of one lock are told apart by the detail.
"""

import sys

from _interleave.hooking import wrap

from .. import names
from . import locks, scheduler, things


def patch(module):
    """Has a wait get its lock back when that is chosen."""
    condition = module.Condition

    def init(original):
        def __init__(self, lock=None):
            original(self, lock)
            if type(lock) is locks.Lock:
                lock.lend_to(self, condition)

        return __init__

    def wait(original):
        def wait(self, timeout=None):
            me = scheduler.current()
            if me is None or not self._is_owned():
                return original(self, timeout)
            return _wait(self, me, timeout)

        return wait

    wrap(condition, "__init__", init, bare=True)
    wrap(condition, "wait", wait, bare=True)


def patch_above(module):
    """Puts the points before a wait and a notification."""
    condition = module.Condition
    notify_all = condition.notify_all.__code__

    def init(original):
        def __init__(self, lock=None):
            frame = things.made_here(self) if scheduler.current() is not None else None
            if frame is None:
                return original(self, lock)
            if lock is None and not things.is_recorded():
                lock = locks.named(frame, "Condition")
            original(self, lock)
            self._interleave_control = names.of_creation(frame) or "condition"

        return __init__

    def wait(original):
        def wait(self, timeout=None):
            me = scheduler.current()
            name = self.__dict__.get("_interleave_control")
            if me is not None and name is not None and self._is_owned():
                scheduler.point(me, "wait", _thing(self), name, None, None, None, things.place())
            return original(self, timeout)

        return wait

    def notify(original):
        def notify(self, n=1):
            me = scheduler.current()
            name = self.__dict__.get("_interleave_control")
            if me is not None and name is not None and self._is_owned():
                every = sys._getframe(1).f_code is notify_all
                scheduler.point(me, "notifyall" if every else "notify", _thing(self), name, None, None, None,
                                things.place())
            return original(self, n)

        return notify

    wrap(condition, "__init__", init, bare=True)
    wrap(condition, "wait", wait, bare=True)
    wrap(condition, "notify", notify, bare=True)


def _thing(condition):
    """The lock's number; or that of what the library built of the condition."""
    owner = condition.__dict__.get("_interleave_owner")
    if owner is not None:
        return owner
    return locks.number(condition._lock) or things.number_of(condition, "condition", lambda: things.name_of(None, "Condition"))


def _wait(condition, me, timeout):
    thing = _thing(condition)
    name = condition.__dict__.get("_interleave_control")
    place = things.place()
    lock = condition._lock
    waiter = locks.make_raw()
    waiter.acquire()
    condition._waiters.append(waiter)
    saved = condition._release_save()
    notified = False
    try:
        notified = scheduler.point(
            me, "wake", thing, name or "", lambda: not waiter.locked() and locks.is_free(lock), timeout,
            lambda: locks.is_free(lock), place)
        return notified
    finally:
        condition._acquire_restore(saved)
        if not notified:
            try:
                condition._waiters.remove(waiter)
            except ValueError:
                pass
