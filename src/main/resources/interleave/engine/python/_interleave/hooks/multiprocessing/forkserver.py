"""Hooks of multiprocessing.forkserver: in the server itself, which forks on behalf of others."""

from _interleave import children, hooking
from _interleave.kinds import Flag


def patch(module):
    """Wraps the server's whole life."""
    hooking.wrap(module, "main", _serving)


def _serving(original):
    def main(*arguments, **named):
        children.call_self("forkserver", Flag.SERVICE)
        children.leave_copies_to_others()
        return original(*arguments, **named)

    return main
