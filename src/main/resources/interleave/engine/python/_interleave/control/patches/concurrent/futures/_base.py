"""Futures: what came of a task is asked for, and told."""

from _interleave.control import scheduler, strands, things
from _interleave.hooking import replace, wrap


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
    for name in ("set_result", "set_exception", "cancel", "set_running_or_notify_cancel", "add_done_callback"):
        wrap(future, name, _before("update"), bare=True)
    wrap(future, "__init__", _made, bare=True)
    replace(future, "__hash__", strands.hash_of)  # those that have an end are kept in sets
    wrap(module._AcquireFutures, "__enter__", _before_looking, bare=True)


def _made(original):
    def __init__(self, *arguments, **named):
        original(self, *arguments, **named)
        strands.order_of(self)

    return __init__


def _before_looking(original):
    """Who waits for several looks at each of them, and leaves word that it waits."""

    def __enter__(self):
        me = scheduler.current()
        if me is not None:
            for each in sorted(self.futures, key=strands.order_of):
                scheduler.point(me, "update", _thing(each), "wait", None, None, None, things.place())
        return original(self)

    return __enter__


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
