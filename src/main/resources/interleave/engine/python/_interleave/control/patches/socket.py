"""Sockets: a socket that waits goes on when something is there."""

from _interleave.control import waits
from _interleave.hooking import look_like, replace

_READS = ("recv", "recv_into", "recvfrom", "recvfrom_into", "recvmsg", "recvmsg_into", "_accept")
_WRITES = ("send", "sendall", "sendto", "sendmsg")
# After these others may be able to go on.
_CHANGES = ("connect", "connect_ex", "listen", "shutdown", "_real_close")


def patch(module):
    """Patches the class, which has most of its methods from the one below."""
    kind = module.socket
    for name in _READS:
        _around(kind, name, _read)
    for name in _WRITES:
        _around(kind, name, _before("put"))
    for name in _CHANGES:
        _around(kind, name, _before("update"))


def _around(kind, name, make):
    original = getattr(kind, name, None)
    if original is not None:
        replace(kind, name, look_like(make(original, name.strip("_")), original))


def _read(original, name):
    def read(self, *arguments, **named):
        me = waits.me()
        seconds = self.gettimeout() if me is not None else 0
        if seconds == 0 or self.fileno() < 0:
            return original(self, *arguments, **named)
        went_on = waits.stand(me, "take", waits.sockets(), name, lambda: waits.is_ready(self.fileno()), seconds)
        return original(self, *arguments, **named) if went_on else _timed_out(self, original, arguments, named)

    return read


def _timed_out(sock, original, arguments, named):
    """The call itself says so, in no time."""
    seconds = sock.gettimeout()
    sock.settimeout(0.001)
    try:
        return original(sock, *arguments, **named)
    finally:
        sock.settimeout(seconds)


def _before(operation):
    def make(original, name):
        def method(self, *arguments, **named):
            me = waits.me()
            if me is not None and self.fileno() >= 0:
                waits.stand(me, operation, waits.sockets(), name)
            return original(self, *arguments, **named)

        return method

    return make
