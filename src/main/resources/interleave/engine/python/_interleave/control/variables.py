"""Reads and writes of observed variables, which are points."""

import sys
from array import array
from collections import deque

from .. import opcodes, record
from ..observing import accesses, attributes
from . import outside, scheduler, stack, switches, things, wire

_MISSING = object()
_CHANGEABLE = (list, dict, set, bytearray, deque, array)
# By thread: the access that it is about to make or has just made, as (frame, access, what holds the variable).
_under_way = {}
# By number: what holds the variable, and its name, in the order in which they were seen.
_seen = {}


class _Mode:
    """Whether points are left out at which this interpreter would not switch."""

    interpreter = False


def begin(wanted, interpreter=False):
    """Begins to look; False where another tool of the program does so already.

    interpreter: whether points are left out at which this interpreter would let nobody else run.
    """
    _Mode.interpreter = interpreter
    record.note = _not_observed
    accesses.begin(wanted)
    if not wanted:
        return True
    if sys.version_info >= (3, 12):
        from ..observing import monitoring as eyes
    else:
        from ..observing import tracing as eyes
    return eyes.begin(step, leave)


def begin_recorded(interpreter):
    """The same where the tracer observes: it calls before it writes down what is read and written."""
    _Mode.interpreter = interpreter
    from ..observing import steps

    steps.before = step


def _not_observed(sentence):
    outside.told("unobserved", sentence)


def step(frame, access):
    """The frame is about to run that instruction, or one that is no access; what it was about to do is done."""
    me = scheduler.current()
    if me is None:
        return
    before = _under_way.pop(me, None)
    if before is not None:
        if before[0] is frame and before[1] is access:
            _under_way[me] = before
            return  # the instruction has an extended argument, which comes first
        _done(me, before)
    if access is not None and scheduler.others_live(me):
        _point(me, frame, access)


def leave(_):
    """The frame ends, or is left by an exception."""
    me = scheduler.current()
    before = _under_way.pop(me, None) if me is not None else None
    if before is not None:
        _done(me, before)


def _point(me, frame, access):
    holder, number, write = _of_global(frame, access) if access.owner is None else _of_attribute(frame, access)
    if not number:
        return
    place = things.file_of(frame.f_code), frame.f_lineno or 0
    last, _last[me] = _last.get(me), (frame, access)
    if last is not None and last[0] is frame and last[1] is switches.before(frame.f_code, frame.f_lasti):
        if _Mode.interpreter:
            return
        outside.told("switch", switches.words())
    if not access.writes:
        # Whoever gets hold of a list may change it, and that is seen nowhere else.
        changeable = isinstance(holder.get(access.name), _CHANGEABLE) and not _only_looks(frame)
        scheduler.point(me, "update" if changeable else "read", number, "", None, None, None, place)
        value = holder.get(access.name, _MISSING)
        if value is not _MISSING:
            scheduler.did(me, things.shown(value))
        _under_way[me] = frame, access, None
        return
    value = stack.value(frame, write)
    known = value is not stack.UNKNOWN
    scheduler.point(me, "write", number, things.shown(value) if known else "", None, None, None, place)
    if known:
        scheduler.did(me, things.shown(value))
    _under_way[me] = frame, access, None if known else holder


# What is loaded before these is only asked whether it is empty, or compared.
_LOOKING = ("POP_JUMP", "TO_BOOL", "UNARY_NOT", "JUMP_IF_", "COMPARE_OP", "CONTAINS_OP")
_looking = {}


def _only_looks(frame):
    code = frame.f_code
    known = _looking.get(id(code))
    if known is None:
        every = list(opcodes.instructions(code))
        at = {one[0] for one, other in zip(every, every[1:]) if other[1].startswith(_LOOKING)}
        known = _looking[id(code)] = at, code
    return frame.f_lasti in known[0]


def _done(me, access):
    """A write whose value was not known before."""
    if access[2] is not None:
        value = access[2].get(access[1].name, _MISSING)
        if value is not _MISSING:
            scheduler.did(me, things.shown(value))


def _of_global(frame, access):
    scope = frame.f_globals
    if access.of_scope and frame.f_locals is not scope or not accesses.is_observed(access.name, scope):
        return None, 0, 0
    return _global(scope, access) + (1,)


def _global(scope, access):
    if not access.writes and access.name not in scope:
        return None, 0
    key = id(scope), access.name
    return scope, _number(key, scope, access.name, accesses.title(access.name, scope))


def _of_attribute(frame, access):
    owner = attributes.owner_of(frame, access.owner)
    if attributes.is_module(owner):
        scope = attributes.variables_of_module(owner)
        return _global(scope, access) + (2,) if accesses.is_observed(access.name, scope) else (None, 0, 0)
    if owner is None or not attributes.is_of(owner, accesses.classes(access.name)):
        return None, 0, 0
    holder, keeper = attributes.place(owner, access.name, access.writes)
    if holder is None:
        if attributes.is_computed(owner, access.name):
            outside.told("unobserved", access.name)
        return None, 0, 0
    title = "%s.%s" % (attributes.title(keeper), access.name)
    return holder, _number((id(keeper), access.name), keeper, access.name, title, holder), 2


# By thread: the frame and the access at which it stood last.
_last = {}
_numbers = {}
_titles = {}


def _number(key, keeper, name, title, holder=None):
    """The number of a variable; what has it is kept alive, so that no other gets its place in memory."""
    found = _numbers.get(key)
    if found is None:
        if holder is not None:  # of several objects
            _titles[title] = ordinal = _titles.get(title, 0) + 1
            title = title if ordinal == 1 else "%s@%d" % (title, ordinal)
        found = _numbers[key] = things.number("variable", title), keeper
        _seen[found[0]] = holder if holder is not None else keeper, name, title
    return found[0]


def tell_values():
    """What is in the variables in the end, in the order of their names."""
    main = vars(sys.modules["__main__"])
    for name in accesses.anywhere():
        if name in main:
            _number((id(main), name), main, name, name)
    for holder, name, title in sorted(_seen.values(), key=lambda each: each[2]):
        value = holder.get(name, _MISSING)
        if value is not _MISSING:
            wire.say("value", title, things.shown(value))


def renew():
    """In a new run."""
    _under_way.clear()
    _last.clear()
    _numbers.clear()
    _titles.clear()
    _seen.clear()
