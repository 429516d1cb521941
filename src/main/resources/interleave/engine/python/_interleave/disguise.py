"""Keeps the frames of our hooks out of what a program sees of itself: its warnings and tracebacks."""

import os
import sys
from types import FunctionType

_OURS = os.path.dirname(os.path.abspath(__file__)) + os.sep


def module_of(frame):
    """The name of the module that a frame runs code of."""
    name = frame.f_globals.get("__name__")
    return name if type(name) is str else ""


def is_ours(frame):
    """Whether a frame is one of our hooks."""
    return frame.f_code.co_filename.startswith(_OURS)


def call_as(frame, function, *arguments):
    """Calls from what looks like the line that a frame is at: what is warned of there is warned of that line."""
    cell = (lambda: (function, arguments)).__closure__
    code = _call.__code__.replace(
        co_filename=frame.f_code.co_filename,
        co_firstlineno=frame.f_lineno or frame.f_code.co_firstlineno,
        co_name=frame.f_code.co_name,
    )
    return FunctionType(code, frame.f_globals, code.co_name, None, cell)()


def _template():
    function = arguments = None
    return lambda: function(*arguments)


_call = _template()


def clean(traceback):
    """Takes our frames out of a traceback, but for its first."""
    seen = 0
    while traceback is not None and seen < 100_000:
        following = traceback.tb_next
        while following is not None and is_ours(following.tb_frame):
            following = following.tb_next
        if following is not traceback.tb_next:
            traceback.tb_next = following
        traceback = following
        seen += 1


def clean_all(error):
    """The same of an exception and of those that led to it."""
    left = [error]
    seen = set()
    while left:
        each = left.pop()
        if isinstance(each, BaseException) and id(each) not in seen:
            seen.add(id(each))
            clean(BaseException.__dict__["__traceback__"].__get__(each))
            left += [BaseException.__dict__[name].__get__(each) for name in ("__cause__", "__context__")]


def caller():
    """The frame that called the hook which asks, passing over further hooks of ours."""
    frame = sys._getframe(2)
    while frame is not None and is_ours(frame):
        frame = frame.f_back
    return frame
