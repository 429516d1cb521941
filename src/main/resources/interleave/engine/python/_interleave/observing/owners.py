"""Whose attribute an instruction reads or writes: which variable is on the stack then.

The instructions are followed in a line, as far as that goes: where the program jumps nothing is known.
"""

import sys

from .. import opcodes

_GLOBAL_FIRST = sys.version_info >= (3, 13)  # else a NULL lies below what is to be called
_NOWHERE = ("JUMP", "FOR_", "RETURN", "RAISE", "RERAISE", "SETUP", "WITH", "YIELD", "SEND", "END_")
_ROTATIONS = {"ROT_TWO": 2, "ROT_THREE": 3, "ROT_FOUR": 4}


def owners(code):
    """By position of each instruction that reads or writes an attribute: (instruction, attribute, variable or None).

    A variable is ("LOAD_FAST", its name), or the same of another load.
    """
    found = {}
    stack = []
    for at, name, number, argument in opcodes.instructions(code):
        if name in ("LOAD_ATTR", "STORE_ATTR"):
            found[at] = (name, opcodes.name_of_argument(code, name, argument), stack[-1] if stack else None)
        try:
            _follow(stack, code, name, number, argument)
        except (IndexError, ValueError):
            del stack[:]
    return found


def _follow(stack, code, name, number, argument):
    if name.startswith(_NOWHERE):
        del stack[:]
    elif name.startswith(("LOAD_FAST_LOAD_FAST", "LOAD_FAST_BORROW_LOAD_FAST")):
        stack.append(("LOAD_FAST", code.co_varnames[argument >> 4]))
        stack.append(("LOAD_FAST", code.co_varnames[argument & 15]))
    elif name == "STORE_FAST_LOAD_FAST":
        _pop(stack, 1)
        stack.append(("LOAD_FAST", code.co_varnames[argument & 15]))
    elif name.startswith("LOAD_FAST") or name in ("LOAD_DEREF", "LOAD_NAME"):
        plain = "LOAD_FAST" if name.startswith("LOAD_FAST") else name
        variable = opcodes.name_of_argument(code, name, argument)
        stack.append(None if variable is None else (plain, variable))
    elif name == "LOAD_GLOBAL":
        pushed = [(name, opcodes.name_of_argument(code, name, argument))]
        if opcodes.effect(number, argument) == 2:
            pushed.insert(_GLOBAL_FIRST, None)
        stack.extend(pushed)
    elif name in ("COPY", "DUP_TOP"):
        stack.append(_peek(stack, argument if name == "COPY" else 1))
    elif name == "SWAP":
        _grow(stack, argument)
        stack[-1], stack[-argument] = stack[-argument], stack[-1]
    elif name in _ROTATIONS:
        size = _ROTATIONS[name]
        _grow(stack, size)
        stack.insert(len(stack) - size, stack.pop())
    else:
        _other(stack, name, opcodes.effect(number, argument))


def _other(stack, name, effect):
    """What is on top behind any other instruction is new, unless it only takes something."""
    if effect < 0:
        _pop(stack, -effect)
    else:
        stack.extend([None] * effect)
    if stack and not name.startswith(("STORE_", "POP_", "DELETE_", "RESUME", "NOP", "CACHE", "PRECALL", "KW_NAMES")):
        stack[-1] = None


def _pop(stack, count):
    if count:
        del stack[-count:]


def _peek(stack, depth):
    return stack[-depth] if depth <= len(stack) else None


def _grow(stack, size):
    stack[:0] = [None] * (size - len(stack))
