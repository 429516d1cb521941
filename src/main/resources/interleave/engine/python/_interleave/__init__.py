"""Interleave's tracer of Python programs.

It writes what the threads and processes of an unmodified program do into the recording that the environment names,
in the format of interleave.event (format.md). It patches the standard library as its modules are imported, one module
of the package hooks for each of them. It starts no thread, raises nothing into the program, calls none of its code
and keeps none of its objects alive.
"""


def install(started_from, recording=None):
    """Begins to trace this process, if it is being recorded: as the environment says, or into that recording."""
    import os
    import sys

    folder = recording or os.environ.get("INTERLEAVE_RECORDING")
    if not folder or not os.path.isdir(folder) or sys.byteorder != "little" or sys.version_info < (3, 8):
        return
    if _is_within_another(folder):
        del sys.modules[__name__]
        return  # an interpreter within this process: its threads are those of the first
    from .control import recorded

    around = recorded.prepare() if recorded.is_asked() else ()
    from . import exits, gil, hooking, observing, record, stacks, streams

    record.begin(folder)
    gil.begin(folder)
    stacks.begin(folder)
    streams.begin()
    exits.begin()
    hooking.begin(os.path.dirname(os.path.abspath(started_from)), around)
    observing.begin(folder, recorded.begin() if around else ())


def _is_within_another(folder):
    import sys

    if sys.version_info < (3, 12):
        return _is_recorded_already(folder)
    name = "_interpreters" if sys.version_info >= (3, 13) else "_xxsubinterpreters"
    try:
        interpreters = __import__(name)
        return interpreters.get_current() != interpreters.get_main()
    except (ImportError, AttributeError):
        return False


def _is_recorded_already(folder):
    """Whether a segment of this process is mapped: what was there before exec has left files alone."""
    import os

    mine = "%d-" % os.getpid()
    if not any(name.startswith(mine) for name in os.listdir(folder)):
        return False
    try:
        with open("/proc/self/maps", errors="replace") as maps:
            return any(os.path.join(folder, mine) in line for line in maps)
    except OSError:
        return False
