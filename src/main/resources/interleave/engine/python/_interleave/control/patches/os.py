"""The end of the process at once."""

from _interleave.control import scheduler
from _interleave.hooking import wrap


def patch(module):
    """Patches the function."""
    wrap(module, "_exit", _exit, bare=True)
    if hasattr(module, "register_at_fork"):
        module.register_at_fork(after_in_child=scheduler.abandon)


def _exit(original):
    def _exit(status):
        if scheduler.current() is not None and type(status) is int:
            scheduler.end("exit", str(status & 0xFF))
        return original(status)

    return _exit
