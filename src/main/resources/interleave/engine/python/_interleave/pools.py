"""Pools of concurrent.futures: the objects that stand for them, and what is known of their tasks.

What belongs to a future or an item of work is kept on it, under the name _interleave: a Task.
"""

import sys
from _thread import get_ident
from itertools import count
from threading import Condition, Event

from . import frames, limits, names, previews, record
from .hooking import quiet
from .kinds import RESULT_WAIT_BEGIN, RESULT_WAIT_END, TASK_ENDED, TASK_SUBMITTED, Flag, Type
from .known import Known
from .makers import maker

# By the executor: its pool.
_pools = Known()
# By thread: the submission that goes on in it.
_submitting = {}

_INITIALIZER = "the initializer of its worker failed"


class Pool:
    """A pool and how its tasks are numbered; the key is the same in all processes."""

    __slots__ = ("number", "key", "name", "next")

    def __init__(self, number, key, name):
        self.number = number
        self.key = key
        self.name = name
        self.next = count(1).__next__


def ids(number, items):
    """The ids of a task's items."""
    return range(number, number + (max(1, items) << 32), 1 << 32)


class Task:
    """A task of a pool: a call, or a chunk of so many items, which are told apart by the higher half of their ids."""

    __slots__ = ("pool", "number", "items", "over")

    def __init__(self, pool, number, items):
        self.pool = pool
        self.number = number
        self.items = items
        self.over = False

    def ids(self):
        """The ids of its items."""
        return ids(self.number, self.items)

    def end(self, flags, text):
        """Records that it is over, once."""
        if not self.over:
            self.over = True
            for each in self.ids():
                record.text(TASK_ENDED, flags, self.pool.number, 0, each, text)


class Submission:
    """What is to be recorded of a task as soon as it is certain that the pool takes it."""

    __slots__ = ("pool", "site")

    def __init__(self, pool, site):
        self.pool = pool
        self.site = site

    def __enter__(self):
        _submitting[get_ident()] = self

    def __exit__(self, *_):
        _submitting.pop(get_ident(), None)


@quiet
def made(executor, caller, kind, shared, prefix=""):
    """The program, or the library for it, has made an executor."""
    frame = maker(caller, executor)
    if frame is None and caller.f_globals.get("__name__", "").startswith("asyncio"):
        prefix = "asyncio"
    named = names.of_creation(frame) if frame is not None else ""
    name = names.counted(named) if named else prefix or names.numbered(kind)
    key = record.key_of("pool %d %d" % (record.message_id(), id(executor))) if shared else 0
    _pools.put(executor, Pool(record.object_id(Type.POOL, key, name), key, name))


def of(executor):
    """The pool of an executor; None when it was made unseen."""
    return _pools.get(executor)


@quiet
def take(future, call, items=()):
    """A submission was taken: its future is there. The arguments of several items are told one by one."""
    submission = _submitting.pop(get_ident(), None)
    if submission is None:
        return None
    pool = submission.pool
    task = Task(pool, pool.next(), len(items))
    future._interleave = task
    _watch(future, task)
    for item, each in enumerate(task.ids()):
        said = previews.call(*items[item]) if items else previews.call(*call)
        record.text_as(_actor(), TASK_SUBMITTED, 0, pool.number, submission.site, each, said)
    return task


def _actor():
    """Who submits: a task of an event loop, or a thread."""
    loops = sys.modules.get("_interleave.loops")
    return record.thread_id() if loops is None else loops.actor()


def task_of(future):
    """What is known of a future's task; None for a future that is of no pool."""
    return vars(future).get("_interleave")


def outcome(future):
    """Flags and text of a future that has its result."""
    return ended(future._exception, future._result)


def ended(exception, result):
    """Flags and text for a task that ended like this."""
    if exception is not None:
        return Flag.FAILED, previews.failure(exception)
    return 0, "" if result is None else previews.preview(result)


# Waiting for results. The conditions and events are those that the library makes for the purpose, one for each future
# and one for each wait for several: so nothing is between the program and what it calls, and waits are seen only where
# there is something to wait for.


class _ResultCondition(Condition):
    def wait(self, timeout=None):
        """Waits for the result of one task."""
        task = self._interleave_task
        return _waited(task.pool.number, task.number, super().wait, timeout)


class _ResultsEvent(Event):
    def wait(self, timeout=None):
        """Waits for the results of several tasks."""
        return _waited(self._interleave_pool, 0, super().wait, timeout)


def _watch(future, task):
    condition = future._condition
    if type(condition) is Condition:
        condition._interleave_task = task
        condition.__class__ = _ResultCondition


@quiet
def watch_several(futures, waiter):
    """A waiter for several futures."""
    task = next((task for task in map(task_of, futures) if task is not None), None)
    if task is not None and type(waiter.event) is Event:
        waiter.event._interleave_pool = task.pool.number
        waiter.event.__class__ = _ResultsEvent


def _waited(pool, task, wait, timeout):
    site = frames.user_site(2)
    limits.say(pool, timeout)
    record.event(RESULT_WAIT_BEGIN, 0, pool, site, task)
    flags = Flag.INTERRUPTED
    try:
        arrived = wait(timeout)
        flags = 0 if arrived else Flag.TIMED_OUT
        return arrived
    finally:
        record.event(RESULT_WAIT_END, flags, pool, site, task)


def shut_down(executor, close, wait):
    """The program shuts a pool down, and waits for all that is still to be done."""
    pool = of(executor)
    if pool is None or not wait:
        close()
        return
    site = frames.user_site(2)
    record.event(RESULT_WAIT_BEGIN, 0, pool.number, site, 0)
    try:
        close()
    finally:
        record.event(RESULT_WAIT_END, 0, pool.number, site, 0)
