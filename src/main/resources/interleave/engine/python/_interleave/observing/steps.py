"""Writes down one access after the other; see the package for why a lock is held meanwhile."""

import struct
from _thread import RLock, get_ident
from time import monotonic_ns

from .. import frames, record
from ..kinds import FIELD_READ, FIELD_WRITE, Type, Value
from . import accesses

# Whoever waits longer than this for the lock goes on unobserved: the program must not stop because of us.
_LONGEST_WAIT = 2.0
_LEAST, _MOST = -(1 << 63), (1 << 63) - 1
_DOUBLE = struct.Struct("@d")
_BITS = struct.Struct("@Q")

# By thread: the access that it is about to make, as (frame, access, variables of its module, place).
_under_way = {}
_ids = {}


class _Order:
    """The lock, and when it was given back last: times of one variable are never the same."""

    lock = RLock()
    last = 0
    failed = False


def renew():
    """In a copy made by fork, where another thread may have had the lock."""
    _Order.lock = RLock()
    _Order.last = 0
    _under_way.clear()


def step(frame, access):
    """The frame is about to run that instruction, or one that is no access; what it was about to do is done."""
    try:
        _step(frame, access)
    except Exception as error:
        _give_up("%s: %s" % (type(error).__name__, error))


def _step(frame, access):
    ident = get_ident()
    pending = _under_way.get(ident)
    if pending is not None and pending[0] is frame:
        if pending[1] is access:
            return  # the instruction has an extended argument, which comes first
        _done(ident, pending)
    if access is not None:
        _begin(ident, frame, access)


def leave(frame):
    """The frame ends, or is left by an exception."""
    ident = get_ident()
    pending = _under_way.get(ident)
    if pending is not None and pending[0] is frame:
        _done(ident, pending)


def _begin(ident, frame, access):
    scope = frame.f_globals
    if access.of_scope and frame.f_locals is not scope or not accesses.is_observed(access.name, scope):
        return
    if not access.writes and access.name not in scope:
        return  # of the builtins, or nowhere
    place = frames.site_of(frame)
    try:
        if _Order.lock.acquire(True, _LONGEST_WAIT):
            _under_way[ident] = (frame, access, scope, place)
        else:
            _give_up("a thread waited too long to be written down")
    except BaseException:  # such as a KeyboardInterrupt just now
        _release(ident)
        raise


def _give_up(why):
    if not _Order.failed:
        _Order.failed = True
        record.note("Some steps were not observed: %s." % why)


def _done(ident, pending):
    """Looks at what has been read or written, writes it down, and lets others go on."""
    _, access, scope, place = pending
    try:
        missing = scope
        value = scope.get(access.name, missing)
        if value is not missing:
            kind, bits = _encoded(value)
            _Order.last = time = max(monotonic_ns(), _Order.last + 1)
            happened = FIELD_WRITE if access.writes else FIELD_READ
            record.event_at(happened, kind, _id(access.name, scope), place, bits, time)
    finally:
        _release(ident)


def _release(ident):
    _under_way.pop(ident, None)
    try:
        _Order.lock.release()
    except RuntimeError:
        pass  # it was never acquired


def _id(name, scope):
    key = id(scope), name
    known = _ids.get(key)
    if known is None:
        known = _ids[key] = record.object_id(Type.VARIABLE, 0, accesses.title(name, scope))
    return known


def _encoded(value):
    """Type and bits of a value; of what is no number its identity."""
    kind = type(value)
    if kind is int:
        if _LEAST <= value <= _MOST:
            return Value.LONG, value & 0xFFFF_FFFF_FFFF_FFFF
        return Value.DOUBLE, _double(value)
    if kind is float:
        return Value.DOUBLE, _double(value)
    if kind is bool:
        return Value.BOOLEAN, int(value)
    return Value.REFERENCE, 0 if value is None else id(value)


def _double(value):
    try:
        return _BITS.unpack(_DOUBLE.pack(value))[0]
    except OverflowError:
        return _BITS.unpack(_DOUBLE.pack(float("inf") if value > 0 else float("-inf")))[0]
