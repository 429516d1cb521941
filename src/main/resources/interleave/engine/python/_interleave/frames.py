"""Who called: the program's own code, and at which line.

Places in the source are interned by code object and instruction; the line is looked up once. The program's own code is
all that is neither the standard library nor the tracer: packages that were installed beside it count as its own.
"""

import os
import sys
from itertools import count
from types import TracebackType

from .kinds import DEFINE_SITE

_getframe = sys._getframe
_OURS = os.path.dirname(os.path.abspath(__file__))
_LIBRARY = tuple({os.path.dirname(os.path.abspath(path)) for path in (os.__file__, os.path.realpath(os.__file__))})
_INSTALLED = ("site-packages", "dist-packages")

_users = {}
# By the identity of a code object, which is kept alive beside: the sites of its instructions. The hooks that have to be
# quick look here themselves: SITES[id(frame.f_code)][frame.f_lasti].
SITES = {}
_codes = {}
# The identities of the codes that stand between a hook and its caller, and between it and the original.
GUARDS = {}


class _Numbers:
    next = count(1).__next__


def begin(first):
    """Numbers the sites from there on."""
    _Numbers.next = count(first + 1).__next__


def forget():
    """In a copy of the process all places are to be named again."""
    SITES.clear()


def is_ours(code):
    """Whether a code object is of the tracer."""
    return code.co_filename.startswith(_OURS)


def is_user(code):
    """Whether a code object is of the program."""
    name = code.co_filename
    try:
        return _users[name]
    except KeyError:
        found = _users[name] = _is_user_file(name)
        return found


def _is_user_file(name):
    if name.startswith("<frozen") or name.startswith(_OURS) or name.endswith("sitecustomize.py"):
        return False
    return not is_library_file(name)


def is_library_file(name):
    """Whether a source file belongs to the standard library."""
    return name.startswith(_LIBRARY) and not any(part in name for part in _INSTALLED)


def caller(depth=1):
    """The frame so many callers up from the function that asks, passing over what guards the hooks; None when none is.

    There is none where the interpreter itself called, as it does on its way out.
    """
    return _up(_getframe(1), depth)


def _up(frame, depth):
    while depth and frame is not None:
        frame = frame.f_back
        if frame is None or id(frame.f_code) not in GUARDS:
            depth -= 1
    return frame


def user_frame(depth=1):
    """The nearest frame of the program, from `depth` callers up; None when there is none."""
    frame = _up(_getframe(1), depth)
    while frame is not None and not is_user(frame.f_code):
        frame = frame.f_back
    return frame


def site(depth=1):
    """The place `depth` callers up, 1 for the caller of the hook; 0 when it is not of the program."""
    frame = _up(_getframe(1), depth)
    if frame is None:
        return 0
    try:
        return SITES[id(frame.f_code)][frame.f_lasti]
    except KeyError:
        return site_of(frame) if is_user(frame.f_code) else 0


def site_of_user(frame):
    """The place of a frame, or of the nearest of the program that led to it; 0 when there is none."""
    while frame is not None and not is_user(frame.f_code):
        frame = frame.f_back
    return 0 if frame is None else site_of(frame)


def user_site(depth=1):
    """The place of the nearest frame of the program; 0 when there is none."""
    return site_of_user(_up(_getframe(1), depth))


def site_of(frame):
    """The place that a frame is at."""
    code = frame.f_code
    places = SITES.setdefault(id(code), {})
    known = places.get(frame.f_lasti)
    if known is None:
        _codes[id(code)] = code
        known = _Numbers.next()
        file = os.path.abspath(code.co_filename) if _is_path(code) else code.co_filename
        name = "%s\n%s\n%s" % (file, code.co_name, owner_of(code))
        from . import record

        record.text(DEFINE_SITE, 0, 0, known, frame.f_lineno or 0, name)
        places[frame.f_lasti] = known
    return known


def _is_path(code):
    return not code.co_filename.startswith("<")


def owner_of(code):
    """The class that a function is of; empty where it is of none."""
    try:
        name = code.co_qualname  # from 3.11 on
    except AttributeError:
        place = code.co_filename, code.co_firstlineno
        if place not in _owners:
            _owners[place] = _class_around(code) if _is_path(code) else ""
        return _owners[place]
    return name.rpartition(".")[0].rpartition("<locals>")[2].lstrip(".")


_owners = {}


def _class_around(code):
    """Reads it from the source: the nearest class above that is indented less, unless a function is nearer."""
    try:
        with open(code.co_filename, encoding="utf-8", errors="replace") as file:
            lines = [line for _, line in zip(range(code.co_firstlineno), file)]
    except OSError:
        return ""
    indent = _indent(lines[-1]) if lines else 0
    owners = []
    for line in reversed(lines[:-1]):
        text = line.lstrip()
        if text and not text.startswith("#") and _indent(line) < indent:
            if text.startswith("class "):
                owners.insert(0, text[6:].partition("(")[0].partition(":")[0].strip())
            elif text.startswith(("def ", "async def ")):
                break
            indent = _indent(line)
    return ".".join(owners)


def _indent(line):
    return len(line) - len(line.lstrip())


def without_us(traceback):
    """A traceback as it would be without the tracer's own frames."""
    if traceback is None:
        return None
    rest = without_us(traceback.tb_next)
    if traceback.tb_frame.f_code.co_filename.startswith(_OURS):
        return rest
    return TracebackType(rest, traceback.tb_frame, traceback.tb_lasti, traceback.tb_lineno)
