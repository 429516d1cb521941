"""Writes events: each thread into a segment of its own.

A copy of the process that fork made begins new segments. What the two share until our at-fork hooks have run is kept
apart like this: before the fork all writers are put aside, so that whoever records something meanwhile asks for one,
and then it is compared which process this is.
"""

import os
import sys
from _thread import get_ident
from itertools import count
from .clock import monotonic_ns as now

from . import interpreter, segment
from .budget import Budget
from .kinds import (
    DEFINE_OBJECT,
    DEFINE_THREAD,
    NATIVE_THREAD,
    PROCESS_RUNTIME,
    PROCESS_START,
    THREAD_BEGIN,
    TRACER_NOTE,
)

try:
    from _thread import get_native_id
except ImportError:

    def get_native_id():
        """Some systems have no such thing."""
        return 0


# So many of the objects interned first, and as many of those interned last, are named again in a copy made by fork.
_NAMED_AGAIN = 1000
# A program that called exec counts its objects from a multiple of that.
_OBJECTS_OF_PROGRAM = 1 << 20
_MAIN = 1
# Segments that threads share, where they have to, and one of so many that may be open is shared.
_MOST_SHARED = 4
_OPEN_PER_SHARED = 4

# By the identifier of the thread: its function that writes an event. The hooks that have to be quick ask here
# themselves: PUTS[get_ident()](kind, flags, thing, site, value).
PUTS = {}


class Log:
    """What one thread records with."""

    __slots__ = ("thread", "name", "segment", "put", "put_text", "put_bytes", "sum_up")

    def __init__(self, thread, name, opened):
        self.thread = thread
        self.name = name
        self.segment = opened
        self.sum_up = opened.sum_up
        self.put, self.put_text, self.put_bytes = segment.writer(opened, thread)


class _Silence:
    """Of a copy that becomes another program at once, and where nothing can be written, not even what is lost."""

    thread = 0
    name = ""

    @staticmethod
    def put(*_):
        pass

    put_text = put_bytes = sum_up = put


class _State:
    """What there is once in a process."""

    folder = ""
    pid = 0
    budget = None
    logs = {}
    put_aside = None
    first = None
    free = []
    shared = []
    opened = count(1).__next__
    threads = count(_MAIN).__next__
    messages = count(1).__next__
    objects = count(1).__next__
    named = [None] * (2 * _NAMED_AGAIN)
    renew = []
    begun = []
    silent_copies = set()


def begin(folder):
    """Starts recording this process into the folder."""
    _State.folder = folder
    _begin_process()
    first = _begin_ids()
    _State.objects = count(first + 1).__next__
    from . import frames

    frames.begin(first)
    at_fork(frames.forget)
    bind_thread(_State.threads(), "MainThread", 0)
    if first:  # threads of the program that called exec are none of this one's
        _State.threads = count(first + 1).__next__
    _introduce()
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(before=_before_fork, after_in_parent=_after_in_parent, after_in_child=_after_in_child)


def _introduce():
    """Says what this process is and what runs it."""
    text(PROCESS_START, 0, 0, 0, _State.pid, command_line())
    text(PROCESS_RUNTIME, interpreter.flags(), 0, 0, 0, interpreter.words())
    event(THREAD_BEGIN, 0, 0, 0, 0)


def folder():
    """Where the recording is."""
    return _State.folder


def _begin_process():
    _State.pid = os.getpid()
    _State.budget = Budget(_State.folder)
    _State.first = None
    _State.free = []
    _State.shared = []
    _State.opened = count(1).__next__
    _State.messages = count(1).__next__


def _begin_ids():
    """Where ids begin: a program that called exec has used some under the same pid."""
    start = "%d-" % _State.pid
    return sum(name.startswith(start) for name in os.listdir(_State.folder)) * _OBJECTS_OF_PROGRAM


def command_line():
    """How this process was called, as far as that can be known."""
    try:
        with open("/proc/self/cmdline", "rb") as file:
            words = file.read(8000).rstrip(b"\0").split(b"\0")
        return " ".join(os.fsdecode(word) for word in words)
    except OSError:
        return " ".join(getattr(sys, "orig_argv", getattr(sys, "argv", [sys.executable])))


