"""Tasks of event loops: each is a lane of its own, and the thread that runs its loop takes them up in turns.

A task is met when it is created, or at its first step where somebody else than the loop created it.
"""

import sys
from _thread import get_ident
from types import BuiltinFunctionType, MethodType

from . import awaits, frames, limits, previews, record
from .kinds import AWAIT_BEGIN, AWAIT_END, IDLE_BEGIN, IDLE_END, THREAD_END, THREAD_STARTED, UNPARK, Awaited, Flag
from .known import Known

_WRAPPERS = ("TaskStepMethWrapper", "TaskWakeupMethWrapper")
_DEFAULT_NAME = "Task-"

# The lanes of the tasks that are not done.
LANES = Known()
# By thread: the lane of the task whose step it runs.
_running = {}
# The threads whose loops wait for what comes.
_idle = set()
# What could not be recorded, and was said.
_said = set()
# Which classes are tasks.
_tasks = {}


def task_of(callback):
    """The task whose step a callback of the loop is; None for any other callback."""
    kind = type(callback)
    if kind is BuiltinFunctionType or kind is MethodType or kind.__name__ in _WRAPPERS:
        owner = callback.__self__
        return owner if _is_task(type(owner)) else None
    return None


def _is_task(kind):
    try:
        return _tasks[kind]
    except KeyError:
        tasks = sys.modules["asyncio.tasks"]
        found = _tasks[kind] = issubclass(kind, (tasks.Task, tasks._PyTask))
        return found
    except TypeError:  # a class that cannot be hashed
        return False


def lane_of(task):
    """The lane of a task that is not done."""
    known = LANES.get(task)
    return created(task) if known is None else known


def created(task):
    """Gives a task a lane; it waits for its turn."""
    lane = _defined(task)
    LANES.put(task, lane)
    record.event_as(actor(), THREAD_STARTED, 0, 0, frames.user_site(2), lane)
    record.event_as(lane, AWAIT_BEGIN, Awaited.TURN, 0, awaits.first_line(task), 0)
    return lane


def _defined(task):
    lane = record.new_thread_id()
    own = awaits.is_of_loop(task)
    record.define_thread(lane, Flag.COROUTINE | Flag.SERVICE if own else Flag.COROUTINE, 0, _name_of(task))
    return lane


def renamed(task):
    """The task is called otherwise from now on."""
    lane = LANES.get(task)
    if lane is not None:
        record.define_thread(lane, Flag.COROUTINE, 0, _name_of(task))


def actor():
    """Who does what is done now: the task whose step it is, or the thread."""
    return _running.get(get_ident()) or record.thread_id()


def _name_of(task):
    """What the program calls the task, or its number and the function that it runs."""
    tasks = sys.modules["asyncio.tasks"]
    plain = tasks.Task if isinstance(task, tasks.Task) else tasks._PyTask
    name = plain.get_name(task)
    if not name.startswith(_DEFAULT_NAME):
        return name
    function = previews.name_of_code(task._coro)
    return name + " " + function if function else name


def current():
    """The lane of the task that runs in this thread, or else of the thread."""
    try:
        task = sys.modules["asyncio.tasks"].current_task()
    except (RuntimeError, KeyError):  # no loop runs here
        task = None
    return record.thread_id() if task is None else lane_of(task)


def step(task, run, handle):
    """Runs a step of a task."""
    ident = get_ident()
    outer = _running.get(ident)
    try:
        lane = lane_of(task)
        log = record.log()
        log.put(AWAIT_END, 0, 0, 0, log.thread, 0, lane)
        _running[ident] = lane
    except Exception as error:
        failed(error)
        lane = 0
    try:
        run(handle)
    finally:
        if outer is None:
            _running.pop(ident, None)
        else:
            _running[ident] = outer
        if lane:
            left(task, lane)


def failed(error):
    """Says what of a task could not be recorded, once for each kind of trouble."""
    sentence = "Something of a task was not recorded: %s: %s." % (type(error).__name__, error)
    if sentence not in _said:
        _said.add(sentence)
        record.note(sentence)


def left(task, lane):
    """A task has left the thread that ran it: it is done, or it awaits something."""
    log = record.log()
    try:
        if task._state == "PENDING":
            what, thing, detail, site = awaits.awaited(task, LANES)
            log.put(AWAIT_BEGIN, what, thing, site, log.thread | detail << 32, 0, lane)
        else:
            LANES.forget(task)
            flags, text = _outcome(task)
            log.put_text(THREAD_END, flags, 0, 0, 0, text, 0, lane)
    except Exception:  # a task of a kind that we do not know
        log.put(AWAIT_BEGIN, Awaited.FUTURE, 0, 0, log.thread, 0, lane)


def _outcome(task):
    if task._state == "CANCELLED":
        return Flag.CANCELLED, ""
    exception = task._exception
    if exception is not None:
        return Flag.FAILED, previews.failure(exception)
    return 0, "" if task._result is None else previews.preview(task._result)


def woken(task):
    """A task may go on; it waits for its turn."""
    lane = LANES.get(task)
    if lane is not None:
        waker = actor()
        if waker != lane:
            record.event_as(waker, UNPARK, 0, 0, 0, lane)


def started_at_once(task, began):
    """A task has begun to run while it was created: it is done, or it awaits something already."""
    lane = LANES.get(task)
    if lane is None:
        lane = _defined(task)
        log = record.log()
        log.put(THREAD_STARTED, 0, 0, frames.user_site(2), lane, began, actor())
        log.put(AWAIT_END, 0, 0, 0, log.thread, began, lane)
        if task._state == "PENDING":
            LANES.put(task, lane)
    left(task, lane)


def idle(limit=None):
    """The loop of this thread has nothing to do until something comes or it is time for something."""
    _idle.add(get_ident())
    limits.say(0, limit)
    record.event(IDLE_BEGIN, Flag.COROUTINE, 0, 0, 0)


def busy():
    """The loop has something to do again."""
    ident = get_ident()
    if ident in _idle:
        _idle.discard(ident)
        record.event(IDLE_END, 0, 0, 0, 0)


def event(kind, flags, thing, site, value):
    """Records an event of the task that runs in this thread, or else of the thread."""
    record.event_as(current(), kind, flags, thing, site, value)


def text(kind, flags, thing, site, value, string):
    """As event, with a text."""
    record.text_as(current(), kind, flags, thing, site, value, string)
