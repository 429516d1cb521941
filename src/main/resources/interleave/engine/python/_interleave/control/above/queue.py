"""queue.Queue and its kinds, and queue.SimpleQueue: put, take, join."""

from _interleave import record
from _interleave.control import meetings, recording, scheduler, things
from _interleave.hooking import replace, wrap
from _interleave.kinds import GET_REQUEST, PUT_REQUEST


def patch(module):
    """Patches the classes."""
    queue = module.Queue
    wrap(queue, "__init__", meetings.numbered("queue"), bare=True)
    wrap(queue, "put", _put, bare=True)
    wrap(queue, "get", _get, bare=True)
    wrap(queue, "join", _join, bare=True)
    wrap(queue, "task_done", meetings.before("countdown", "task_done"), bare=True)
    for name in ("qsize", "empty", "full"):
        wrap(queue, name, meetings.before("read", name), bare=True)
    module.time = _monotonic
    _patch_simple(module)


def _monotonic():
    import time

    return time.monotonic()


def _thing(queue):
    return meetings.known(queue) or things.number_of(queue, "queue", lambda: things.name_of(None, "Queue"))


def _put(original):
    def put(self, item, block=True, timeout=None):
        me = scheduler.current()
        if me is None or block and timeout is not None and timeout < 0:
            return original(self, item, block, timeout)
        waits = block and timeout != 0
        enabled = (lambda: not 0 < self.maxsize <= self._qsize()) if waits else None
        told = recording.of_request(self, PUT_REQUEST) if waits else None
        scheduler.point(me, "put", _thing(self), things.shown(item), enabled, timeout, None, things.place(), told)
        return original(self, item, False)  # which raises where the time was over

    return put


def _get(original):
    def get(self, block=True, timeout=None):
        me = scheduler.current()
        if me is None or block and timeout is not None and timeout < 0:
            return original(self, block, timeout)
        enabled = self._qsize if block and timeout != 0 else None
        told = recording.of_request(self, GET_REQUEST) if enabled is not None else None
        scheduler.point(me, "take", _thing(self), "", enabled, timeout, None, things.place(), told)
        item = original(self, False)
        scheduler.did(me, things.shown(item))
        return item

    return get


def _join(original):
    def join(self):
        me = scheduler.current()
        if me is not None:
            scheduler.point(me, "await", _thing(self), "join", lambda: not self.unfinished_tasks, None, None,
                            things.place())
        return original(self)

    return join


def _patch_simple(module):
    raw = module.SimpleQueue

    class SimpleQueue(raw):
        __slots__ = ("_interleave_control",)

        def put(self, item, block=True, timeout=None):
            _before(self, "put", things.shown(item))
            raw.put(self, item)

        put_nowait = put

        def get(self, block=True, timeout=None):
            me = scheduler.current()
            if me is None or timeout is not None and timeout < 0:
                return raw.get(self, block, timeout)
            waits = block and timeout != 0
            enabled = (lambda: raw.qsize(self)) if waits else None
            told = recording.of_request(self, GET_REQUEST) if waits else None
            scheduler.point(me, "take", _number(self), "", enabled, timeout if waits else None, None, things.place(),
                            told)
            item = raw.get(self, False)
            scheduler.did(me, things.shown(item))
            return item

        def get_nowait(self):
            return self.get(False)

        def qsize(self):
            _before(self, "read", "qsize")
            return raw.qsize(self)

        def empty(self):
            _before(self, "read", "empty")
            return raw.empty(self)

    if not things.is_recorded():
        SimpleQueue.__new__ = _new(raw)
    SimpleQueue.__module__ = raw.__module__
    SimpleQueue.__qualname__ = "SimpleQueue"
    SimpleQueue.__doc__ = raw.__doc__
    replace(module, "SimpleQueue", SimpleQueue)


def _new(raw):
    def __new__(cls, *arguments, **named):
        made = raw.__new__(cls)
        frame = things.user_frame() if scheduler.current() is not None else None
        if frame is not None:
            made._interleave_control = things.number("queue", things.name_of(frame, cls.__name__))
        return made

    return __new__


def _number(queue):
    number = getattr(queue, "_interleave_control", 0)
    known = getattr(queue, "_interleave", 0)
    return number or things.number_of(
        queue, "queue", lambda: record.name_of(known) or things.name_of(None, "SimpleQueue"))


def _before(queue, operation, detail):
    me = scheduler.current()
    if me is not None:
        scheduler.point(me, operation, _number(queue), detail, None, None, None, things.place())
