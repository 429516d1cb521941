"""Futures: what came of a task is asked for, and told."""

from _interleave.control import scheduler, things
from _interleave.hooking import wrap


def patch(module):
    """Patches the class."""
    future = module.Future
    done = (module.CANCELLED, module.CANCELLED_AND_NOTIFIED, module.FINISHED)

    def get(original):
        def get(self, timeout=None):
            me = scheduler.current()
            if me is not None:
                waits = timeout is None or timeout > 0
                enabled = (lambda: self._state in done) if waits else None
                scheduler.point(me, "get", _thing(self), "", enabled, timeout if waits else None, None, things.place())
                return original(self, 0)
            return original(self, timeout)

        return get

    for name in ("result", "exception"):
        wrap(future, name, get, bare=True)
    for name in ("done", "running", "cancelled"):
        wrap(future, name, _before("read"), bare=True)
    for name in ("set_result", "set_exception", "cancel", "set_running_or_notify_cancel"):
        wrap(future, name, _before("update"), bare=True)


def _before(operation):
    def make(original):
        def method(self, *arguments):
            me = scheduler.current()
            if me is not None:
                scheduler.point(me, operation, _thing(self), original.__name__, None, None, None, things.place())
            return original(self, *arguments)

        return method

    return make


def _thing(future):
    return things.number_of(future, "future", lambda: things.name_of(None, "Future"))
