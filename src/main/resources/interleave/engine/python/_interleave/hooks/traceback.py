"""Hooks of traceback: our frames are not shown, and what ends a process of multiprocessing is noted."""

import sys

from _interleave import disguise, exits, frames, hooking


def patch(module):
    """Wraps where tracebacks come in."""
    hooking.wrap(module.TracebackException, "__init__", _constructing)
    for name in ("walk_tb", "_walk_tb_with_full_positions"):
        hooking.wrap(module, name, _walking)
    hooking.wrap(module, "walk_stack", _walking_up)
    hooking.wrap(module, "print_exc", _printing)


def _constructing(original):
    def __init__(self, exc_type, exc_value, exc_traceback, *arguments, **named):
        disguise.clean(exc_traceback)
        original(self, exc_type, exc_value, exc_traceback, *arguments, **named)

    return __init__


def _walking(original):
    def walk_tb(tb):
        disguise.clean(tb)
        return original(tb)

    return walk_tb


def _walking_up(original):
    def walk_stack(f):
        if f is None:  # it counts frames from itself
            return original(f)
        return (each for each in original(f) if not disguise.is_ours(each[0]))

    return walk_stack


def _printing(original):
    def print_exc(*arguments, **named):
        by = frames.caller()
        if by.f_code.co_name == "_bootstrap" and disguise.module_of(by) == "multiprocessing.process":
            exits.failed(sys.exc_info()[1])
        return original(*arguments, **named)

    return print_exc
