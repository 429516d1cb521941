"""Pipes and connections: what is sent through them are messages, in each direction a track of its own.

What is pickled carries its number behind it, see trailer. Raw bytes are left as they are; of these the first that was
sent is the first that is received.
"""


from _interleave import creation, frames, hooking, limits, record, trailer, wires
from _interleave.kinds import GET, GET_ABANDONED, GET_REQUEST, PUT, PUT_ABANDONED, PUT_REQUEST, Flag, Type
from _interleave.previews import preview
from _interleave.wires import failure

event = record.event
_NOTHING = (0, 0)


def patch(module):
    """Watches what the program itself sends and receives."""
    base = module._ConnectionBase
    dumps = module._ForkingPickler.dumps
    loads = module._ForkingPickler.loads
    hooking.wrap(base, "send", lambda original: _send(original, dumps))
    hooking.wrap(base, "recv", lambda original: _recv(original, loads))
    hooking.wrap(base, "send_bytes", _send_bytes)
    hooking.wrap(base, "recv_bytes", _recv_bytes)
    hooking.wrap(base, "recv_bytes_into", _recv_bytes_into)
    hooking.wrap(base, "poll", _poll)
    hooking.wrap(module, "Pipe", _pipe)
    hooking.wrap(module, "wait", lambda original: _wait(original, module))
    if hasattr(module, "reduce_connection"):
        hooking.wrap(module, "reduce_connection", _reduce)
        module.reduction.register(module.Connection, module.reduce_connection)
    for function in (module.Connection._send, module.Connection._recv):
        # os.write and os.read, whose hooks are for the pipes of subprocess.
        function.__defaults__ = tuple(getattr(each, "__wrapped__", each) for each in function.__defaults__)


def things(connection):
    """The tracks of what is read from a connection and of what is written to it."""
    known = getattr(connection, "_interleave", None)
    if known is None:
        known = _NOTHING
        reads, writes = wires.keys(connection)
        if reads and reads == writes:
            thing = record.object_id(Type.QUEUE, reads, "")
            known = thing, thing
        elif reads:
            known = record.object_id(Type.QUEUE, reads, ""), record.object_id(Type.QUEUE, writes, "")
        connection._interleave = known
    return known


def _of_program(connection):
    """The tracks of one that the program has made, where the library sends or receives: a pool with queues of its own."""
    return getattr(connection, "_interleave", _NOTHING)


# Sending


def _send(original, dumps):
    def send(self, obj):
        site = frames.site()
        thing = things(self)[1] if site else _of_program(self)[1]
        if not site and not thing:
            return _send_for_library(self, obj, original, dumps)
        if not thing:
            return original(self, obj)
        self._check_closed()
        self._check_writable()
        number = record.message_id()
        data = b"".join((dumps(obj), trailer.of(number)))
        _sending(lambda whole: original.instead(self._send_bytes, whole), data, thing, site, number, obj)

    return send


def _sending(send, data, thing, site, number, shown):
    event(PUT_REQUEST, 0, thing, site, number)
    try:
        send(data)
    except BaseException as error:
        event(PUT_ABANDONED, failure(error), thing, site, 0)
        raise
    record.text(PUT, 0, thing, site, number, preview(shown))


def _send_for_library(connection, obj, original, dumps):
    about = trailer.SENDERS.get(id(frames.caller(2).f_code))
    if about is None:
        return original(connection, obj)
    number = about(connection, obj)
    if not number:
        return original(connection, obj)
    connection._check_closed()
    connection._check_writable()
    original.instead(connection._send_bytes, b"".join((dumps(obj), trailer.of(number))))


def _send_bytes(original):
    def send_bytes(self, buf, offset=0, size=None):
        site = frames.site()
        thing = (things(self) if site else _of_program(self))[1]
        if not thing:
            return original(self, buf, offset, size)
        _sending(lambda data: original(self, data, offset, size), buf, thing, site, 0, buf)

    return send_bytes


# Receiving


def _recv(original, loads):
    def recv(self):
        site = frames.site()
        thing = things(self)[0] if site else _of_program(self)[0]
        if not site and not thing:
            return _receive_for_library(self, original, loads)
        if not thing:
            return original(self)
        event(GET_REQUEST, 0, thing, site, 0)
        return original.instead(_receive, self, loads, thing, site)

    return recv


