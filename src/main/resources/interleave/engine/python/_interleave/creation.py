"""Who made a thing, and what it is called there.

The library makes locks and queues for itself, by the same calls. A thing is the program's when nothing but the ways to
make one lies between the program and its constructor.
"""

from sys import _getframe

from . import frames, names

def maker(ways, depth=1):
    """The frame of the program that makes something by calling those codes; None when the library does."""
    frame = _getframe(depth + 1)  # the guards are ours, and passed over
    while frame is not None and not frames.is_user(frame.f_code):
        if frame.f_code not in ways and not frames.is_ours(frame.f_code):
            return None
        frame = frame.f_back
    return frame


def name(kind, ways, depth=1):
    """What the program calls the thing that it makes just now; a number of that kind where the library makes it."""
    frame = maker(ways, depth + 1)
    return names.name_of(frame, kind) if frame is not None else ""


def codes(owner, *functions):
    """The codes of those functions of a module or class, as far as it has them."""
    found = [vars(owner).get(each) for each in functions]
    return {each.__code__ for each in found if hasattr(each, "__code__")}
