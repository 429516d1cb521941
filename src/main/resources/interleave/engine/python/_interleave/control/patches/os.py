"""Pipes, the end of other processes, and the end of this one at once."""

from _interleave.control import scheduler, things, waits
from _interleave.hooking import wrap


def patch(module):
    """Patches the functions."""
    wrap(module, "_exit", _exit, bare=True)
    wrap(module, "read", _read, bare=True)
    wrap(module, "write", _before("put"), bare=True)
    wrap(module, "close", _before("update"), bare=True)
    wrap(module, "waitpid", _waitpid, bare=True)
    if hasattr(module, "register_at_fork"):
        module.register_at_fork(after_in_child=scheduler.abandon)


def _exit(original):
    def _exit(status):
        if scheduler.current() is not None and type(status) is int:
            scheduler.end("exit", str(status & 0xFF))
        return original(status)

    return _exit


def _read(original):
    def read(fd, length):
        me = waits.me()
        thing = 0 if me is None or waits.is_of_library() else waits.of_descriptor(fd)
        if thing:
            waits.stand(me, "take", thing, "", lambda: waits.is_ready(fd))
        return original(fd, length)

    return read


def _before(operation):
    def make(original):
        def method(fd, *arguments):
            me = waits.me()
            thing = 0 if me is None or waits.is_of_library() else waits.of_descriptor(fd)
            if thing:
                waits.stand(me, operation, thing, "" if arguments else "close")
            return original(fd, *arguments)

        return method

    return make


def _waitpid(original):
    """Any thread may be quicker than another process, however soon that ends."""

    def waitpid(pid, options):
        me = waits.me()
        if me is None or options or type(pid) is not int or pid <= 0:
            return original(pid, options)
        scheduler.point(me, "await", things.only("process", "process %d", pid), "", None, None, None, things.place())
        me.knowing = True
        try:
            return original(pid, options)
        finally:
            me.knowing = False

    return waitpid
