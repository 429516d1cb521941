"""How the process and its main thread end, as far as that can be told from inside."""

import _thread
import atexit
import sys

from . import disguise, record, streams, sums
from .kinds import PROCESS_END, THREAD_END, Flag


class _State:
    # Why the main thread ends before its time.
    failure = ""
    code = None
    told = False


def begin():
    """Sees the program off, when everything of its own has been called that is to be called at the end."""
    atexit.register(_leaving)
    _tell_uncaught()
    record.at_fork(_forget)


def _forget():
    _State.failure = ""
    _State.code = None
    _State.told = False


def leaving_with(code):
    """The process leaves with that exit code, and calls nothing more."""
    sums.tell_all()
    streams.finish()
    record.event(PROCESS_END, 0, 0, 0, code & 0xFFFF_FFFF if type(code) is int else 0)
    record.finish()


def will_leave_with(code):
    """The process is about to leave with that exit code."""
    _State.code = code


def failed(error):
    """An exception ends the thread that is the process."""
    _State.failure = describe(error)


def thread_ends():
    """The thread that is the process has nothing more to do."""
    if _State.told:
        return
    _State.told = True
    failure = _State.failure
    record.text(THREAD_END, Flag.FAILED if failure else 0, 0, 0, 0, failure)


def failure():
    """What ends the thread that is the process; empty where nothing does."""
    return _State.failure


def describe(error):
    """An exception as a traceback's last line shows it, where that calls nothing of the program's."""
    kind = type(error)
    if kind.__str__ in (BaseException.__str__, OSError.__str__, KeyError.__str__):
        try:
            if all(type(each) in (str, int, float, bool, type(None), bytes, tuple) for each in error.args):
                said = str(error)
                return "%s: %s" % (kind.__name__, said) if said else kind.__name__
        except Exception:
            pass
    return kind.__name__


def _leaving():
    try:
        _tell()
    except Exception:
        pass  # which would be shown


def _tell():
    sums.tell_all()
    streams.finish()
    thread_ends()
    code = 1 if _State.failure else _State.code
    record.event(PROCESS_END, Flag.UNKNOWN if code is None else 0, 0, 0, code or 0)
    record.finish()


def _tell_uncaught():
    original = sys.excepthook
    if original is not sys.__excepthook__:
        return  # of whoever was here before us

    def excepthook(kind, value, traceback):
        _see(value, traceback)
        original(kind, value, traceback)

    sys.excepthook = sys.__excepthook__ = excepthook
    of_threads = _thread._excepthook

    def _excepthook(args):
        try:
            disguise.clean_all(args[1])
        except Exception:
            pass  # shown as it is
        of_threads(args)

    _thread._excepthook = _excepthook
    threading = sys.modules.get("threading")
    if getattr(threading, "excepthook", None) is of_threads:
        threading.excepthook = _excepthook


def _see(value, traceback):
    try:
        disguise.clean_all(value)
        disguise.clean(traceback)
        failed(value)
    except Exception:
        pass  # shown as it is
