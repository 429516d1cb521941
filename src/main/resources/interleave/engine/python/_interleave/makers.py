"""Who makes an object, where it is of a class of the library: the program, or the library for itself."""

from . import frames


def maker(frame, made):
    """The program's frame that calls the constructor of `made`, seen from a frame within; None for the library's."""
    found = caller(frame, made)
    return found if found is not None and frames.is_user(found.f_code) else None


def caller(frame, made):
    """The frame that calls the constructor of `made`, whoever's it is."""
    constructors = None
    while frame is not None and not frames.is_user(frame.f_code):
        if constructors is None:
            constructors = set(_constructors(type(made)))
        if frame.f_code not in constructors and not frames.is_ours(frame.f_code):
            break
        frame = frame.f_back
    return frame


def _constructors(kind):
    for each in kind.__mro__:
        function = vars(each).get("__init__")
        while function is not None:
            code = getattr(function, "__code__", None)
            if code is not None:
                yield code
            function = getattr(function, "__wrapped__", None)
