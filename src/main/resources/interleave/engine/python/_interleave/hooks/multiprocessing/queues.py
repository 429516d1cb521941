"""multiprocessing.Queue, JoinableQueue and SimpleQueue: each message from put, through the feeder's hands, to get.

A message is numbered where it enters the buffer of its process. The feeder sends the number behind the pickle, and so
the one who gets it knows which it is, however many put and get equal values at the same time.
"""

import select
from _thread import get_ident
from collections import deque

from _interleave import creation, frames, hooking, limits, process_locks, record, trailer
from _interleave.frames import SITES
from _interleave.guards import bare, forgive, silently
from _interleave.kinds import (GET, GET_ABANDONED, GET_REQUEST, JOIN_BEGIN, JOIN_END, MESSAGE_SENT, PUT, PUT_ABANDONED,
                               PUT_REQUEST, QUEUE_CAPACITY, Flag, Type)
from _interleave.locks import caller
from _interleave.previews import preview
from _interleave.record import PUTS
from _interleave.service import name_thread
from _interleave.wires import failure, pipe_key

event = record.event
message_id = record.message_id
_append, _popleft = deque.append, deque.popleft
_BUFFERED = Flag.BUFFERED

# So many bytes are sent in one piece where a pipe has room for any; with those that go along.
_AT_ONCE = 4000

# By the thread that gets: the place of its call, until the message is there.
_getting = {}
# By the feeder's thread: the buffer that it empties.
_feeding = {}
_ways = set()


class _Buffer(deque):
    """The messages of one process that its feeder has not sent yet, with their numbers."""

    def __init__(self, thing, bounded):
        deque.__init__(self)
        self.thing = thing
        # Whether a put may have to wait.
        self.bounded = bounded
        # The message that the feeder has in its hands; 0 for what nobody put.
        self.fed = 0
        self.numbers = deque()
        # By the thread that puts: the place of its call and what the message looks like.
        self.putting = {}

    def append(self, message):
        """Takes a message, or the mark at which the feeder ends."""
        put = self.putting.pop(get_ident(), None)
        number = 0
        if put is not None:
            number = message_id()
            record.log().put_text(PUT, _BUFFERED, self.thing, put[0], number, put[1])
        self.numbers.append(number)
        _append(self, message)

    def popleft(self):
        """Gives the next one to the feeder."""
        message = _popleft(self)
        self.fed = self.numbers.popleft()
        return message

    def clear(self):
        """As it begins."""
        deque.clear(self)
        self.numbers.clear()


class _Conditions:
    """The class of conditions, and one that has its methods without our hooks: what a queue has for itself."""

    watched = left_alone = None


def patch(module):
    """Watches what is put and got, and what feeders do."""
    _Conditions.watched = condition = module.threading.Condition
    _Conditions.left_alone = type("Condition", (condition,), {
        "__module__": "threading", "wait": _unhooked(condition.wait), "notify": _unhooked(condition.notify)})
    queue = module.Queue
    context = module.context.BaseContext
    _ways.update(creation.codes(queue, "__init__") | creation.codes(module.JoinableQueue, "__init__"))
    _ways.update(creation.codes(module.SimpleQueue, "__init__"))
    _ways.update(creation.codes(context, "Queue", "JoinableQueue", "SimpleQueue"))
    hooking.wrap(queue, "__init__", _init)
    hooking.wrap(queue, "_reset" if hasattr(queue, "_reset") else "_after_fork", _reset)
    for each in (queue, module.JoinableQueue):
        hooking.wrap(each, "put", _put, bare=True)
    hooking.wrap(queue, "get", _get, bare=True)
    hooking.wrap(queue, "_feed", _feed)
    hooking.wrap(queue, "_on_queue_feeder_error", _on_queue_feeder_error)
    hooking.wrap(queue, "_finalize_join", _finalize_join)
    hooking.wrap(module.SimpleQueue, "__init__", _simple_init)
    hooking.wrap(module.SimpleQueue, "put", _simple_put(module))
    hooking.wrap(module.SimpleQueue, "get", _simple_get(module))


