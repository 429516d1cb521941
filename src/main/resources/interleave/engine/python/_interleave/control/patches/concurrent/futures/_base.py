"""Futures: what came of a task is asked for, and told.

Who waits for several looks at one after the other. The library has a waiter for that, of which those who finish a
task tell while they have the future's lock: what others see of it then would depend on more than the order of steps.
"""

from _interleave.control import clocks, scheduler, strands, things
from _interleave.hooking import look_like, replace, wrap


def patch(module):
    """Patches the class, and the functions that wait for several."""
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
    replace(module, "wait", look_like(_wait(module, done), module.wait))
    replace(module, "as_completed", look_like(_as_completed(module, done), module.as_completed))


def _made(original):
    def __init__(self, *arguments, **named):
        original(self, *arguments, **named)
        strands.order_of(self)

    return __init__


def _before_looking(original):
    def __enter__(self):
        me = scheduler.current()
        if me is not None:
            for each in sorted(self.futures, key=strands.order_of):
                scheduler.point(me, "update", _thing(each), "wait", None, None, None, things.place())
        return original(self)

    return __enter__


def _wait(module, done):
    original = module.wait

    def wait(fs, timeout=None, return_when=module.ALL_COMPLETED):
        me = scheduler.current()
        if me is None or return_when != module.ALL_COMPLETED or not _is_time(timeout):
            return original(fs, timeout, return_when)
        every = sorted(set(fs), key=strands.order_of)
        until = None if timeout is None else clocks.clock() + timeout
        for each in every:
            if not _get(me, each, done, until):
                break  # nobody can go on, so that all can be looked at
        ended = {each for each in every if each._state in done}
        return module.DoneAndNotDoneFutures(ended, set(every) - ended)

    return wait


def _as_completed(module, done):
    original = module.as_completed

    def as_completed(fs, timeout=None):
        me = scheduler.current()
        if me is None or not _is_time(timeout):
            yield from original(fs, timeout)
            return
        left = sorted(set(fs), key=strands.order_of)
        every = len(left)
        until = None if timeout is None else clocks.clock() + timeout
        while left:
            went_on = scheduler.point(me, "await", 0, "as_completed", lambda: any(each._state in done for each in left),
                                      None if until is None else until - clocks.clock(), None, things.place())
            if not went_on:
                raise module.TimeoutError("%d (of %d) futures unfinished" % (len(left), every))
            for each in left:
                scheduler.point(me, "read", _thing(each), "as_completed", None, None, None, things.place())
                if each._state in done:
                    left.remove(each)
                    yield each
                    break

    return as_completed


def _is_time(timeout):
    return timeout is None or type(timeout) in (int, float)


def _get(me, future, done, until):
    """Waits for one; False where the time was over before."""
    seconds = None if until is None else until - clocks.clock()
    return scheduler.point(me, "get", _thing(future), "wait", lambda: future._state in done, seconds, None,
                           things.place())


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
