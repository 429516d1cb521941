"""Where the value of an object's attribute is kept, as far as it can be read without running code of the program.

That is so in an object's dictionary or slots, and in its class. It is not where a class computes the attribute itself,
or all of its attributes.
"""

import weakref
from types import MemberDescriptorType, ModuleType

_NAMES = type.__dict__["__name__"].__get__
_PLACES = type.__dict__["__qualname__"].__get__
_VARIABLES = type.__dict__["__dict__"].__get__
_ANCESTORS = type.__dict__["__mro__"].__get__
_OWN_WAYS = ("__getattribute__", "__setattr__")
_MISSING = object()

# By the identity of a class, whether its attributes are kept plainly: a slot, True or False.
_plans = {}


class _Slot:
    """Of one object: as a dictionary with one name."""

    __slots__ = ("descriptor", "owner")

    def __init__(self, descriptor, owner):
        self.descriptor = descriptor
        self.owner = owner

    def get(self, _, missing):
        """The value, or `missing`."""
        try:
            return self.descriptor.__get__(self.owner)
        except AttributeError:
            return missing


def owner_of(frame, variable):
    """The object that a variable of the frame holds; None where that cannot be told."""
    if variable is None:
        return None
    load, name = variable
    if load == "LOAD_GLOBAL":
        return frame.f_globals.get(name)
    return frame.f_locals.get(name)


def is_module(owner):
    """Whether it is a plain module, whose attributes are global variables."""
    return type(owner) is ModuleType


def variables_of_module(module):
    """The global variables of a plain module."""
    return ModuleType.__dict__["__dict__"].__get__(module)


def is_of(owner, classes):
    """Whether it is one of those classes, or an object of one."""
    of = owner if type(owner) is type else type(owner)
    return any(_NAMES(each) in classes or _PLACES(each) in classes for each in _ANCESTORS(of))


def title(owner):
    """What the object's class is called."""
    return _NAMES(owner if type(owner) is type else type(owner))


def place(owner, name, writes):
    """What holds the attribute, to be asked with get(name, missing), and whose it is: the object's or a class'.

    None and None where only the program could tell.
    """
    if type(owner) is type:
        return _of_class(owner if writes else _definer(owner, name))
    plan = _plan(type(owner), name)
    if plan is False:
        return None, None
    if plan is not True:
        return _Slot(plan, owner), owner
    try:
        own = object.__getattribute__(owner, "__dict__")
    except AttributeError:
        return None, None
    return (own, owner) if writes or name in own else _of_class(_definer(type(owner), name))


def _of_class(found):
    return (None, None) if found is None else (_VARIABLES(found), found)


def is_computed(owner, name):
    """Whether the program computes the attribute, so that its value could not be read without running that."""
    return type(owner) is not type and _plan(type(owner), name) is False


def _definer(of, name):
    """The class that has an attribute of its own under that name, which is a plain value."""
    for each in _ANCESTORS(of):
        value = _VARIABLES(each).get(name, _MISSING)
        if value is not _MISSING:
            return None if _is_computed(value) else each
    return None


def _is_computed(value):
    return any("__get__" in _VARIABLES(each) for each in _ANCESTORS(type(value)))


def _plan(of, name):
    key = id(of), name
    known = _plans.get(key)
    if known is None or known[0]() is not of:
        known = _plans[key] = weakref.ref(of), _look(of, name)
    return known[1]


def _look(of, name):
    for each in _ANCESTORS(of):
        if each is object:
            break
        variables = _VARIABLES(each)
        if any(way in variables for way in _OWN_WAYS) or type(variables.get("__dict__")) is property:
            return False
        value = variables.get(name, _MISSING)
        if type(value) is MemberDescriptorType:
            return value
        if value is not _MISSING and _is_computed(value):
            return False
    return True
