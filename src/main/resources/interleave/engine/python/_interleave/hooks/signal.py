"""Hooks of signal: that a signal has come, and a handler of the program's begins to run.

The interpreter is given a handler of ours, which tells that and calls the program's with what it was called with;
who asks which handler there is gets the program's.
"""

from types import FunctionType, MethodType

from _interleave import disguise, guards, hooking, record
from _interleave.kinds import SIGNAL, Flag

# By what the interpreter has: what the program gave.
_given = {}


def patch(module):
    """Wraps what sets a handler, and what tells which there is."""
    hooking.wrap(module, "signal", _setting)
    hooking.wrap(module, "getsignal", _asking)


def _setting(original):
    def signal(signalnum, handler):
        return _programs(original(signalnum, _telling(handler)))

    return signal


def _asking(original):
    def getsignal(signalnum):
        return _programs(original(signalnum))

    return getsignal


def _programs(handler):
    known = _given.get(id(handler))
    return handler if known is None or known[0] is not handler else known[1]


def _telling(handler):
    """What is not written in Python is left alone, as the interpreter's own for the interrupt is."""
    if type(handler) not in (FunctionType, MethodType):
        return handler

    def handle(signum, frame):
        guards.silently(_come, signum)
        return handler(signum, _interrupted(frame))

    hooking.look_like(handle, handler)
    _given[id(handle)] = handle, handler
    return handle


def _interrupted(frame):
    """What the program was at: it may have called a hook of ours."""
    interrupted = frame
    while interrupted is not None and disguise.is_ours(interrupted):
        interrupted = interrupted.f_back
    return frame if interrupted is None else interrupted


def _come(number):
    record.event(SIGNAL, Flag.HANDLED, 0, 0, int(number) << 32)
