"""The children of this process, as it sees them: each is told of once when it starts, and once when it ends."""

import _signal
import os
from _thread import get_ident

from . import frames, limits, record
from .disguise import module_of
from .kinds import (
    CHILD_EXIT, CHILD_METHOD, CHILD_START, CHILD_START_FAILED, CHILD_TERMINATE, CHILD_WAIT_BEGIN, CHILD_WAIT_END,
    PROCESS_NAME, SIGNAL, Flag,
)

# Modules that have hooks of their own for what they do with children.
_THEIR_OWN = ("subprocess", "multiprocessing.", "asyncio.", "concurrent.")
_ENDING = {
    getattr(_signal, name)
    for name in ("SIGTERM", "SIGKILL", "SIGINT", "SIGQUIT", "SIGHUP", "SIGABRT")
    if hasattr(_signal, name)
}
_LONGEST = 1000


class _State:
    living = set()
    gone = set()
    # By the thread that is about to fork: what the copy will be called.
    names = {}
    # By the thread that is about to start one: what it will be called, and which flags it has beside.
    called = {}
    copies_are_others = False


def _renew():
    _State.living = set()
    _State.gone = set()
    _State.names = {}
    _State.called = {}
    _State.copies_are_others = False


record.at_fork(_renew)


def has_hooks_of_its_own(frame):
    """Whether the caller is a module that tells of its children itself."""
    return module_of(frame).startswith(_THEIR_OWN)


def line(command):
    """A command as one line, without calling anything of the program's."""
    kind = type(command)
    if kind is str:
        shown = command
    elif kind is bytes:
        shown = os.fsdecode(command)
    elif kind in (list, tuple):
        shown = " ".join(line(each) for each in list(command)[:100])
    elif kind.__module__.startswith("pathlib"):
        shown = str(command)
    else:
        shown = "<%s>" % kind.__name__
    return shown[:_LONGEST].replace("\n", " ")


def started(pid, name, time, flags=0):
    """A child has been started; the time is from before the call."""
    _State.gone.discard(pid)
    _State.living.add(pid)
    called, more = _State.called.pop(get_ident(), (None, 0))
    if called is not None:
        name, flags = called, flags | more
    if flags == Flag.FORK and _State.copies_are_others:
        return
    record.text_at(CHILD_START, flags, 0, frames.user_site(2), pid, name, time)


def starts(name, flags=0):
    """The next child that this thread starts has this name, and these flags beside its own."""
    _State.called[get_ident()] = name, flags


def leave_copies_to_others():
    """This process forks because others ask it to, and they tell of the copies."""
    _State.copies_are_others = True


def could_not_start(error):
    """A program is not there, or there is no room for another process."""
    why = "%s: %s" % (type(error).__name__, error) if isinstance(error, OSError) else type(error).__name__
    record.text(CHILD_START_FAILED, 0, 0, frames.user_site(2), 0, why)


def method(pid, text, daemon):
    """How multiprocessing made that child."""
    record.text(CHILD_METHOD, Flag.DAEMON if daemon else 0, 0, frames.user_site(2), pid, text)


def name_next_copy(name):
    """What the copy is called that the calling thread will make; None for none."""
    if name is None:
        _State.names.pop(get_ident(), None)
    else:
        _State.names[get_ident()] = name


def name_of_copy():
    """The name for the copy that the calling thread makes; empty where it has none of its own."""
    return _State.names.pop(get_ident(), "")


def call_self(name, flags=0):
    """This process has a name of its own."""
    record.text(PROCESS_NAME, flags, 0, 0, 0, name)


def is_living(pid):
    """Whether that is a child that was not yet waited for."""
    return pid in _State.living


def only_one():
    """The pid of the only child that lives, 0 where there are more or none."""
    living = list(_State.living)
    return living[0] if len(living) == 1 else 0


def ended(pid, status):
    """A child has ended, with a status as wait gives it."""
    if os.WIFSIGNALED(status):
        ended_with(pid, -os.WTERMSIG(status))
    elif os.WIFEXITED(status):
        ended_with(pid, os.WEXITSTATUS(status))


def ended_with(pid, code):
    """A child has ended, with that exit code, or minus the number of the signal that ended it."""
    if pid in _State.gone:
        return
    _State.gone.add(pid)
    _State.living.discard(pid)
    record.event(CHILD_EXIT, Flag.SIGNAL if code < 0 else 0, 0, 0, (abs(code) & 0xFFFF_FFFF) << 32 | pid)


def signalled(pid, number):
    """This process sends a signal to another; what may end one of the program's is told apart. 0 only asks."""
    if pid <= 0 or number <= 0:
        return
    if number in _ENDING and (pid in _State.living or pid == os.getppid()):
        flags = Flag.KILL if number == getattr(_signal, "SIGKILL", 9) else 0
        record.event(CHILD_TERMINATE, flags, 0, frames.user_site(2), number << 32 | pid)
    else:
        record.event(SIGNAL, 0, 0, frames.user_site(2), number << 32 | pid)


def wait_begins(pid, limit=None):
    """The calling thread waits for a child, any of them where the pid is 0, for so many seconds at most."""
    limits.say(0, limit)
    record.event(CHILD_WAIT_BEGIN, 0, 0, frames.user_site(2), pid)


def wait_ends(pid, flags=0):
    """It waits no longer."""
    record.event(CHILD_WAIT_END, flags, 0, 0, pid)
