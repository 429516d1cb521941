"""Where event loops create tasks, hear that a task may go on, and wait for what comes."""

from _interleave.clock import monotonic_ns

from _interleave import hooking, limits, loops


def patch(module):
    """Loops that are not made of these, such as uvloop's, stay as they are."""
    hooking.wrap(module.BaseEventLoop, "create_task", _create_task)
    hooking.wrap(module.BaseEventLoop, "_call_soon", _call_soon)
    hooking.wrap(module.BaseEventLoop, "_run_once", _run_once)


def _create_task(original):
    def create_task(self, *arguments, **named):
        began = monotonic_ns()
        task = original(self, *arguments, **named)
        try:
            if loops._is_task(type(task)):
                if task._state != "PENDING" or task._fut_waiter is not None:
                    loops.started_at_once(task, began)
                else:
                    loops.lane_of(task)
        except Exception as error:
            loops.failed(error)
        return task

    return create_task


def _call_soon(original):
    def _call_soon(self, callback, *arguments):
        handle = original(self, callback, *arguments)
        try:
            task = loops.task_of(callback)
            if task is not None:
                loops.woken(task)
        except Exception as error:
            loops.failed(error)
        return handle

    return _call_soon


def _run_once(original):
    def _run_once(self):
        if not self._ready and not self._stopping:
            loops.idle(limits.of_loop(self))
        original(self)

    return _run_once
