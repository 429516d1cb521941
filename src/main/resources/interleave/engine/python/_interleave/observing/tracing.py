"""Sees each instruction of the frames that matter, until CPython 3.11: a trace function in every thread.

A program that sets a trace function itself, such as a debugger, takes the place of ours; that is noted.
"""

import sys

from .. import hooking, record
from . import accesses


class _Told:
    """Who is told of each step, and of the end of a frame."""

    step = leave = None


def begin(step, leave):
    """Begins to look; False when the program is traced already."""
    if sys.gettrace() is not None:
        return False
    _Told.step = step
    _Told.leave = leave
    import threading

    settrace = sys.settrace
    threading.settrace(_called)
    settrace(_called)
    record.at_thread(lambda: settrace(_called))  # those of the module below, too
    sys.settrace = hooking.look_like(_noted(settrace), settrace)
    return True


def _noted(settrace):
    def replaced(function):
        if function is not _called:  # which threading sets in each thread
            record.note("The program sets a trace function: from here on steps of that thread are not observed.")
        settrace(function)

    return replaced


def _called(frame, event, _, tables=accesses.tables):
    # For each call there is: what is known is looked up here.
    if event != "call" or tables.get(id(frame.f_code), frame) is None or accesses.table(frame.f_code) is None:
        return None
    frame.f_trace_lines = False
    frame.f_trace_opcodes = True
    return _within


def _within(frame, event, _):
    try:
        if event == "opcode":
            code = frame.f_code
            _Told.step(frame, accesses.table(code).before.get(frame.f_lasti))
            if code.co_freevars or code.co_cellvars:
                # Until 3.10 Python puts back what was in the variables before, also where another thread has changed
                # those that it shares meanwhile: looking again makes it what is in them now.
                frame.f_locals
        else:
            _Told.leave(frame)
    except BaseException:  # such as a KeyboardInterrupt just now; Python calls no trace function again that raised it
        record.note("An exception came while a step was observed: from here on those of its thread are not.")
        raise
    return _within
