"""Pools of processes and of threads: which worker ran which task, what came of it, and who waited for that.

A task's number is made of its job's, which the pool counts, and of its place in the job: known to the one who submits
it and to the worker alike. A chunk is a task within which its items run.
"""

import itertools
from _thread import get_ident

from _interleave import creation, frames, hooking, limits, names, previews, record
from _interleave.guards import silently
from _interleave.kinds import (IDLE_BEGIN, RESULT_WAIT_BEGIN, RESULT_WAIT_END, TASK_ENDED, TASK_STARTED,
                               TASK_SUBMITTED, Flag, Type)
from _interleave.previews import preview
from _interleave.service import name_thread, serving
from _interleave.wires import failure, pipe_key

event = record.event

# By the identity of the queue that a pool's workers take tasks from, in this process: the pool.
_pools = {}
# By the thread that submits: the place of its call and what the task is called.
_submitting = {}
_ways = set()


# Marks a chunk of one item, which stands for the item.
_ONE = 0


class _Library:
    """The module's own functions that run a chunk."""

    mapstar = None
    starmapstar = None


def patch(module):
    """Watches pools, their workers and their results."""
    pool = module.Pool
    _Library.mapstar, _Library.starmapstar = module.mapstar, module.starmapstar
    _ways.update(creation.codes(pool, "__init__") | creation.codes(module.ThreadPool, "__init__"))
    from multiprocessing.context import BaseContext

    _ways.update(creation.codes(BaseContext, "Pool"))
    hooking.wrap(pool, "_setup_queues", _setup_queues)
    hooking.wrap(module.ThreadPool, "_setup_queues", _setup_queues)
    hooking.wrap(pool, "_repopulate_pool", _repopulate_pool)
    hooking.wrap(pool, "apply_async", _apply_async)
    hooking.wrap(pool, "_map_async", _map_async)
    hooking.wrap(pool, "_guarded_task_generation", _guarded_task_generation)
    hooking.wrap(pool, "join", _join)
    for handler in ("_handle_workers", "_handle_tasks", "_handle_results"):
        hooking.wrap(pool, handler, serving)
    hooking.wrap(module, "worker", _worker)
    hooking.wrap(module.ApplyResult, "__init__", _result_init)
    hooking.wrap(module.MapResult, "__init__", _map_result_init)
    hooking.wrap(module.ApplyResult, "wait", _wait)
    hooking.wrap(module.IMapIterator, "next", _next)
    if "__next__" in vars(module.IMapIterator):
        hooking.replace(module.IMapIterator, "__next__", module.IMapIterator.next)


def task_number(job, place, item=0):
    """A task's number, or that of an item of it."""
    return (job + 1 & 0xF_FFFF) << 44 | (place + 1 & 0x3F_FFFF) << 22 | item & 0x3F_FFFF


# The pool itself


def _setup_queues(original):
    def _setup_queues(self):
        original(self)
        _made(self)

    return _setup_queues


def _repopulate_pool(original):
    """A pool of the program's own class may set up queues of its own."""

    def _repopulate_pool(self, *arguments, **named):
        if "_interleave" not in self.__dict__:
            silently(_made, self)
        return original(self, *arguments, **named)

    return _repopulate_pool


def _made(pool):
    _leave_alone(pool._inqueue, pool._outqueue)
    frame = creation.maker(_ways)
    kind = type(pool).__name__
    name = names.name_of(frame, kind) if frame is not None else names.numbered(kind)
    reader = getattr(pool._inqueue, "_reader", None)
    key = pipe_key(reader) if reader is not None else 0
    pool._interleave = _pools[id(pool._inqueue)] = record.object_id(Type.POOL, key, name)


def _leave_alone(*queues):
    """What goes through the queues of a pool is told as its tasks, also where they are of the program's own making."""
    for queue in queues:
        for name in ("_reader", "_writer"):
            end = getattr(queue, name, None)
            if type(end).__module__ == "multiprocessing.connection":
                end._interleave = 0, 0


def _pool_of(queue):
    reader = getattr(queue, "_reader", None)
    known = _pools.get(id(queue)) if reader is None else getattr(queue, "_interleave_pool", 0)
    if not known and reader is not None:
        known = queue._interleave_pool = record.object_id(Type.POOL, pipe_key(reader), "")
    return known or 0


