"""Hooks of multiprocessing.popen_forkserver: the server forks for us, and tells us how its children ended."""

from _interleave import children, hooking


def patch(module):
    """Wraps the place where the server's answer is read."""
    hooking.wrap(module.Popen, "poll", _asking)


def _asking(original):
    def poll(self, *arguments, **named):
        before = self.returncode
        code = original(self, *arguments, **named)
        if before is None and type(code) is int:
            children.ended_with(self.pid, code)
        return code

    return poll
