"""queue.SimpleQueue: a type that cannot be patched, so the program gets one that goes before it.

In it each object is kept together with its number as a message, so which is which is certain.
"""

from _interleave import frames, limits, locks, names, previews, record
from _interleave.guards import silently
from _interleave.hooking import replace
from _interleave.kinds import GET, GET_ABANDONED, GET_REQUEST, PUT, Flag, Type


def patch(module):
    """Replaces the type. The library goes on with the interpreter's."""
    raw = module.SimpleQueue
    empty = module.Empty

    class SimpleQueue(raw):
        __slots__ = ("_interleave",)

        def __new__(cls, *arguments, **named):
            frame = frames.caller()
            ours = frame is not None and frames.is_user(frame.f_code)
            if not ours and cls is SimpleQueue:
                return raw(*arguments, **named)
            made = raw.__new__(cls)
            made._interleave = silently(_number, frame, cls.__name__) or 0 if ours else 0
            return made

        def put(self, item, block=True, timeout=None):
            number = record.message_id()
            time = record.now()
            raw.put(self, (number, item))
            if self._interleave:
                silently(_tell_put, self._interleave, frames.user_site(), number, item, time)

        def put_nowait(self, item):
            number = record.message_id()
            time = record.now()
            raw.put(self, (number, item))
            if self._interleave:
                silently(_tell_put, self._interleave, frames.user_site(), number, item, time)

        def get(self, block=True, timeout=None):
            known = self._interleave
            if not known:
                return raw.get(self, block, timeout)[1]
            site = frames.user_site()
            waits = block and (timeout is None or locks.is_time(timeout))
            try:
                number, item = raw.get(self, False) if waits else raw.get(self, block, timeout)
            except empty:
                if not waits:
                    raise
            else:
                silently(record.event, GET, 0, known, site, number)
                return item
            return _wait(self, timeout, known, site)

        def get_nowait(self):
            known = self._interleave
            number, item = raw.get(self, False)
            if known:
                silently(record.event, GET, 0, known, frames.user_site(), number)
            return item

    def _wait(queue, timeout, known, site):
        silently(limits.say, known, timeout)
        silently(record.event, GET_REQUEST, 0, known, site, 0)
        try:
            number, item = raw.get(queue, True, timeout)
        except BaseException as error:
            flags = Flag.TIMED_OUT if isinstance(error, empty) else locks.abandons(error)
            silently(record.event, GET_ABANDONED, flags, known, site, 0)
            raise
        silently(record.event, GET, 0, known, site, number)
        return item

    SimpleQueue.__module__ = raw.__module__
    SimpleQueue.__qualname__ = "SimpleQueue"
    SimpleQueue.__doc__ = raw.__doc__
    replace(module, "SimpleQueue", SimpleQueue)


def _number(frame, kind):
    return record.object_id(Type.QUEUE, 0, names.name_of(frame, kind))


def _tell_put(known, site, number, item, time):
    record.text_at(PUT, 0, known, site, number, previews.preview(item), time)
