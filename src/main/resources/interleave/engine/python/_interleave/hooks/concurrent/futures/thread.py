"""Pools of threads: what was submitted, and which worker did it when."""


from _interleave import frames, hooking, pools, record
from _interleave.kinds import IDLE_BEGIN, TASK_STARTED, Flag


def patch(module):
    """Workers are threads like others, which the hooks of threading see."""
    owner = module.ThreadPoolExecutor
    hooking.wrap(owner, "__init__", _made)
    hooking.wrap(owner, "submit", _submit)
    hooking.wrap(owner, "shutdown", _shutdown)
    hooking.wrap(owner, "_initializer_failed", _initializer_failed)
    hooking.wrap(module._WorkItem, "__init__", _taken)
    hooking.wrap(module._WorkItem, "run", _run)
    # What a future of such a pool is given is given by its worker, and whoever waits goes on at once.
    future = module._base.Future
    hooking.wrap(future, "set_result", lambda original: _given(original, False))
    hooking.wrap(future, "set_exception", lambda original: _given(original, True))


def _made(original):
    def __init__(self, *arguments, **named):
        original(self, *arguments, **named)
        pools.made(self, frames.caller(), "ThreadPoolExecutor", False, named.get("thread_name_prefix", ""))

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
    def __init__(self, future, *call):
        original(self, future, *call)
        # From 3.14 on there is one tuple for the call.
        pools.take(future, call if len(call) > 1 else call[0])

    return __init__


def _run(original):
    def run(self, *context):
        future = self.future
        task = pools.task_of(future)
        if task is None or future._state != "PENDING":
            return original(self, *context)
        record.event(TASK_STARTED, 0, task.pool.number, 0, task.number)
        try:
            return original(self, *context)
        finally:
            # Where it has given no result yet it was cancelled in the last moment.
            task.end(Flag.CANCELLED, "")
            record.event(IDLE_BEGIN, 0, task.pool.number, 0, 0)

    return run


def _given(original, failed):
    def given(self, value):
        task = pools.task_of(self)
        if task is not None and not task.over and not task.pool.key:
            task.end(*pools.ended(value if failed else None, value))
        original(self, value)

    return given


def _initializer_failed(original):
    def _initializer_failed(self):
        record.note("A worker of %s could not begin: its initializer failed." % _name(self))
        original(self)

    return _initializer_failed


def _name(executor):
    pool = pools.of(executor)
    return "a pool" if pool is None else pool.name


def _shutdown(original):
    def shutdown(self, wait=True, **named):
        pools.shut_down(self, lambda: original(self, wait, **named), wait)

    return shutdown
