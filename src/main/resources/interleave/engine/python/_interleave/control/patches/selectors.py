"""What an event loop waits at: it can go on when something is there, and else when its time is over.

Where nothing but the other end of a connection could bring something, and no thread of the program can go on, it waits
really.
"""

from _interleave.control import outside, scheduler, things
from _interleave.hooking import wrap


def patch(module):
    """Patches all kinds of selectors that there are."""
    for name in ("SelectSelector", "PollSelector", "EpollSelector", "DevpollSelector", "KqueueSelector"):
        if hasattr(module, name):
            wrap(getattr(module, name), "select", _select, bare=True)


def _select(original):
    def select(self, timeout=None):
        me = scheduler.current()
        if me is None or timeout is not None and timeout <= 0:
            return original(self, timeout)
        if len(self.get_map()) > 1:  # its pipe to itself is always there
            outside.told("network")
            if timeout is None and not scheduler.others_live(me):
                return original(self, timeout)
        thing = things.number_of(self, "loop", lambda: things.name_of(None, "loop"))
        enabled = (lambda: original(self, 0))
        scheduler.point(me, "await", thing, "", enabled, timeout, None, things.place())
        return original(self, 0)

    return select
