"""The value that an instruction is about to store: it lies on the frame's stack."""

UNKNOWN = object()


def value(frame, below):
    """What lies there, 1 for the top; UNKNOWN where that cannot be told."""
    return UNKNOWN
