"""The steps of tasks, which event loops run as callbacks."""

from _interleave import hooking, loops, record


def patch(module):
    """Steps are told from other callbacks by the task that they belong to."""
    record.at_fork(loops.LANES.clear)

    def make(original):
        def _run(self):
            task = loops.task_of(self._callback)
            if task is None:
                original(self)
            else:
                loops.step(task, original, self)

        return _run

    hooking.wrap(module.Handle, "_run", make)