def _receive(connection, loads, thing, site):
    try:
        connection._check_closed()
        connection._check_readable()
        data = connection._recv_bytes().getbuffer()
    except BaseException as error:
        event(GET_ABANDONED, failure(error), thing, site, 0)
        raise
    event(GET, 0, thing, site, trailer.message_in(data))
    return loads(data)


def _receive_for_library(connection, original, loads):
    about = trailer.RECEIVERS.get(id(frames.caller(2).f_code))
    if about is None:
        return original(connection)

    def receive():
        connection._check_closed()
        connection._check_readable()
        data = connection._recv_bytes().getbuffer()
        numbers.append(trailer.message_in(data))
        return loads(data)

    numbers = []
    obj = original.instead(receive)
    if numbers[0]:
        about(connection, numbers[0], obj)
    return obj


def _recv_bytes(original):
    def recv_bytes(self, maxlength=None):
        site = frames.site()
        thing = (things(self) if site else _of_program(self))[0]
        if not thing:
            return original(self, maxlength)
        return _receiving(thing, site, lambda: original(self, maxlength))

    return recv_bytes


def _receiving(thing, site, receive):
    event(GET_REQUEST, 0, thing, site, 0)
    try:
        data = receive()
    except BaseException as error:
        event(GET_ABANDONED, failure(error), thing, site, 0)
        raise
    number = trailer.message_in(data)
    event(GET, 0, thing, site, number)
    return data[:-trailer.BYTES] if number else data


def _recv_bytes_into(original):
    def recv_bytes_into(self, buf, offset=0):
        site = frames.site()
        thing = (things(self) if site else _of_program(self))[0]
        if not thing:
            return original(self, buf, offset)
        event(GET_REQUEST, 0, thing, site, 0)
        try:
            size = original(self, buf, offset)
        except BaseException as error:
            event(GET_ABANDONED, failure(error), thing, site, 0)
            raise
        event(GET, 0, thing, site, 0)
        return size

    return recv_bytes_into


# Waiting until something can be received


def _poll(original):
    def poll(self, timeout=0.0):
        site = frames.site() if timeout is None or timeout else 0
        thing = things(self)[0] if site else 0
        if not thing:
            return original(self, timeout)
        return _waiting(thing, site, timeout, lambda: original(self, timeout))

    return poll


def _waiting(thing, site, limit, wait):
    limits.say(thing, limit)
    event(GET_REQUEST, 0, thing, site, 0)
    flags = Flag.FAILED
    try:
        ready = wait()
        flags = 0 if ready else Flag.TIMED_OUT
        return ready
    except BaseException as error:
        flags = failure(error)
        raise
    finally:
        event(GET_ABANDONED, flags, thing, site, 0)


def _wait(original, module):
    def wait(object_list, timeout=None):
        site = frames.site()
        if not site or timeout == 0 or type(object_list) not in (list, tuple, set):
            return original(object_list, timeout)
        first = next((each for each in object_list if type(each) is module.Connection), None)
        thing = things(first)[0] if first is not None else 0
        if not thing:
            return original(object_list, timeout)
        return _waiting(thing, site, timeout, lambda: original(object_list, timeout))

    return wait


# Pipes


def _pipe(original):
    def Pipe(duplex=True):
        first, second = original(duplex)
        try:
            _name(first, second, duplex)
        except Exception as error:
            record.note("A pipe could not be traced: %s: %s." % (type(error).__name__, error))
        return first, second

    return Pipe


def _name(first, second, duplex):
    if duplex:
        wires.pair(first, second)
    name = creation.name("Pipe", _ways())
    if not name:
        return
    there, back = wires.keys(second)[0], wires.keys(second)[1]
    if duplex:
        onward = record.object_id(Type.QUEUE, there, name + " →")
        backward = record.object_id(Type.QUEUE, back, name + " ←")
        first._interleave, second._interleave = (backward, onward), (onward, backward)
    else:
        thing = record.object_id(Type.QUEUE, there, name)
        first._interleave = second._interleave = thing, thing


def _ways():
    from multiprocessing.context import BaseContext

    return creation.codes(BaseContext, "Pipe")


def _reduce(original):
    def reduce_connection(conn):
        try:
            wires.tell(conn)
        except (OSError, TypeError):
            pass  # it cannot be told which pipe it is of; the library says the rest
        return original(conn)

    return reduce_connection
