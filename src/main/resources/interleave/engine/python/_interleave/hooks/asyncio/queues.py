"""Queues of asyncio: each item is a message, known by the item itself while it is in the queue."""

from collections import deque

from _interleave import frames, hooking, loops, names, previews, record
from _interleave.kinds import (GET, GET_ABANDONED, GET_REQUEST, PUT, PUT_ABANDONED, PUT_REQUEST, QUEUE_CAPACITY, Flag,
                               Type)
from _interleave.known import Known
from _interleave.makers import maker

# What the program made: the object and, by the identity of an item, its messages, the oldest first.
_made = Known()


def patch(module):
    """Also the queues of subclasses, such as LIFO and priority queues: they put and get in the same way."""
    owner = module.Queue
    hooking.wrap(owner, "__init__", _made_by)
    hooking.wrap(owner, "put", _put)
    hooking.wrap(owner, "put_nowait", _put_nowait)
    hooking.wrap(owner, "get", _get)
    hooking.wrap(owner, "get_nowait", _get_nowait)


def _made_by(original):
    def __init__(self, *arguments, **named):
        original(self, *arguments, **named)
        frame = maker(frames.caller(), self)
        if frame is not None and _made.get(self) is None:
            number = record.object_id(Type.QUEUE, 0, names.name_of(frame, "asyncio.Queue"))
            _made.put(self, (number, {}))
            if type(self._maxsize) is int and self._maxsize > 0:
                loops.event(QUEUE_CAPACITY, 0, number, 0, self._maxsize)

    return __init__


def _put(original):
    async def put(self, item):
        made = _made.get(self)
        if made is None:
            return await original(self, item)
        lane = loops.current()
        site = frames.user_site()
        record.event_as(lane, PUT_REQUEST, 0, made[0], site, 0)
        try:
            return await original(self, item)
        except BaseException:
            record.event_as(lane, PUT_ABANDONED, Flag.INTERRUPTED, made[0], site, 0)
            raise

    return put


def _put_nowait(original):
    def put_nowait(self, item):
        made = _made.get(self)
        if made is None:
            return original(self, item)
        message = record.message_id()
        waiting = made[1].setdefault(id(item), deque())
        waiting.append(message)
        try:
            result = original(self, item)
        except BaseException:
            waiting.remove(message)
            raise
        loops.text(PUT, 0, made[0], frames.user_site(), message, previews.preview(item))
        return result

    return put_nowait


def _get(original):
    async def get(self):
        made = _made.get(self)
        if made is None:
            return await original(self)
        lane = loops.current()
        site = frames.user_site()
        record.event_as(lane, GET_REQUEST, 0, made[0], site, 0)
        try:
            return await original(self)
        except BaseException:
            record.event_as(lane, GET_ABANDONED, Flag.INTERRUPTED, made[0], site, 0)
            raise

    return get


def _get_nowait(original):
    def get_nowait(self):
        item = original(self)
        made = _made.get(self)
        if made is not None:
            loops.event(GET, 0, made[0], frames.user_site(), _message(made[1], item))
        return item

    return get_nowait


def _message(messages, item):
    waiting = messages.get(id(item))
    if not waiting:
        return 0
    message = waiting.popleft()
    if not waiting:
        del messages[id(item)]
    return message
