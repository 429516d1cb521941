"""What os.system does, in Python, so that it is known which process it starts.

The system's library keeps that to itself. As it does, the interrupt and quit signals are for the command only while
it runs, and no signal is answered before it has ended. Only the main thread may change how signals are answered.
"""

import _signal
import os
import sys
from _thread import get_ident

from . import java

_SHELL = "/bin/sh"
_NO_SHELL = 127 << 8
_spawn = getattr(os, "posix_spawn", None)
_waitpid = getattr(os, "waitpid", None)


def can_run(command):
    """Whether this thread can run such a command this way."""
    if _spawn is None or type(command) is not str or "\0" in command or not os.path.exists(_SHELL):
        return False
    threading = sys.modules.get("threading")
    main = threading is None or getattr(threading._main_thread, "_ident", None) == get_ident()
    return main and None not in [_signal.getsignal(each) for each in (_signal.SIGINT, _signal.SIGQUIT)]


def run(command, started):
    """Runs it; `started` is told the pid. Returns the status as os.system does."""
    mask = _signal.pthread_sigmask(_signal.SIG_BLOCK, _signal.valid_signals())
    handlers = []
    try:
        for each in (_signal.SIGINT, _signal.SIGQUIT):
            handlers.append((each, _signal.signal(each, _signal.SIG_IGN)))
        answered = [each for each, handler in handlers if handler is not _signal.SIG_IGN]
        try:
            environment = java.environment([_SHELL, "-c", command], os.environ)
            pid = _spawn(_SHELL, ["sh", "-c", command], environment, setsigmask=mask, setsigdef=answered)
        except OSError:
            return _NO_SHELL
        started(pid)
        try:
            return _waitpid(pid, 0)[1]
        except OSError:
            return -1
    finally:
        for each, handler in handlers:
            _signal.signal(each, handler)
        _signal.pthread_sigmask(_signal.SIG_SETMASK, mask)
