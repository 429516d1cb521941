"""Between which instructions this interpreter itself lets another thread run.

Until 3.9 that is nearly everywhere. From 3.10 on it is at the beginning of a function, behind a call, and where a loop
goes back: what happens between two accesses without any of these is done in one go, unless an operator calls a function
of the program's own. A schedule in which another thread comes between them is possible with another interpreter, or
once a call is put there; with this one it is not.
"""

import sys

from .. import interpreter, opcodes
from ..observing import accesses

_EVERYWHERE = sys.version_info < (3, 10)
_SWITCHES = ("CALL", "RESUME", "JUMP_BACKWARD", "JUMP_ABSOLUTE", "FOR_ITER", "SEND", "YIELD_", "IMPORT_", "BEFORE_WITH",
             "SETUP_WITH", "WITH_", "GEN_START", "GET_AWAITABLE", "GET_ANEXT", "INSTRUMENTED_")
_known = {}


def before(code, at):
    """The access before the one at that position, where this interpreter goes from it to this one in one go; or None."""
    if _EVERYWHERE:
        return None
    known = _known.get(id(code))
    if known is None:
        known = _known[id(code)] = _of(code), code
    return known[0].get(at)


def words():
    """Which interpreter this is."""
    return interpreter.words()


def _of(code):
    table = accesses.table(code)
    found = {}
    if table is None:
        return found
    starts = {}
    for at, access in sorted(table.before.items(), reverse=True):
        starts[id(access)] = at
    targets = opcodes.targets(code)
    last = None
    for at, name, _, _ in opcodes.instructions(code):
        if at in targets or name.startswith(_SWITCHES):
            last = None
        access = table.before.get(at)
        if access is not None:
            if last is not None:
                for each in range(starts[id(access)], at + 1, 2):
                    found[each] = last
            last = access
    return found
