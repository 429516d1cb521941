"""What operations are about: numbers and names of the program's objects, and the places of operations."""

import os
import sys
from itertools import count

from .. import frames, names, previews, record
from ..makers import caller, maker
from . import wire


# What these modules of the library make guards what is a point by itself.
INNER = ("threading", "queue", "_threading_local", "importlib", "_frozen_importlib", "weakref", "functools", "io",
         "selectors", "subprocess", "tempfile", "contextlib", "typing", "re", "_interleave")


class _State:
    """What there is once in a run."""

    next = count(1).__next__
    # By identity of what has no room for a number: the number, and the thing itself, which so keeps its identity.
    known = {}
    names = [""]
    recorded = False
    run = 1


def number(kind, name):
    """A new number for a thing of that kind and name."""
    made = _State.next()
    _State.names.append(name)
    wire.say("object", made, kind, name)
    return made


def run():
    """Which run this is, of those that this process makes."""
    return _State.run


def name(number):
    """What the thing of that number is called."""
    return _State.names[number]


def number_of(owner, kind, name):
    """The number of a thing; a new one where it is seen first. The name may be a function."""
    found = _State.known.get(id(owner))
    if found is None:
        found = number(kind, name() if callable(name) else name), owner
        _State.known[id(owner)] = found
    return found[0]


def name_made(thing, frame):
    """What the program calls a thing that it has made; the tracer knows that, where there is one."""
    if not _State.recorded:
        return name_of(frame, type(thing).__name__)
    number = thing.__dict__.get("_interleave", 0)
    return record.name_of(getattr(number, "id", number)) or type(thing).__name__


def is_recorded():
    """Whether the tracer records what the program does."""
    return _State.recorded


def are_recorded():
    """It does."""
    _State.recorded = True


def stream(name):
    """The number of one of the two streams, or of whatever else there is once by that name."""
    found = _State.known.get(name)
    if found is None:
        found = _State.known[name] = number("stream", "sys." + name), name
    return found[0]


def only(kind, name, which=None):
    """The number of what there is once in the system, by that name; or of those that are alike the one so called there."""
    found = _State.known.get((kind, which))
    if found is None:
        if which is not None:
            name %= 1 + sum(type(each) is tuple and each[0] == kind for each in _State.known)
        found = _State.known[kind, which] = number(kind, name), name
    return found[0]


def place():
    """File and line of the nearest frame of the program; empty and 0 where there is none."""
    frame = sys._getframe(1)
    while frame is not None:
        code = frame.f_code
        if frames.is_user(code):
            return file_of(code), frame.f_lineno or 0
        frame = frame.f_back
    return "", 0


def file_of(code):
    """The whole name of the file that a code is of; what is no file, as it is."""
    name = code.co_filename
    found = _files.get(name)
    if found is None:
        found = _files[name] = name if name.startswith("<") else os.path.abspath(name)
    return found


_files = {}


def user_frame():
    """The nearest frame of the program; None where there is none."""
    frame = sys._getframe(1)
    while frame is not None and not frames.is_user(frame.f_code):
        frame = frame.f_back
    return frame


def made_here(made):
    """Whether the program makes that object just now, and not the library for itself: then the frame that does."""
    return maker(sys._getframe(2), made)


def is_inner(made):
    """Whether a module of the library makes that object just now for what is a point by itself."""
    frame = caller(sys._getframe(2), made)
    return frame is not None and module_of(frame) in INNER


def module_of(frame):
    """The first name of the module whose code runs there."""
    return str(frame.f_globals.get("__name__")).partition(".")[0]


def name_of(frame, kind):
    """What the program calls what it makes at that frame."""
    return names.name_of(frame, kind) if frame is not None else names.numbered(kind)


def of_library(function):
    """Whether that function is none of the program's."""
    code = getattr(getattr(function, "__func__", function), "__code__", None)
    return code is not None and not frames.is_user(code)


def shown(value):
    """What a value looks like."""
    return previews.preview(value)


def renew():
    """In a new run."""
    _State.run += 1
    _State.next = count(1).__next__
    _State.known = {}
    _State.names = [""]
