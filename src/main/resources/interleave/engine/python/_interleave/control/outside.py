"""What is not controlled: other processes, the network, what is typed. It is told at its place, once each."""

import sys

from . import scheduler, things, wire

# By the interpreter's own events.
_EVENTS = {
    "socket.sendto": "network",
    "socket.connect": "network",
    "socket.bind": "network",
    "subprocess.Popen": "process",
    "os.system": "process",
    "os.fork": "process",
    "os.forkpty": "process",
    "os.posix_spawn": "process",
    "os.spawn": "process",
    "os.exec": "process",
    "builtins.input": "input",
    "pty.spawn": "process",
    "urllib.Request": "network",
    "ctypes.dlopen": "native",
}
_told = set()


def begin():
    """Hears what the interpreter says of itself."""
    sys.addaudithook(_heard)


def _heard(event, _, events=_EVENTS):
    if event in events and scheduler.current() is not None:  # the interpreter says much, and most is none of these
        told(events[event], event)


def told(key, *arguments):
    """Says that there, at the program's line, is what we do not control."""
    told_at(things.place(), key, *arguments)


def told_at(place, key, *arguments):
    """The same of another place."""
    if place[1] and (key, place) not in _told:
        _told.add((key, place))
        wire.say("told", place[0], place[1], key, *arguments)


def renew():
    """In a new run."""
    _told.clear()
