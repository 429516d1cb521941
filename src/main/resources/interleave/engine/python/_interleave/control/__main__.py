"""Starts a host of many runs, see the package."""

import os
import sys


def _main():
    words = sys.argv[1:]
    if not words or "INTERLEAVE_CONTROL" not in os.environ:
        sys.exit("usage: INTERLEAVE_CONTROL=PORT:TOKEN python -m _interleave.control PROGRAM.py ARGUMENTS...")
    if not hasattr(os, "fork"):
        sys.exit("Programs in Python are controlled only where a process can be copied by fork.")
    if sys.implementation.name != "cpython" or not (3, 8) <= sys.version_info < (3, 14):
        sys.exit("Programs in Python are controlled by CPython 3.8 to 3.13, and this is %s." % sys.version.split()[0])
    from ..interpreter import flags

    if flags():
        sys.exit("Programs in Python are controlled where threads take turns, and this Python is free-threaded.")
    if os.environ.get("PYTHONHASHSEED", "random") == "random":
        # Sets would be in another order in each host.
        os.environ["PYTHONHASHSEED"] = "0"
        os.execv(sys.executable, [sys.executable, "-m", "_interleave.control"] + words)
    from . import importing

    importing.begin()
    from . import host

    host.serve(words)


_main()
