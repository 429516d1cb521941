"""Names that tasks are given once they have been created, as versions before 3.11 do."""

from _interleave import hooking, loops


def patch(module):
    """Only where there is such a function."""

    def make(original):
        def _set_task_name(task, name):
            original(task, name)
            if name is not None:
                loops.renamed(task)

        return _set_task_name

    hooking.wrap(module, "_set_task_name", make)
