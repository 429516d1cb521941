"""select.select."""

from _interleave.control import waits
from _interleave.hooking import replace


def patch(module):
    """Replaces the function."""
    original = module.select

    def select(rlist, wlist, xlist, timeout=None):
        """As the system's, behind the point."""
        me = waits.me()
        if me is None or timeout is not None and not (type(timeout) in (int, float) and timeout > 0):
            return original(rlist, wlist, xlist, timeout)
        rlist, wlist, xlist = list(rlist), list(wlist), list(xlist)

        def is_ready():
            return any(original(rlist, wlist, xlist, 0))

        waits.stand(me, "await", waits.sockets(), "select", is_ready, timeout)
        return original(rlist, wlist, xlist, 0)

    select.__qualname__ = "select"
    select.__module__ = "select"
    select.__doc__ = original.__doc__
    replace(module, "select", select)
