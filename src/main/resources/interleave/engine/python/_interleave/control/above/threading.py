"""Points before what threads do to one another."""

from _interleave.control import conditions, meetings, threads


def patch(module):
    """Patches the classes."""
    threads.patch_above(module)
    conditions.patch_above(module)
    meetings.patch_above(module)