def _init(original):
    def __init__(self, *args, **named):
        name = creation.name("Queue", _ways)
        if name:
            self._interleave_name = name
        original(self, *args, **named)
        thing = getattr(self, "_interleave", 0)
        if thing and args and type(args[0]) is int and args[0] > 0:
            event(QUEUE_CAPACITY, 0, thing, 0, args[0])
        elif thing and type(named.get("maxsize")) is int and named["maxsize"] > 0:
            event(QUEUE_CAPACITY, 0, thing, 0, named["maxsize"])

    return __init__


def _reset(original):
    """Called when a queue is made, unpickled, or copied by fork."""

    def _reset(self, *args, **named):
        original(self, *args, **named)
        if not type(self).__module__.startswith("concurrent.futures"):
            try:
                _equip(self)
            except Exception as error:
                record.note("A queue could not be traced: %s: %s." % (type(error).__name__, error))

    return _reset


def _equip(queue):
    thing = getattr(queue, "_interleave", 0)
    if not thing:
        key = pipe_key(queue._reader) or pipe_key(queue._writer)
        if not key:
            return
        # What another process made has the name that it is given there.
        thing = record.object_id(Type.QUEUE, key, getattr(queue, "_interleave_name", ""))
        queue._interleave = thing
    bounded = queue._maxsize < queue._sem._semlock.SEM_VALUE_MAX
    buffer = queue._buffer = _Buffer(thing, bounded)
    if type(queue._notempty) is _Conditions.watched:
        queue._notempty.__class__ = _Conditions.left_alone
    for lock in (queue._rlock, queue._wlock, queue._sem):
        if lock is not None:
            process_locks.leave_alone(lock)
    room = _room_in(queue._writer)
    send, receive = _plain(queue._send_bytes), _plain(queue._recv_bytes)

    def send_bytes(data):
        number = buffer.fed
        if not number:
            return send(data)
        write = PUTS.get(get_ident()) or record.log().put
        full = len(data) > _AT_ONCE or not room(0)
        if full:
            write(PUT_REQUEST, 0, thing, 0, number)
        sent = send(b"".join((data, trailer.of(number))))
        if full:
            write(PUT_ABANDONED, 0, thing, 0, 0)
        write(MESSAGE_SENT, 0, thing, 0, number)
        return sent

    def receive_bytes(*args):
        data = receive(*args)
        number = trailer.message_in(data)
        if number:
            me = get_ident()
            (PUTS.get(me) or record.log().put)(GET, 0, thing, _getting.pop(me, 0), number)
        return data

    queue._send_bytes, queue._recv_bytes = send_bytes, receive_bytes


def _room_in(connection):
    """Asks whether a little can be sent through a connection without waiting."""
    try:
        poll = select.poll()
        poll.register(connection.fileno(), select.POLLOUT)
        return poll.poll
    except (AttributeError, OSError, ValueError):  # no such call here, or an end that only receives
        return lambda _: True


def _plain(method):
    """A method of the queue's connection without our hook, which is for the program's calls."""
    return _unhooked(method.__func__).__get__(method.__self__) if hasattr(method, "__func__") else method


def _unhooked(function):
    return getattr(function, "__wrapped__", function)


def _put(plain):
    def put(self, obj, block=True, timeout=None):
        try:
            buffer = self._buffer
            me = get_ident()
            known = type(buffer) is _Buffer and me not in buffer.putting
            if known:
                site = _site(caller())
                if buffer.bounded:
                    limits.say(buffer.thing, timeout if block else 0)
                    event(PUT_REQUEST, 0, buffer.thing, site, 0)
                buffer.putting[me] = site, preview(obj)
        except Exception as error:
            forgive(plain, error)
            known = False
        try:
            return plain(self, obj, block, timeout)
        except BaseException as error:
            if known and buffer.putting.pop(me, None) is not None:
                silently(_failed, PUT_ABANDONED, error, buffer.thing, site)
            raise

    return bare(put)


