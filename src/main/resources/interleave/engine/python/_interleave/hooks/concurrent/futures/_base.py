"""Futures of pools: cancelled, or waited for together."""

from _interleave import hooking, pools
from _interleave.kinds import Flag


def patch(module):
    """Futures that are of no pool are left alone."""
    hooking.wrap(module.Future, "cancel", _cancel)
    hooking.wrap(module, "_create_and_install_waiters", _several)


def _cancel(original):
    def cancel(self):
        cancelled = original(self)
        task = pools.task_of(self)
        if cancelled and task is not None:
            task.end(Flag.CANCELLED, "")
        return cancelled

    return cancel


def _several(original):
    def _create_and_install_waiters(fs, return_when):
        waiter = original(fs, return_when)
        pools.watch_several(fs, waiter)
        return waiter

    return _create_and_install_waiters
