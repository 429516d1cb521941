"""Hooks of multiprocessing.resource_tracker: in the tracker itself, a process that cleans up after the others."""

from _interleave import children, hooking
from _interleave.kinds import Flag


def patch(module):
    """Wraps the tracker's whole life."""
    hooking.wrap(module, "main", _tracking)


def _tracking(original):
    def main(*arguments, **named):
        children.call_self("resource tracker", Flag.SERVICE)
        return original(*arguments, **named)

    return main
