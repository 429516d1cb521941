"""Pools of interpreters, as 3.14 has them."""

from _interleave import hooking, record

_SAID = (
    "Tasks of an InterpreterPoolExecutor run in interpreters of their own: which worker ran which task when is recorded, "
    "but not what happens in them.")


def patch(module):
    """They are pools of threads, whose hooks see their tasks."""

    def make(original):
        def __init__(self, *arguments, **named):
            original(self, *arguments, **named)
            record.note(_SAID)

        return __init__

    hooking.wrap(module.InterpreterPoolExecutor, "__init__", make)
