"""Queues of the module queue: what is put and got, in which order, and who waits.

Which message is which is noted by _put and _get, which the queue calls while it has its mutex; also those of the
program's own kinds of queues. A message is told apart by the identity of the object; of one that is in the queue
several times, the order in which it was put counts. A put first tries without waiting.
"""

from _thread import get_ident
from collections import deque
from sys import _getframe
from _interleave.clock import monotonic_ns

from _interleave import frames, limits, locks, names, previews, record
from _interleave.frames import SITES
from _interleave.guards import bare, forgive, guard
from _interleave.hooking import wrap
from _interleave.kinds import (ARRIVED, GET, GET_ABANDONED, GET_REQUEST, PUT, PUT_ABANDONED, PUT_REQUEST,
                               QUEUE_CAPACITY, SYNC_STATE, SYNC_WAIT_BEGIN, SYNC_WAIT_END, Flag, Type)
from _interleave.makers import maker
from _interleave.record import PUTS, message_id

# By thread: the message that it has just put or got, and when.
_LAST = {}


class _Inside:
    """What we keep of a queue."""

    __slots__ = ("id", "name", "messages", "fifo", "lifo", "within", "join", "joining")

    def __init__(self, number, name, fifo, lifo):
        self.id = number
        self.name = name
        self.lifo = lifo
        # Of a queue that keeps the order, the messages in it; of another, by identity of the object.
        self.fifo = fifo
        self.messages = deque() if fifo else {}
        # Whether _put or _get is at work, which may call that of its base class.
        self.within = False
        self.join = 0
        self.joining = 0


def patch(module):
    """Patches the base class, and _put and _get of all classes of the module."""
    queue = module.Queue
    for each in (queue, module.LifoQueue, module.PriorityQueue):
        _patch_order(each)
    known = {queue, module.LifoQueue, module.PriorityQueue}
    wrap(queue, "__init__", lambda original: _init(original, queue, module, known))
    wrap(queue, "put", lambda plain: _put(plain, module.Full), bare=True)
    wrap(queue, "get", lambda plain: _get(plain, module.Empty), bare=True)
    wrap(queue, "join", _join)
    wrap(queue, "task_done", _task_done, bare=True)


def _init(original, queue, module, known):
    def __init__(self, maxsize=0):
        original(self, maxsize)
        frame = maker(frames.caller(), self) or _manager(frames.caller())
        if frame is None:
            return
        kind = type(self)
        if kind not in known:
            _patch_own(kind, known)
        name = names.name_of(frame, kind.__name__)
        number = record.object_id(Type.QUEUE, 0, name)
        self._interleave = _Inside(number, name, kind is queue, issubclass(kind, module.LifoQueue))
        if type(maxsize) is int and maxsize > 0:
            record.event(QUEUE_CAPACITY, 0, number, frames.site_of_user(frame), maxsize)

    return __init__


def _manager(frame):
    """A queue that the server of a manager makes for its clients is the program's."""
    while frame is not None and frame.f_code.co_name == "__init__":
        frame = frame.f_back
    return frame if frame is not None and frame.f_globals.get("__name__") == "multiprocessing.managers" else None


def _patch_own(kind, known):
    """A kind of queue of the program's own may keep its messages in another way."""
    known.add(kind)
    for each in kind.__mro__:
        if each in known and each is not kind:
            break
        known.add(each)
        _patch_order(each)


def _patch_order(kind):
    wrap(kind, "_put", _enter, bare=True)
    wrap(kind, "_get", _leave, bare=True)


def _enter(plain):
    def _put(self, item):
        inside = self.__dict__.get("_interleave")
        if inside is None or inside.within:
            return plain(self, item)
        inside.within = True
        try:
            try:
                number = message_id()
                _LAST[get_ident()] = number, monotonic_ns()
            except Exception as error:
                forgive(plain, error)
            result = plain(self, item)
            try:
                if inside.fifo:
                    inside.messages.append((number, id(item)))
                else:
                    inside.messages.setdefault(id(item), deque()).append(number)
            except Exception as error:
                forgive(plain, error)
            return result
        finally:
            inside.within = False

    return bare(_put)


def _leave(plain):
    def _get(self):
        inside = self.__dict__.get("_interleave")
        if inside is None or inside.within:
            return plain(self)
        inside.within = True
        try:
            item = plain(self)
            try:
                _LAST[get_ident()] = _take(inside, item), 0
            except Exception as error:
                forgive(plain, error)
            return item
        finally:
            inside.within = False

    return bare(_get)


def _take(inside, item):
    messages = inside.messages
    try:
        if not inside.fifo:
            same = messages[id(item)]
            number = same.pop() if inside.lifo else same.popleft()
            if not same:
                del messages[id(item)]
            return number
        if messages[0][1] == id(item):
            return messages.popleft()[0]
        # The program has taken messages out from outside, or an exception came between.
        if any(each == id(item) for _, each in messages):
            while messages[0][1] != id(item):
                messages.popleft()
            return messages.popleft()[0]
    except (IndexError, KeyError):
        pass
    return 0