# Events


def event(kind, flags, thing, site, value):
    """Records an event of the calling thread that happens now."""
    try:
        put = PUTS[get_ident()]
    except KeyError:
        put = log().put
    put(kind, flags, thing, site, value)


def event_at(kind, flags, thing, site, value, time):
    """As event, at that time, which must not be before the one that this thread recorded last."""
    log().put(kind, flags, thing, site, value, time)


def event_as(thread, kind, flags, thing, site, value):
    """As event, in the name of a thread with that id, which this one carries."""
    log().put(kind, flags, thing, site, value, 0, thread)


def text(kind, flags, thing, site, value, string):
    """Records an event with a text."""
    log().put_text(kind, flags, thing, site, value, string)


def text_at(kind, flags, thing, site, value, string, time):
    """As text, at that time."""
    log().put_text(kind, flags, thing, site, value, string, time)


def text_as(thread, kind, flags, thing, site, value, string):
    """As text, in the name of a thread with that id."""
    log().put_text(kind, flags, thing, site, value, string, 0, thread)


def note(sentence):
    """Says something that is shown with the recording, such as what could not be traced."""
    text(TRACER_NOTE, 0, 0, 0, 0, sentence)


def finish():
    """The process ends, in the middle of whatever its other threads do."""
    for each in _State.shared:
        each.fill_holes()


def message_id():
    """A number that no other message of the run has."""
    return (_State.pid & 0x3F_FFFF) << 40 | _State.messages()


def key_of(name):
    """A number for a name that is the same in all processes of the run: FNV-1a, never 0."""
    key = 0xCBF29CE484222325
    for byte in name.encode("utf-8", "backslashreplace"):
        key = (key ^ byte) * 0x100000001B3 & 0xFFFF_FFFF_FFFF_FFFF
    return key or 1


# Objects


def object_id(type_of_object, key, name):
    """Interns an object and returns its id.

    The key is what is the same in all processes that know the object, 0 when it is of this one only.
    """
    number = _State.objects()
    _State.named[_place_of(number)] = (number, type_of_object, key, name)
    text(DEFINE_OBJECT, type_of_object, number, 0, key, name)
    return number


def _place_of(number):
    """Where its name is kept: the first keep theirs, of the others the later take the place of the earlier."""
    nth = number % _OBJECTS_OF_PROGRAM
    return nth if nth < _NAMED_AGAIN else _NAMED_AGAIN + nth % _NAMED_AGAIN


def name_of(number):
    """What an interned object is called; empty where that is not known."""
    known = _State.named[_place_of(number)]
    return known[3] if known is not None and known[0] == number else ""


# Threads


def thread_id():
    """The id of the calling thread."""
    return log().thread


def thread_of(ident):
    """The id of the thread with that identifier; 0 when it has ended, or recorded nothing."""
    known = _State.logs.get(ident)
    return 0 if known is None else known.thread


def new_thread_id():
    """An id for a thread, or for what is drawn as one."""
    return _State.threads()


def bind_thread(number, name, flags):
    """From now on the calling thread is the one with that id."""
    ident = get_ident()
    made = _open_log(number, name)
    _State.logs[ident] = made
    PUTS[ident] = made.put
    define_thread(number, flags, ident, name)
    made.put(NATIVE_THREAD, 0, 0, 0, get_native_id())
    for begun in _State.begun:
        begun()


def at_thread(begun):
    """Has this called in each thread that becomes known, by the thread itself."""
    _State.begun.append(begun)


def define_thread(number, flags, runtime_id, name):
    """Says what a thread is called; again when it is renamed."""
    text_as(number, DEFINE_THREAD, flags, 0, 0, runtime_id, name)


def end_thread():
    """The calling thread records nothing more; its segment goes to the next thread that comes."""
    ident = get_ident()
    PUTS.pop(ident, None)
    ended = _State.logs.pop(ident, None)
    if isinstance(ended, Log) and not ended.segment.shared:
        _State.free.append(ended.segment)


