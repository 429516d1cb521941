"""Hooks of subprocess: a child with its command and its pipes, who waits for it, and how it ends."""

from _interleave.clock import monotonic_ns as now

from _interleave import children, hooking, java, pipes, record
from _interleave.kinds import Flag


def patch(module):
    """Wraps the one class that all the functions of the module use."""
    java.patch_popen(module.Popen)
    hooking.wrap(module.Popen, "__init__", _starting)
    hooking.wrap(module.Popen, "_handle_exitstatus", _ending)
    hooking.wrap(module.Popen, "wait", _waiting(module.TimeoutExpired, 0))
    hooking.wrap(module.Popen, "communicate", _waiting(module.TimeoutExpired, 1))


def _starting(original):
    def __init__(self, *arguments, **named):
        command = children.line(arguments[0] if arguments else named.get("args"))
        before = now()
        # With preexec_fn there is a copy of this process for a moment.
        record.silence_copies(True)
        try:
            original(self, *arguments, **named)
        except Exception as error:
            children.could_not_start(error)
            raise
        finally:
            record.silence_copies(False)
        children.started(self.pid, command, before)
        for number, file in enumerate((self.stdin, self.stdout, self.stderr)):
            if file is not None:
                pipes.tap(file, number, self.pid)

    return __init__


def _ending(original):
    def _handle_exitstatus(self, *arguments, **named):
        result = original(self, *arguments, **named)
        if type(self.returncode) is int and children.is_living(self.pid):
            children.ended_with(self.pid, self.returncode)
        return result

    return _handle_exitstatus


def _waiting(expired, place):
    """Of a wait whose timeout is at that place among its arguments, or named."""

    def make(original):
        def wait(self, *arguments, **named):
            if self.returncode is not None:
                return original(self, *arguments, **named)
            pid, flags = self.pid, 0
            children.wait_begins(pid, arguments[place] if len(arguments) > place else named.get("timeout"))
            try:
                return original(self, *arguments, **named)
            except expired:
                flags = Flag.TIMED_OUT
                raise
            except KeyboardInterrupt:
                flags = Flag.INTERRUPTED
                raise
            finally:
                children.wait_ends(pid, flags)

        return wait

    return make
