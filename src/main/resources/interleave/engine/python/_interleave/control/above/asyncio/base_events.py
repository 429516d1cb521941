"""Event loops: what another thread hands to one."""

from _interleave.control import scheduler, things, waits
from _interleave.hooking import wrap


def patch(module):
    """Puts the point before it is handed over: the loop takes it where it looks at its sockets."""

    def call_soon_threadsafe(original):
        def call_soon_threadsafe(self, callback, *args, **named):
            me = scheduler.current()
            if me is not None and scheduler.others_live(me):
                scheduler.point(me, "submit", waits.sockets(), "", None, None, None, things.place())
            return original(self, callback, *args, **named)

        return call_soon_threadsafe

    wrap(module.BaseEventLoop, "call_soon_threadsafe", call_soon_threadsafe, bare=True)