def log():
    """The calling thread's log, which is made when it is asked for first."""
    try:
        return _State.logs[get_ident()]
    except KeyError:
        return _find_log()


def _find_log():
    if os.getpid() != _State.pid:  # a copy in which another at-fork hook comes before ours
        _after_in_child()
        return log()
    ident = get_ident()
    aside = _State.put_aside
    if aside is not None and ident in aside:
        return aside[ident]
    bind_thread(_State.threads(), _name_of_caller(ident, "Thread %d" % ident), 0)
    return _State.logs[ident]


def _name_of_caller(ident, otherwise):
    """What threading calls the thread, if it knows it; a look at its table makes no thread known that was not."""
    threading = sys.modules.get("threading")
    thread = getattr(threading, "_active", {}).get(ident)
    name = getattr(thread, "_name", None)
    return name if type(name) is str else otherwise


def _open_log(number, name):
    try:
        return Log(number, name, _segment_for(number))
    except OSError:
        return _Silence


def _segment_for(number):
    """One that is free, or a new one, or, where many are open or no room is left, one that several threads share."""
    try:
        return _State.free.pop()
    except IndexError:
        most = segment.most_open()
    try:
        if _State.opened() <= most:
            return _open_segment(number, False)
        if len(_State.shared) < min(_MOST_SHARED, most // _OPEN_PER_SHARED):
            _State.shared.append(_open_segment(number, True))
        elif not _State.shared:
            _State.shared.append(_segment_without_room(number))
    except OSError:
        if not _State.shared:
            _State.shared.append(_segment_without_room(number))
    return _State.shared[number % len(_State.shared)]


def _segment_without_room(number):
    """The one that this process has, where what its threads lose is counted too.

    A process that comes when all the room is in use takes a page nonetheless: to say what it is, and how much it loses.
    """
    only = _State.first
    if only is None:
        return _open_segment(number, True, True)
    only.share()
    return only


def _open_segment(number, shared, beyond_cap=False):
    name = "%d-%x-%d.seg" % (_State.pid, now(), number)
    opened = segment.Segment(os.path.join(_State.folder, name), _State.budget, shared, beyond_cap)
    opened.open(_State.pid, os.getppid())
    if _State.first is None:
        _State.first = opened
    return opened


# Fork


def at_fork(renew):
    """Has this called in each copy that fork makes, after the copy has a segment of its own."""
    _State.renew.append(renew)


def silence_copies(silent):
    """Whether copies that the calling thread makes are to record nothing, because they become another program."""
    if silent:
        _State.silent_copies.add(get_ident())
    else:
        _State.silent_copies.discard(get_ident())


def _before_fork():
    _State.put_aside = dict(_State.logs)
    _State.logs.clear()
    PUTS.clear()


def _after_in_parent():
    for ident, kept in (_State.put_aside or {}).items():
        _State.logs.setdefault(ident, kept)
        PUTS.setdefault(ident, kept.put)
    _State.put_aside = None  # not before: a signal handler may come between


def _after_in_child():
    if os.getpid() == _State.pid:
        return  # done already, see _find_log
    before = (_State.put_aside or _State.logs).get(get_ident())
    _State.put_aside = None
    _State.logs.clear()
    PUTS.clear()
    _begin_process()
    if get_ident() in _State.silent_copies:
        _State.logs[get_ident()] = _Silence
        return
    try:
        _begin_copy(before)
    except Exception:
        _State.logs[get_ident()] = _Silence  # it runs on, untraced


def _begin_copy(before):
    number = before.thread if before is not None else _State.threads()
    # Without threading nobody has named the copy's one thread; threading would call it so.
    called = before.name if before is not None and before.name else "MainThread"
    bind_thread(number, _name_of_caller(get_ident(), called) if "threading" in sys.modules else "MainThread", 0)
    for renew in _State.renew:
        renew()
    _introduce()
    for known, type_of_object, key, name in sorted(filter(None, _State.named)):
        text(DEFINE_OBJECT, type_of_object, known, 0, key, name)
