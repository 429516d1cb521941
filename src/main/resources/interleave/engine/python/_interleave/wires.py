"""Which pipe or connection something goes through: a number that is the same at both ends, in whichever process."""

import os
import socket
import struct
from stat import S_ISFIFO

from . import record
from .kinds import Flag

_PAIR = struct.Struct("@QQ")
# The inodes of the two ends of a duplex pipe, each by the other.
_peers = {}
_told = set()


def failure(error):
    """The flags that say why something was abandoned."""
    if isinstance(error, (KeyboardInterrupt, GeneratorExit)):
        return Flag.INTERRUPTED
    return Flag.TIMED_OUT if type(error).__name__ in ("Empty", "Full", "TimeoutError") else Flag.FAILED


def _key(inode):
    """The key of a pipe. Other machines of the run have the same numbers for others, but another recording."""
    return record.key_of("pipe %s %d" % (os.path.basename(record.folder()), inode))


def pipe_key(connection):
    """The key of a pipe between processes; 0 when it is closed."""
    try:
        return _key(os.fstat(connection._handle).st_ino)
    except (OSError, TypeError):
        return 0


def keys(connection):
    """The keys of what is read from a connection and of what is written to it; 0 for what cannot be told."""
    try:
        number = connection._handle
        status = os.fstat(number)
        if S_ISFIFO(status.st_mode):
            key = _key(status.st_ino)
            return key, key
        peer = _peers.get(status.st_ino) or _find_pair(status.st_ino)
        if peer:
            return _key(peer), _key(status.st_ino)
        return _addresses(number)
    except (OSError, TypeError, ValueError):
        return 0, 0


def pair(one, other):
    """Notes the two ends of a duplex pipe."""
    first, second = os.fstat(one._handle).st_ino, os.fstat(other._handle).st_ino
    _peers[first], _peers[second] = second, first


def tell(connection):
    """A connection is sent to a process that does not know what its other end is: leaves word in the recording."""
    inode = os.fstat(connection._handle).st_ino
    peer = _peers.get(inode)
    if peer and inode not in _told:
        _told.add(inode)
        with open(_file(), "ab") as file:
            file.write(_PAIR.pack(inode, peer))


def _file():
    return os.path.join(record.folder(), "pairs")


def _find_pair(inode):
    try:
        with open(_file(), "rb") as file:
            data = file.read()
    except OSError:
        return 0
    for one, other in _PAIR.iter_unpack(data[:len(data) // _PAIR.size * _PAIR.size]):
        _peers[one], _peers[other] = other, one
    return _peers.get(inode, 0)


def _addresses(number):
    with socket.socket(fileno=os.dup(number)) as end:
        here, there = end.getsockname(), end.getpeername()
    if not here or not there:
        return 0, 0  # one end of a socket in the file system has no name
    return record.key_of("from %s to %s" % (there, here)), record.key_of("from %s to %s" % (here, there))
