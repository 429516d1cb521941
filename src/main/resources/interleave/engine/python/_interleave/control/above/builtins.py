"""print: one operation, though the text and the end of the line are written one after the other."""

import io
import sys

from _interleave.control import output, scheduler, things
from _interleave.hooking import replace


def patch(module):
    """Replaces the function."""
    original = module.print

    def print(*values, sep=" ", end="\n", file=None, flush=False):
        """As the interpreter's, behind the point."""
        me = scheduler.current()
        stream = sys.stdout if file is None else file
        number = output.number(stream) if me is not None else 0
        place = things.place() if number else ("", 0)
        if not number or not place[1] and _shows_an_exception(sys._getframe(1)):
            return original(*values, sep=sep, end=end, file=file, flush=flush)
        text = io.StringIO()
        original(*values, sep=sep, end=end, file=text)  # what the values have to say is code of the program's
        said = text.getvalue()
        scheduler.point(me, "print", number, said.rstrip("\n"), None, None, None, place)
        output.write(stream, said)
        return None

    print.__qualname__ = print.__name__ = "print"
    print.__module__ = "builtins"
    print.__doc__ = original.__doc__
    replace(module, "print", print)


def _shows_an_exception(frame):
    """Whether the interpreter says what nobody caught, which is none of the program's operations."""
    return frame.f_globals.get("__name__") == "traceback"
