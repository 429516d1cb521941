"""The value that an instruction is about to store: it lies on the frame's stack, which Python does not show.

Until 3.10 the collector of garbage shows it. From 3.11 to 3.13 it is read where CPython keeps it, at the depth that the
instructions before it have left; where that is not certain, as behind an exception, the value is not known.
"""

import gc
import sys

from .. import opcodes

UNKNOWN = object()
# In an object of type frame: where its inner frame is; in that: where locals and stack begin.
_INNER = 24
_LOCALS = 72
_ALWAYS_LEAVES = ("RETURN_", "RAISE_", "RERAISE", "JUMP_FORWARD", "JUMP_BACKWARD", "JUMP_ABSOLUTE", "INTERPRETER_EXIT")
_depths = {}


def _reads():
    """What reads an address; None where this Python may keep its frames otherwise."""
    if not (3, 11) <= sys.version_info < (3, 14) or sys.maxsize < 1 << 32 or hasattr(sys, "gettotalrefcount"):
        return None
    try:
        from ctypes import c_void_p, py_object
    except ImportError:
        return None
    return c_void_p.from_address, py_object.from_address


_READS = _reads()


def value(frame, below):
    """What lies there, 1 for the top; UNKNOWN where that cannot be told."""
    try:
        if sys.version_info < (3, 11):
            return gc.get_referents(frame)[-below]
        depth = _depth(frame.f_code, frame.f_lasti) if _READS is not None else None
        if depth is None or depth < below:
            return UNKNOWN
        address, thing = _READS
        at = address(id(frame) + _INNER).value + _LOCALS + 8 * (_locals(frame.f_code) + depth - below)
        return thing(at).value if address(at).value else UNKNOWN
    except (IndexError, ValueError):
        return UNKNOWN


def _locals(code):
    both = set(code.co_varnames) & set(code.co_cellvars)
    return len(code.co_varnames) + len(code.co_cellvars) + len(code.co_freevars) - len(both)


def _depth(code, at):
    known = _depths.get(id(code))
    if known is None:
        known = _depths[id(code)] = _depths_of(code), code
    for each in range(at, at + 8, 2):  # its argument may be extended, by up to three instructions before it
        if each in known[0]:
            return known[0][each]
    return None


def _depths_of(code):
    """By position, how many values are on the stack before the instruction, as far as that is certain."""
    found = {}
    ahead = {}
    depth = 0
    every = list(opcodes.instructions(code))
    for index, (at, name, number, argument) in enumerate(every):
        if depth is None:
            depth = ahead.get(at)
        if depth is None:
            continue
        found[at] = depth
        behind = every[index + 1][0] if index + 1 < len(every) else at + 2
        if opcodes.jumps(number) and "BACKWARD" not in name:
            ahead.setdefault(behind + 2 * argument, depth + opcodes.effect(number, argument, True))
        if name.startswith(_ALWAYS_LEAVES):
            depth = None
        else:
            depth += opcodes.effect(number, argument)
    return found
