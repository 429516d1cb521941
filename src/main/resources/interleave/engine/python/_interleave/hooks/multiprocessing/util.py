"""Hooks of multiprocessing.util: the processes that it starts from a command line.

Those of a process whose environment no longer leads to us, or that ignores it, are traced all the same.
"""

import os
import sys
from _interleave.clock import monotonic_ns as now

from _interleave import children, disguise, hooking, record
from _interleave.kinds import Flag

_SERVICES = {
    "multiprocessing.forkserver": "forkserver",
    "multiprocessing.resource_tracker": "resource tracker",
    "multiprocessing.semaphore_tracker": "resource tracker",
}
_PACKAGE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
_BEGIN = "import sys; sys.path.insert(0, %r); import _interleave; _interleave.install(%r, %r); "


def patch(module):
    """Wraps the one function through which they go."""
    hooking.wrap(module, "spawnv_passfds", _spawning)


def _spawning(original):
    def spawnv_passfds(path, args, passfds):
        before = now()
        pid = original(path, args if _is_found() else _leading_to_us(args), passfds)
        service = _SERVICES.get(disguise.module_of(disguise.caller()))
        if service is not None:
            children.started(pid, service, before, Flag.SERVICE)
        return pid

    return spawnv_passfds


def _is_found():
    """Whether a Python that this one starts finds the tracer by itself."""
    flags = sys.flags
    if flags.isolated or flags.ignore_environment or flags.no_site:
        return False
    first = os.environ.get("PYTHONPATH", "").split(os.pathsep)[0]
    return first == os.path.dirname(_PACKAGE) and os.environ.get("INTERLEAVE_RECORDING") == record.folder()


def _leading_to_us(args):
    folder = os.path.dirname(_PACKAGE)
    words = list(args)
    for at, word in enumerate(words[:-1]):
        if word in ("-c", b"-c") and type(words[at + 1]) is type(word):
            begin = _BEGIN % (folder, os.path.join(folder, "sitecustomize.py"), record.folder())
            words[at + 1] = (os.fsencode(begin) if type(word) is bytes else begin) + words[at + 1]
            return words
    return args
