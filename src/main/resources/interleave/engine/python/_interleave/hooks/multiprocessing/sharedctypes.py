"""Values and arrays that processes share: their locks are taken by properties, for the program."""

import struct
from multiprocessing.context import BaseContext

from _interleave import creation, frames, guards, hooking, record
from _interleave import process_locks as locks
from _interleave.kinds import FIELD_READ, FIELD_WRITE, Type, Value


def patch(module):
    """Has the lock of a value count as taken at the line that reads or writes the value."""
    base = module.SynchronizedBase
    _for_the_program(creation.codes(base, "__enter__", "__exit__"))
    array = module.SynchronizedArray
    _for_the_program(creation.codes(array, "__getitem__", "__setitem__", "__getslice__", "__setslice__"))
    if isinstance(vars(module.Synchronized).get("value"), property):
        hooking.replace(module.Synchronized, "value", _number(module.Synchronized.value))
    for owner, names in ((module.Synchronized, ("value",)), (module.SynchronizedString, ("value", "raw"))):
        for name in names:
            made = vars(owner).get(name)
            if isinstance(made, property):
                _for_the_program({made.fget.__code__, made.fset.__code__})
    locks.WAYS.update(creation.codes(module, "Value", "Array", "synchronized"))
    locks.WAYS.update(creation.codes(base, "__init__"))
    locks.WAYS.update(creation.codes(BaseContext, "Value", "Array"))
    hooking.wrap(module, "make_property", _make_property)


def _for_the_program(codes):
    locks.FOR_THE_PROGRAM.update((id(code), code) for code in codes)


def _make_property(original):
    """Of the program's own structures."""

    def make_property(name):
        made = original(name)
        if isinstance(made, property):
            _for_the_program({made.fget.__code__, made.fset.__code__})
        return made

    return make_property


def _number(original):
    """The number that processes share, which tells who reads and writes it; its lock is held meanwhile, as ever."""

    def get(self):
        self.acquire()
        try:
            value = self._obj.value
            guards.silently(_accessed, self, FIELD_READ, value)
            return value
        finally:
            self.release()

    def set(self, value):
        self.acquire()
        try:
            self._obj.value = value
            guards.silently(_accessed, self, FIELD_WRITE, self._obj.value)
        finally:
            self.release()

    return property(hooking.look_like(get, original.fget), hooking.look_like(set, original.fset))


def _accessed(shared, kind, value):
    if type(value) is float:
        bits, sort = struct.unpack("<q", struct.pack("<d", value))[0], Value.DOUBLE
    elif type(value) is int and -(1 << 63) <= value < 1 << 63:
        bits, sort = value, Value.LONG
    else:
        return
    variable = getattr(shared, "_interleave_number", 0)
    if not variable:
        lock = shared._lock
        made = locks.name_of(lock)
        name = record.name_of(locks.thing_of(lock))
        variable = record.object_id(Type.VARIABLE, record.key_of("value " + made) if made else 0, name)
        shared._interleave_number = variable
    record.event(kind, sort, variable, frames.user_site(2), bits)
