"""The program's own trace and profile functions are not told of our hooks, nor of what these call in the library.

What a hook calls in the place of the program is told as ever. A profile function of the library's, which holds each
frame against the one that called it, is told of all; so are the callbacks of sys.monitoring, which count frames.
"""

from _interleave import frames, guards, hooking

# What calls for the program, and not for us.
_CALLING = {id(each.__code__): each for each in (
    guards.Original.__call__, guards.Original.attempt, guards.Original.instead, *hooking.FOR_THE_PROGRAM)}


def patch(sys):
    """Wraps what sets such a function, and what says which one is set."""
    for name in ("settrace", "_settraceallthreads"):
        hooking.wrap(sys, name, _setting(frames.is_ours), bare=True)
    for name in ("setprofile", "_setprofileallthreads"):
        hooking.wrap(sys, name, _setting(_is_not_the_programs), bare=True)
    for name in ("gettrace", "getprofile"):
        hooking.wrap(sys, name, _getting, bare=True)


def _setting(tells_all):
    def setting(original):
        def set_function(function):
            function = _undisguised(function)
            code = getattr(function, "__code__", None)
            is_plain = function is None or code is not None and tells_all(code)
            return original(function if is_plain else _Watcher(function))

        return set_function

    return setting


def _getting(original):
    def get_function():
        return _undisguised(original())

    return get_function


def _undisguised(function):
    return function.function if type(function) is _Watcher else function


def _is_not_the_programs(code):
    return not frames.is_user(code)


class _Watcher:
    """Stands for such a function, and is as good as it."""

    __slots__ = ("function",)

    def __init__(self, function):
        self.function = function

    def __call__(self, frame, event, argument):
        return None if _is_hidden(frame) else self.function(frame, event, argument)


def _is_hidden(frame):
    """Whether it is ours, or of the library and called by ours for itself."""
    by = frame
    while by is not None:
        code = by.f_code
        if frames.is_ours(code):
            return by is frame or id(code) not in _CALLING
        if id(code) in hooking.ORIGINALS or frames.is_user(code):
            return False
        by = by.f_back
    return False
