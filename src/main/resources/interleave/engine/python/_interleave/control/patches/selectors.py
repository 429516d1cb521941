"""What an event loop waits at: it can go on when something is there, and else when its time is over."""

from _interleave.control import scheduler, things, waits
from _interleave.hooking import wrap


def patch(module):
    """Patches all kinds of selectors that there are."""
    for name in ("SelectSelector", "PollSelector", "EpollSelector", "DevpollSelector", "KqueueSelector"):
        if hasattr(module, name):
            wrap(getattr(module, name), "select", _select, bare=True)


def _select(original):
    def select(self, timeout=None):
        me = scheduler.current()
        if me is None:
            return original(self, timeout)
        others = scheduler.others_live(me)
        if timeout is not None and timeout <= 0:
            if others:  # what others hand to an event loop is taken here
                scheduler.point(me, "update", waits.sockets(), "select", None, None, None, things.place())
            return original(self, timeout)
        if timeout is None and not others:
            return original(self, timeout)
        waits.stand(me, "await", waits.sockets(), "select", lambda: original(self, 0), timeout)
        return original(self, 0)

    return select
