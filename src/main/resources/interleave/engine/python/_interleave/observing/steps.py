"""Writes down one access after the other; see the package for why a lock is held meanwhile."""

import struct
import weakref
from _thread import RLock, get_ident
from ..clock import monotonic_ns

from .. import frames, names, record
from ..kinds import FIELD_READ, FIELD_WRITE, Type, Value
from ..previews import preview
from . import accesses, attributes

# Whoever waits longer than this for the lock goes on unobserved: the program must not stop because of us.
_LONGEST_WAIT = 2.0
_LEAST, _MOST = -(1 << 63), (1 << 63) - 1
_DOUBLE = struct.Struct("@d")
_BITS = struct.Struct("@Q")

# By thread: the accesses that it is about to make, as (frame, access, what holds the variable, its id, place). There
# are several where code of the program runs in the middle of one: a signal handler, or the end of what is overwritten.
_under_way = {}
_ids = {}
_MISSING = object()
# Where the program is under control: called before each access, and behind it with None.
before = None


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
    under_way = _under_way.setdefault(get_ident(), [])
    if under_way and under_way[-1][0] is frame:
        if under_way[-1][1] is access:
            return  # the instruction has an extended argument, which comes first
        _done(under_way)
    if before is not None:
        before(frame, access)
    if access is not None:
        _begin(under_way, frame, access)


def leave(frame):
    """The frame ends, or is left by an exception."""
    under_way = _under_way.get(get_ident())
    if under_way and under_way[-1][0] is frame:
        _done(under_way)


def _begin(under_way, frame, access):
    holder, number = _of_global(frame, access) if access.owner is None else _of_attribute(frame, access)
    if holder is None or not access.writes and holder.get(access.name, _MISSING) is _MISSING:
        return  # another one of that name, or of the builtins, or nowhere
    place = frames.site_of(frame)
    depth = len(under_way)
    try:
        if _Order.lock.acquire(True, _LONGEST_WAIT):
            under_way.append((frame, access, holder, number, place))
        else:
            _give_up("a thread waited too long to be written down")
    except BaseException:  # such as a KeyboardInterrupt just now
        del under_way[depth:]
        _release()
        raise


def _of_global(frame, access):
    """What holds a global variable, and its id; None where it is not observed."""
    scope = frame.f_globals
    if access.of_scope and frame.f_locals is not scope or not accesses.is_observed(access.name, scope):
        return None, 0
    return scope, _id_of_global(access.name, scope)


def _of_attribute(frame, access):
    """The same of an attribute, which may be a global variable of another module."""
    owner = attributes.owner_of(frame, access.owner)
    if attributes.is_module(owner):
        scope = attributes.variables_of_module(owner)
        observed = accesses.is_observed(access.name, scope)
        return (scope, _id_of_global(access.name, scope)) if observed else (None, 0)
    if owner is None or not attributes.is_of(owner, accesses.classes(access.name)):
        return None, 0
    holder, keeper = attributes.place(owner, access.name, access.writes)
    if holder is None:
        if attributes.is_computed(owner, access.name):
            _give_up("the class computes %s itself" % access.name)
        return None, 0
    return holder, _id_of_attribute(keeper, access.name)


def _give_up(why):
    if not _Order.failed:
        _Order.failed = True
        record.note("Some steps were not observed: %s." % why)


def _done(under_way):
    """Looks at what has been read or written, writes it down, and lets others go on."""
    _, access, holder, number, place = under_way[-1]
    try:
        value = holder.get(access.name, _MISSING)
        if value is not _MISSING:
            kind, bits = _encoded(value)
            looks = _looks(value, bits) if kind == Value.REFERENCE else None
            _Order.last = time = max(monotonic_ns(), _Order.last + 1)
            happened = FIELD_WRITE if access.writes else FIELD_READ
            if looks is None:
                record.event_at(happened, kind, number, place, bits, time)
            else:
                record.text_at(happened, kind, number, place, bits, looks, time)
    finally:
        under_way.pop()
        _release()


def _release():
    try:
        _Order.lock.release()
    except RuntimeError:
        pass  # it was never acquired


def _id_of_global(name, scope):
    known = _ids.get((id(scope), name))
    if known is None:
        known = _ids[id(scope), name] = record.object_id(Type.VARIABLE, 0, accesses.title(name, scope))
    return known


def _id_of_attribute(owner, name):
    """Objects are told apart for as long as they live."""
    key = id(owner), name
    known = _ids.get(key)
    if known is None or type(known) is tuple and known[1]() is not owner:
        number = record.object_id(Type.VARIABLE, 0, names.counted("%s.%s" % (attributes.title(owner), name)))
        try:
            known = number, weakref.ref(owner)
        except TypeError:  # such as one with slots: its place may be that of another one later
            known = number
        _ids[key] = known
    return known[0] if type(known) is tuple else known


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


def _looks(value, bits):
    """What is no number: of builtin types what it holds, of others the type, and which of them it is."""
    shown = preview(value)
    return "%s %x>" % (shown[:-1], bits) if shown == "<%s>" % type(value).__name__ else shown


def _double(value):
    try:
        return _BITS.unpack(_DOUBLE.pack(value))[0]
    except OverflowError:
        return _BITS.unpack(_DOUBLE.pack(float("inf") if value > 0 else float("-inf")))[0]
