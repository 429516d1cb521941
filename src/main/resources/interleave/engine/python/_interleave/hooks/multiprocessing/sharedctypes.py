"""Values and arrays that processes share: their locks are taken by properties, for the program."""

from multiprocessing.context import BaseContext

from _interleave import creation, hooking
from _interleave import process_locks as locks


def patch(module):
    """Has the lock of a value count as taken at the line that reads or writes the value."""
    base = module.SynchronizedBase
    _for_the_program(creation.codes(base, "__enter__", "__exit__"))
    array = module.SynchronizedArray
    _for_the_program(creation.codes(array, "__getitem__", "__setitem__", "__getslice__", "__setslice__"))
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