# Submitting


def _apply_async(original):
    def apply_async(self, func, args=(), kwds={}, *rest, **named):
        site = frames.site() or frames.user_site()
        shown = previews.call(func, args, kwds) if type(args) in (tuple, list) and type(kwds) is dict else preview(func)
        return _submit(site, lambda *_: shown, original, self, func, args, kwds, *rest, **named)

    return apply_async


def _map_async(original):
    def _map_async(self, func, iterable, mapper, *rest, **named):
        if self._state == "RUN" and not hasattr(iterable, "__len__"):
            iterable = original.of_program(list, iterable)  # as the library does
        site = frames.site(2) or frames.user_site()
        star = mapper is _Library.starmapstar
        items = iterable if type(iterable) in (list, tuple, range) else ()

        def shown(first, last):
            return _chunk_name(func, star, items[first:last], last - first)

        return _submit(site, shown, original, self, func, iterable, mapper, *rest, **named)

    return _map_async


def _submit(site, shown, original, *arguments, **named):
    me = get_ident()
    _submitting[me] = site, shown
    try:
        return original(*arguments, **named)
    finally:
        _submitting.pop(me, None)


def _chunk_name(func, star, items, size):
    if len(items) == 1:
        return _item_name(func, star, items[0])
    if not items:
        return "%d × %s" % (size, previews.preview_name(func))
    return "%s … %s" % (_item_name(func, star, items[0]), _item_name(func, star, items[-1]))


def _item_name(func, star, item):
    return previews.call(func, item if star and type(item) in (tuple, list) else (item,))


def _result_init(original):
    def __init__(self, pool, *args, **named):
        original(self, pool, *args, **named)
        self._interleave = getattr(pool, "_interleave", 0)
        submitting = _submitting.get(get_ident())
        if submitting is not None and type(self).__name__ != "MapResult":
            site, shown = submitting
            record.text(TASK_SUBMITTED, 0, self._interleave, site, task_number(self._job, 0), shown())

    return __init__


def _map_result_init(original):
    def __init__(self, pool, chunksize, length, *args, **named):
        original(self, pool, chunksize, length, *args, **named)
        submitting = _submitting.get(get_ident())
        if submitting is not None and chunksize > 0:
            site, shown = submitting
            for place, first in enumerate(range(0, length, chunksize)):
                name = shown(first, min(length, first + chunksize))
                record.text(TASK_SUBMITTED, 0, self._interleave, site, task_number(self._job, place), name)

    return __init__


def _guarded_task_generation(original):
    """The tasks of imap: what they are is found out as the pool's own thread goes through them."""

    def _guarded_task_generation(self, result_job, func, iterable):
        tasks = original(self, result_job, func, iterable)
        if get_ident() in _submitting:
            return tasks
        return _submitted_one_by_one(getattr(self, "_interleave", 0), tasks, frames.user_site())

    return _guarded_task_generation


def _submitted_one_by_one(pool, tasks, site):
    for task in tasks:
        silently(_tell_submitted, pool, site, *task)
        yield task


def _tell_submitted(pool, site, job, place, *call):
    record.text(TASK_SUBMITTED, 0, pool, site, task_number(job, place), _name_of_task(*call))


def _name_of_task(func, args, kwds):
    star = func is _Library.starmapstar
    if star or func is _Library.mapstar:
        func, items = args[0]
        return _chunk_name(func, star, items, len(items))
    return previews.call(func, args, kwds)


# Workers


class _Seen:
    """A queue of the pool, through which a worker takes tasks or gives results back."""

    def __init__(self, queue, **instead):
        self.__dict__.update(instead)
        self._queue = queue
        for each in ("_reader", "_writer"):
            if hasattr(queue, each):
                setattr(self, each, getattr(queue, each))


def _worker(original):
    def worker(inqueue, outqueue, *args, **named):
        pool = _pool_of(inqueue)
        _leave_alone(inqueue, outqueue)
        running = []
        if hasattr(inqueue, "_writer"):  # a worker's process may be the copy of one of the pool's own threads
            name_thread(0, "MainThread")
        if pool:
            event(IDLE_BEGIN, 0, pool, 0, 0)

        def get():
            task = inqueue.get()
            if task is None:
                return None
            try:
                return _begin(pool, running, task)
            except Exception as error:
                record.note("A task of a pool could not be traced: %s: %s." % (type(error).__name__, error))
                return task

        def put(result):
            _end(pool, running, result)
            outqueue.put(result)

        return original(_Seen(inqueue, get=get), _Seen(outqueue, put=put), *args, **named)

    return worker


