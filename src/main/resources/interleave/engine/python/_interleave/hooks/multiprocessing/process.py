"""Hooks of multiprocessing.process: who starts whom and how, who waits for whom, and how a process ends."""

from _interleave.clock import monotonic_ns as now

from _interleave import children, exits, hooking
from _interleave.kinds import Flag


def patch(module):
    """Wraps the base class of the processes of all start methods."""
    hooking.wrap(module.BaseProcess, "start", _starting)
    hooking.wrap(module.BaseProcess, "_bootstrap", _running)
    hooking.wrap(module.BaseProcess, "join", _joining)


def _starting(original):
    def start(self):
        before = now()
        children.name_next_copy(_name(self))
        try:
            original(self)
        except OSError as error:
            children.could_not_start(error)
            raise
        finally:
            children.name_next_copy(None)
        made = self._popen
        if made.method != "fork":
            children.started(made.pid, _name(self), before)
        children.method(made.pid, made.method, bool(self._config.get("daemon")))

    return start


def _running(original):
    def _bootstrap(self, *arguments, **named):
        children.call_self(_name(self))
        code = original(self, *arguments, **named)
        exits.will_leave_with(code)
        exits.thread_ends()
        return code

    return _bootstrap


def _joining(original):
    def join(self, timeout=None):
        pid, flags = getattr(self._popen, "pid", None), 0
        if type(pid) is not int:
            return original(self, timeout)
        children.wait_begins(pid, timeout)
        try:
            original(self, timeout)
            flags = Flag.TIMED_OUT if self._popen.returncode is None else 0
        except KeyboardInterrupt:
            flags = Flag.INTERRUPTED
            raise
        finally:
            children.wait_ends(pid, flags)

    return join


def _name(process):
    return process._name if type(process._name) is str else "process"
