"""What is put behind a pickle so that its receiver knows which message it is: a magic and the message's id.

Unpickling ends at the pickle's own end. So who is not traced takes no notice.
"""

import struct

_TRAILER = struct.Struct("<8sQ")
_MAGIC = b"\x93ILEAVE\xa5"
BYTES = _TRAILER.size

pack = _TRAILER.pack

# What the library sends for itself through a connection, by the identity of the code that does: a function of the
# connection and the object that gives the number for the trailer, 0 for none; and where it receives, one of the
# connection, the number that came and the object.
SENDERS = {}
RECEIVERS = {}


def of(message):
    """The trailer of the message with that id."""
    return pack(_MAGIC, message)


def message_in(data):
    """The id of the message that some bytes hold, 0 when they have no trailer."""
    if len(data) >= BYTES and data[-BYTES:-8] == _MAGIC:
        return int.from_bytes(data[-8:], "little")
    return 0