def _get(plain):
    def get(self, block=True, timeout=None):
        try:
            thing = getattr(self, "_interleave", 0)
            if thing:
                me = get_ident()
                site = _site(caller())
                write = PUTS.get(me) or record.log().put
                if timeout is not None or not block:
                    limits.say(thing, timeout if block else 0)
                write(GET_REQUEST, 0, thing, site, 0)
                _getting[me] = site
        except Exception as error:
            forgive(plain, error)
            thing = 0
        if not thing:
            return plain(self, block, timeout)
        try:
            got = plain(self, block, timeout)
        except BaseException as error:
            if _getting.pop(me, None) is not None:
                silently(_failed, GET_ABANDONED, error, thing, site)
            raise
        if _getting.pop(me, None) is not None:  # who put it is not traced
            silently(_got, thing, site, got)
        return got

    return bare(get)


def _site(frame):
    try:
        return SITES[id(frame.f_code)][frame.f_lasti]
    except (AttributeError, KeyError):
        return frames.site_of_user(frame)


def _failed(kind, error, thing, site):
    event(kind, failure(error), thing, site, 0)


def _got(thing, site, value):
    record.text(GET, 0, thing, site, record.message_id(), preview(value))


def _feed(original):
    def _feed(*args):
        name_thread(Flag.SERVICE, "QueueFeederThread")
        if type(args[0]) is _Buffer:
            _feeding[get_ident()] = args[0]
        try:
            original(*args)
        finally:
            _feeding.pop(get_ident(), None)

    return _feed


def _finalize_join(original):
    """At its end a process waits until its feeder has sent what it has, which may be for ever."""

    def _finalize_join(feeder):
        thread = feeder()
        number = getattr(thread, "_interleave", 0)
        if not number or not thread.is_alive():
            return original(feeder)
        event(JOIN_BEGIN, 0, 0, 0, number)
        try:
            return original(feeder)
        finally:
            event(JOIN_END, 0, 0, 0, number)

    return _finalize_join


def _on_queue_feeder_error(original):
    def _on_queue_feeder_error(error, obj):
        buffer = _feeding.get(get_ident())
        if buffer is not None and buffer.fed:
            reason = "%s: %s" % (type(error).__name__, preview(error.args[0]) if error.args else "")
            record.text(MESSAGE_SENT, Flag.FAILED, buffer.thing, 0, buffer.fed, reason)
        return original(error, obj)

    return _on_queue_feeder_error


# SimpleQueue: its pools and executors are the library's own affair, so only what the program calls itself counts.


def _simple_init(original):
    def __init__(self, *args, **named):
        name = creation.name("Queue", _ways)
        original(self, *args, **named)
        if name:
            _simple_thing(self, name)

    return __init__


def _simple_thing(queue, name=""):
    thing = getattr(queue, "_interleave", 0)
    if not thing:
        key = pipe_key(queue._reader) or pipe_key(queue._writer)
        thing = queue._interleave = record.object_id(Type.QUEUE, key, name)
    return thing


def _simple_put(module):
    def make(original):
        def put(self, obj):
            site = frames.site()
            if not site or type(self) is not module.SimpleQueue:
                return original(self, obj)
            data = module._ForkingPickler.dumps(obj)
            thing = _simple_thing(self)
            number = record.message_id()
            data = b"".join((data, trailer.of(number)))
            event(PUT_REQUEST, 0, thing, site, number)
            try:
                original.instead(_send, self, data)
            except BaseException as error:
                event(PUT_ABANDONED, failure(error), thing, site, 0)
                raise
            record.text(PUT, 0, thing, site, number, preview(obj))

        return put

    return make


def _send(queue, data):
    if queue._wlock is None:
        queue._writer.send_bytes(data)
    else:
        with queue._wlock:
            queue._writer.send_bytes(data)


def _simple_get(module):
    def make(original):
        def get(self):
            site = frames.site()
            if not site or type(self) is not module.SimpleQueue:
                return original(self)
            thing = _simple_thing(self)
            event(GET_REQUEST, 0, thing, site, 0)
            return original.instead(_receive, self, module._ForkingPickler.loads, thing, site)

        return get

    return make


def _receive(queue, loads, thing, site):
    try:
        with queue._rlock:
            data = queue._reader.recv_bytes()
    except BaseException as error:
        event(GET_ABANDONED, failure(error), thing, site, 0)
        raise
    number = trailer.message_in(data)
    if number:
        event(GET, 0, thing, site, number)
    got = loads(data)
    if not number:
        _got(thing, site, got)
    return got
