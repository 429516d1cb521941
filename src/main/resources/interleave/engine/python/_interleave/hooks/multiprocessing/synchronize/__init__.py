"""What processes meet at."""

from _interleave.hooks.multiprocessing.synchronize import locks, meetings


def patch(module):
    """Patches the classes; what the library makes of them for itself stays as it is."""
    locks.patch(module)
    meetings.patch(module)
