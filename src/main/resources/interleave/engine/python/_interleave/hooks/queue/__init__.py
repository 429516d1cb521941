"""queue.Queue and its kinds, with the identity of each message, and queue.SimpleQueue."""

from _interleave.hooks.queue import queues, simple_queues


def patch(module):
    """Patches the classes; a queue that the library made for itself is left alone."""
    queues.patch(module)
    simple_queues.patch(module)