def _put(plain, full):
    waiting = guard(_waiting_put(full), plain)

    def put(self, item, block=True, timeout=None):
        inside = self.__dict__.get("_interleave")
        if inside is None:
            return plain(self, item, block, timeout)
        if block is not True or timeout is not None:
            return waiting(self, item, block, timeout)
        try:
            result = plain(self, item, False)
        except full:
            return waiting(self, item, block, timeout)
        try:
            try:
                frame = _getframe(1)
                site = SITES[id(frame.f_code)][frame.f_lasti]
            except (KeyError, ValueError):
                site = frames.site_of_user(locks.caller())
            _tell_put(inside, site, item)
        except Exception as error:
            forgive(plain, error)
        return result

    return bare(put)


def _waiting_put(full):
    """Where the queue is full, or how long to wait is said."""

    def make(original):
        def put(self, item, block=True, timeout=None):
            inside = self.__dict__["_interleave"]
            site = frames.site_of_user(frames.caller())
            if block and (timeout is None or locks.is_time(timeout)):
                try:
                    original.attempt(self, item, False)
                except full:
                    pass
                else:
                    return _tell_put(inside, site, item)
                limits.say(inside.id, timeout)
                record.event(PUT_REQUEST, 0, inside.id, site, 0)
            try:
                original(self, item, block, timeout)
            except BaseException as error:
                record.event(PUT_ABANDONED, _why(error, full, block), inside.id, site, 0)
                raise
            return _tell_put(inside, site, item)

        return put

    return make


def _tell_put(inside, site, item):
    number, time = _LAST.pop(get_ident(), _UNKNOWN)
    record.log().put_text(PUT, 0, inside.id, site, number, previews.preview(item), time)


def _get(plain, empty):
    waiting = guard(_waiting_get(empty), plain)

    def get(self, block=True, timeout=None):
        inside = self.__dict__.get("_interleave")
        if inside is None:
            return plain(self, block, timeout)
        if block is not True or timeout is not None:
            return waiting(self, block, timeout)
        try:
            item = plain(self, False)
        except empty:
            return waiting(self, block, timeout)
        try:
            me = get_ident()
            try:
                frame = _getframe(1)
                site = SITES[id(frame.f_code)][frame.f_lasti]
                put = PUTS[me]
            except (KeyError, ValueError):
                site, put = locks.site_and_put(locks.caller())
            put(GET, 0, inside.id, site, _LAST.pop(me, _UNKNOWN)[0])
        except Exception as error:
            forgive(plain, error)
        return item

    return bare(get)


def _waiting_get(empty):
    """Where the queue is empty, or how long to wait is said."""

    def make(original):
        def get(self, block=True, timeout=None):
            inside = self.__dict__["_interleave"]
            site, put = locks.site_and_put(frames.caller())
            waits = block and (timeout is None or locks.is_time(timeout))
            if waits:
                try:
                    item = original.attempt(self, False)
                except empty:
                    pass
                else:
                    put(GET, 0, inside.id, site, _LAST.pop(get_ident(), _UNKNOWN)[0])
                    return item
                limits.say(inside.id, timeout)
                put(GET_REQUEST, 0, inside.id, site, 0)
            try:
                item = original(self, block, timeout)
            except BaseException as error:
                if waits:
                    put(GET_ABANDONED, _why(error, empty, block), inside.id, site, 0)
                raise
            put(GET, 0, inside.id, site, _LAST.pop(get_ident(), _UNKNOWN)[0])
            return item

        return get

    return make


_UNKNOWN = 0, 0


def _why(error, timed_out, block):
    if isinstance(error, timed_out):
        return Flag.TIMED_OUT if block else Flag.FAILED
    return locks.abandons(error)


def _join(original):
    def join(self):
        inside = self.__dict__.get("_interleave")
        if inside is None or not self.unfinished_tasks:
            return original(self)
        site = frames.user_site()
        if not inside.join:
            inside.join = record.object_id(Type.LATCH, 0, inside.name + ".join")
        left = self.unfinished_tasks
        record.event(SYNC_STATE, 0, inside.join, site, left << 32 | left)
        record.event(SYNC_WAIT_BEGIN, 0, inside.join, site, 0)
        inside.joining += 1
        flags = 0
        try:
            return original(self)
        except BaseException as error:
            flags = locks.abandons(error)
            raise
        finally:
            inside.joining -= 1
            record.event(SYNC_WAIT_END, flags, inside.join, site, 0)

    return join


def _task_done(plain):
    awaited = guard(_awaited_task_done, plain)

    def task_done(self):
        inside = self.__dict__.get("_interleave")
        return awaited(self) if inside is not None and inside.joining else plain(self)

    return bare(task_done)


def _awaited_task_done(original):
    def task_done(self):
        if self.unfinished_tasks > 0:
            record.event(ARRIVED, 0, self._interleave.join, frames.user_site(), 0)
        return original(self)

    return task_done
