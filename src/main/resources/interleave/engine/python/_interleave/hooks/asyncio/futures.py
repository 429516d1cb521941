"""Futures of event loops that stand for futures of pools."""

from _interleave import awaits, hooking, pools


def patch(module):
    """What a task awaits is then known as a task of a pool."""

    def make(original):
        def wrap_future(future, **named):
            wrapped = original(future, **named)
            task = None if wrapped is future else pools.task_of(future)
            if task is not None:
                awaits.RESULTS.put(wrapped, (task.pool.number, task.number))
            return wrapped

        return wrap_future

    hooking.wrap(module, "wrap_future", make)
