"""When an event loop has waited for what comes."""

from _interleave import hooking, loops


def patch(module):
    """The events that have come are handed on at once, also when there are none."""

    def make(original):
        def _process_events(self, events):
            loops.busy()
            original(self, events)

        return _process_events

    hooking.wrap(module.BaseProactorEventLoop, "_process_events", make)
