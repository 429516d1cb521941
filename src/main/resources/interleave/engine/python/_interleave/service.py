"""Threads that the library starts for its own use: folded away, but there."""

import sys
from _thread import get_ident

from . import record
from .kinds import Flag


def name_thread(flags, name=""):
    """Says what the calling thread is called and that it is one of those."""
    threading = sys.modules.get("threading")
    thread = getattr(threading, "_active", {}).get(get_ident())
    known = getattr(thread, "_name", "")
    if hasattr(thread, "_interleave_flags"):  # which count when it is renamed
        thread._interleave_flags = flags
    flags |= Flag.DAEMON if getattr(thread, "_daemonic", False) else 0
    record.define_thread(record.thread_id(), flags, get_ident(), name or (known if type(known) is str else ""))


def serving(original):
    """Makes of a thread's function one that says so first."""

    def run(*args, **named):
        name_thread(Flag.SERVICE)
        return original(*args, **named)

    return run
