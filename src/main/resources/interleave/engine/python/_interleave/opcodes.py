"""The instructions of a code object, in all versions of CPython."""

import os
import sys
from _opcode import stack_effect
from importlib.util import module_from_spec, spec_from_file_location

# Until 3.9 the jumps count bytes, and from 3.10 on instructions of two.
_UNIT = 2 if sys.version_info >= (3, 10) else 1
_NEW_GLOBAL = sys.version_info >= (3, 11)
_NEW_ATTR = sys.version_info >= (3, 12)
_VARIABLES = ("LOAD_FAST", "STORE_FAST", "LOAD_FAST_CHECK", "LOAD_FAST_BORROW")
_CELLS = ("LOAD_DEREF", "STORE_DEREF", "LOAD_CLASSDEREF", "LOAD_CLOSURE")
_NAMES = ("LOAD_NAME", "STORE_NAME", "STORE_GLOBAL", "STORE_ATTR", "LOAD_METHOD")


def _table():
    """The library's table, loaded under a name of ours: the program may have a module opcode of its own."""
    spec = spec_from_file_location("_interleave.opcode", os.path.join(os.path.dirname(os.__file__), "opcode.py"))
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


_TABLE = _table()
_RELATIVE = frozenset(_TABLE.hasjrel)
_ABSOLUTE = frozenset(_TABLE.hasjabs)
_STEP = 2 * _UNIT if _UNIT == 1 else 2
_EXTENDED = _TABLE.opmap["EXTENDED_ARG"]


def instructions(code):
    """Position in bytes, name, number and argument of each, without caches and extensions of arguments."""
    extension = 0
    stream = code.co_code
    for at in range(0, len(stream), 2):
        number = stream[at]
        argument = stream[at + 1] | extension
        if number == _EXTENDED:
            extension = argument << 8
        else:
            extension = 0
            if number:
                yield at, _TABLE.opname[number], number, argument


def effect(number, argument, jump=False):
    """By how much the stack grows where the instruction does not jump, or does."""
    return stack_effect(number, argument if number >= _TABLE.HAVE_ARGUMENT else None, jump=jump)


def targets(code):
    """All positions to which something jumps, also where that cannot be told apart from what lies beside it."""
    found = set()
    every = list(instructions(code))
    for index, (at, name, number, argument) in enumerate(every):
        behind = every[index + 1][0] if index + 1 < len(every) else at + 2
        if number in _RELATIVE:
            found.add(behind + (-_STEP if "BACKWARD" in name else _STEP) * argument)
        elif number in _ABSOLUTE:
            found.add(argument * _STEP)
    return found


def jumps(number):
    """Whether an instruction may jump, so many instructions on from the next as its argument says."""
    return number in _RELATIVE


def target(at, argument):
    """Where a jump forward leads that is at that position."""
    return at + 2 + argument * _UNIT


def name_of_argument(code, name, argument):
    """The variable, global or attribute that an instruction is about; None where it is about none."""
    if name in _VARIABLES:
        return code.co_varnames[argument]
    if name in _CELLS:
        if _NEW_GLOBAL:
            return code._varname_from_oparg(argument)
        return (code.co_cellvars + code.co_freevars)[argument]
    if name == "LOAD_GLOBAL":
        return code.co_names[argument >> _NEW_GLOBAL]
    if name == "LOAD_ATTR":
        return code.co_names[argument >> _NEW_ATTR]
    return code.co_names[argument] if name in _NAMES else None
