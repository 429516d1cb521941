"""Pools of processes: what was submitted, which worker process did it when, and what was lost with one that died.

What a worker has to know of a task travels with the item that it gets; a worker without a tracer does not look at it.
"""


from _interleave import frames, hooking, pools, previews, record
from _interleave.kinds import IDLE_BEGIN, TASK_ENDED, TASK_STARTED, Flag, Type

_ABRUPT = "a worker process ended abruptly"
_NOT_REACHED = "an item before it in its chunk failed"


class _Worker:
    """In a worker process: the pools that it knows by their keys, and the task that it is in."""

    pools = {}
    now = None


def patch(module):
    """The library's own threads and queues between a pool and its workers are left alone."""
    owner = module.ProcessPoolExecutor
    hooking.wrap(owner, "__init__", _made)
    hooking.wrap(owner, "submit", _submit)
    hooking.wrap(owner, "shutdown", _shutdown)
    hooking.wrap(module._WorkItem, "__init__", _taken)
    hooking.wrap(module._CallItem, "__init__", _to_worker)
    hooking.replace(module._CallItem, "__setstate__", _begin)
    hooking.wrap(module._SafeQueue, "_on_queue_feeder_error", _unsent)
    hooking.wrap(module, "_process_worker", _worker)
    hooking.wrap(module, "_process_chunk", _chunk)
    hooking.wrap(module, "_sendback_result", _end)
    hooking.wrap(module._base.Future, "set_exception", lambda original: _broken(original, module.BrokenProcessPool))
    hooking.wrap(module._ExceptionWithTraceback, "__init__", _without_us)


# Where tasks come from


def _made(original):
    def __init__(self, *arguments, **named):
        original(self, *arguments, **named)
        pools.made(self, frames.caller(), "ProcessPoolExecutor", True)

    return __init__


def _submit(original):
    def submit(self, *arguments, **named):
        pool = pools.of(self)
        if pool is None:
            return original(self, *arguments, **named)
        with pools.Submission(pool, frames.user_site()):
            return original(self, *arguments, **named)

    return submit


def _taken(original):
    def __init__(self, future, fn, args, kwargs):
        original(self, future, fn, args, kwargs)
        pools.take(future, (fn, args, kwargs), _items(fn, args))

    return __init__


def _items(fn, args):
    """The calls of a chunk; nothing for a call that is none."""
    wanted = getattr(fn, "func", None) if type(fn).__name__ == "partial" else None
    if getattr(wanted, "__name__", "") != "_process_chunk" or len(args) != 1:
        return ()
    return [(fn.args[0], each) for each in args[0]]


def _to_worker(original):
    def __init__(self, *arguments):
        original(self, *arguments)
        _mark(self, frames.caller().f_locals.get("work_item"))

    return __init__


@hooking.quiet
def _mark(call_item, work_item):
    """What a worker is to know of an item goes with it."""
    task = None if work_item is None else pools.task_of(work_item.future)
    if task is not None:
        call_item._interleave = (task.pool.key, task.pool.name, task.number, task.items)


def _unsent(original):
    def _on_queue_feeder_error(self, error, item):
        _all_ended(getattr(item, "_interleave", None), Flag.FAILED, previews.failure(error))
        original(self, error, item)

    return _on_queue_feeder_error


def _broken(original, broken):
    def set_exception(self, exception):
        task = pools.task_of(self)
        if task is not None and issubclass(type(exception), broken):
            task.end(Flag.LOST, _ABRUPT)
        original(self, exception)

    return set_exception


def _shutdown(original):
    def shutdown(self, wait=True, **named):
        pools.shut_down(self, lambda: original(self, wait, **named), wait)

    return shutdown


# In the worker


def _pool(key, name):
    known = _Worker.pools.get(key)
    if known is None:
        known = _Worker.pools[key] = record.object_id(Type.POOL, key, name)
    return known


def _worker(original):
    def _process_worker(call_queue, result_queue, initializer, *more):
        if initializer is None:
            record.event(IDLE_BEGIN, 0, 0, 0, 0)
        return original(call_queue, result_queue, initializer, *more)

    return _process_worker


def _begin(self, state):
    """A worker has got an item."""
    self.__dict__.update(state)
    task = _Worker.now = state.get("_interleave")
    if task is not None and not task[3]:
        record.event(TASK_STARTED, 0, _pool(task[0], task[1]), 0, task[2])


def _chunk(original):
    def _process_chunk(fn, chunk):
        task = _Worker.now
        if task is None or not task[3]:
            return original(fn, chunk)
        return original(_Items(fn, _pool(task[0], task[1]), task), chunk)

    return _process_chunk


class _Items:
    """Calls the function for each item of a chunk."""

    def __init__(self, function, pool, task):
        self.function = function
        self.pool = pool
        self.numbers = iter(pools.ids(task[2], task[3]))

    def __call__(self, *arguments):
        number = next(self.numbers)
        record.event(TASK_STARTED, 0, self.pool, 0, number)
        try:
            result = self.function(*arguments)
        except BaseException as exception:
            record.text(TASK_ENDED, Flag.FAILED, self.pool, 0, number, previews.failure(exception))
            for left in self.numbers:
                record.text(TASK_ENDED, Flag.CANCELLED, self.pool, 0, left, _NOT_REACHED)
            raise
        record.text(TASK_ENDED, 0, self.pool, 0, number, "" if result is None else previews.preview(result))
        return result


def _end(original):
    def _sendback_result(result_queue, work_id, result=None, exception=None, **named):
        task, _Worker.now = _Worker.now, None
        if task is not None and not task[3]:
            _all_ended(task, *pools.ended(getattr(exception, "exc", exception), result))
        original(result_queue, work_id, result=result, exception=exception, **named)
        record.event(IDLE_BEGIN, 0, 0 if task is None else _pool(task[0], task[1]), 0, 0)

    return _sendback_result


def _all_ended(task, flags, text):
    if task is not None:
        key, name, number, items = task
        for each in pools.ids(number, items):
            record.text(TASK_ENDED, flags, _pool(key, name), 0, each, text)


def _without_us(original):
    def __init__(self, exc, tb):
        original(self, exc, frames.without_us(tb))

    return __init__
