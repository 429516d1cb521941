"""What runs this process's program: its name and version, and whether its threads take turns."""

import sys

from .kinds import Flag

_LEVELS = {"alpha": "a", "beta": "b", "candidate": "rc"}


def words():
    """`CPython 3.13.0`."""
    name = sys.implementation.name
    major, minor, micro, level, serial = sys.version_info
    stage = _LEVELS[level] + str(serial) if level in _LEVELS else ""
    return "%s %d.%d.%d%s" % ("CPython" if name == "cpython" else name, major, minor, micro, stage)


def flags():
    """Whether it was built to run without a GIL, and whether it has one all the same."""
    if "free-threading" not in sys.version and "t" not in getattr(sys, "abiflags", ""):
        return 0
    enabled = getattr(sys, "_is_gil_enabled", bool)()
    return Flag.FREE_THREADED | (Flag.WITH_GIL if enabled else 0)
