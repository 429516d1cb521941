"""What processes meet at."""

from ... import process_locks, process_meetings


def patch(module):
    """Patches the classes; what the library makes of them for itself stays as it is."""
    process_locks.patch(module)
    process_meetings.patch(module)