def _begin(pool, running, task):
    job, place, func, args, kwds = task
    number = task_number(job, place)
    record.text(TASK_STARTED, 0, pool, 0, number, _name_of_task(func, args, kwds))
    running[:] = [number]
    if func is not _Library.mapstar and func is not _Library.starmapstar:
        return task
    if len(args[0][1]) < 2:
        running[:] = [number, _ONE]
        return task
    # The items are told apart as the library's own function goes through them. What we do lies before and behind the
    # program's function, never around it, so that the traces of its exceptions are as ever.
    each, items = args[0]
    star = func is _Library.starmapstar
    starting = _starting(pool, running, job, place, each, star, items)

    def ended(value):
        record.text(TASK_ENDED, 0, pool, 0, running.pop(), preview(value))
        return value

    if star:
        return job, place, func, ((ended, zip(itertools.starmap(each, starting))),), kwds
    return job, place, func, ((ended, map(each, starting)),), kwds


def _starting(pool, running, job, place, func, star, items):
    for index, item in enumerate(items):
        number = task_number(job, place, index + 1)
        running.append(number)
        record.text(TASK_STARTED, 0, pool, 0, number, _item_name(func, star, item))
        yield item


def _end(pool, running, result):
    try:
        _, _, (good, value) = result
        if running[1:] == [_ONE]:
            running.pop()
            value = value[0] if good and type(value) is list and value else value
        flags, shown = (0, preview(value)) if good else (Flag.FAILED, _reason(value))
        while len(running) > 1:
            record.text(TASK_ENDED, flags, pool, 0, running.pop(), shown)
        if running:
            record.text(TASK_ENDED, flags | Flag.IDLE, pool, 0, running.pop(), shown)
    except Exception as error:
        record.note("A result of a pool could not be traced: %s: %s." % (type(error).__name__, error))


def _reason(error):
    error = getattr(error, "exc", error) if type(error).__name__ == "ExceptionWithTraceback" else error
    said = ", ".join(preview(each) for each in getattr(error, "args", ()))
    return "%s: %s" % (type(error).__name__, said) if said else type(error).__name__


# Results


def _wait(original):
    def wait(self, timeout=None):
        pool = getattr(self, "_interleave", 0)
        site = frames.site() or frames.user_site()
        if not pool or not site:
            return original(self, timeout)
        number = 0 if type(self).__name__ == "MapResult" else task_number(self._job, 0)
        return _waiting(pool, site, timeout, number, lambda: original(self, timeout), lambda: _flags(self))

    return wait


def _join(original):
    """Waits for all that is still to be done."""

    def join(self):
        pool = getattr(self, "_interleave", 0)
        site = frames.site()
        return _waiting(pool, site, None, 0, lambda: original(self), lambda: 0) if pool and site else original(self)

    return join


def _flags(result):
    if not result._event.is_set():
        return Flag.TIMED_OUT
    return 0 if result._success else Flag.FAILED


def _waiting(pool, site, limit, number, wait, flags_after):
    limits.say(pool, limit)
    event(RESULT_WAIT_BEGIN, 0, pool, site, number)
    flags = 0
    try:
        value = wait()
        flags = flags_after()
        return value
    except StopIteration:
        raise
    except BaseException as error:
        flags = failure(error)
        raise
    finally:
        event(RESULT_WAIT_END, flags, pool, site, number)


def _next(original):
    def next(self, timeout=None):
        pool = getattr(self._pool, "_interleave", 0) or getattr(self, "_interleave", 0)
        if not pool:
            return original(self, timeout)
        self._interleave = pool
        ordered = type(self).__name__ == "IMapIterator" and not self._items
        number = task_number(self._job, self._index) if ordered and self._index != self._length else 0
        site = frames.site() or frames.user_site()
        return _waiting(pool, site, timeout, number, lambda: original(self, timeout), lambda: 0)

    return next
