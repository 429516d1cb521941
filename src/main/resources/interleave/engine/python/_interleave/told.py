"""Queues that programs tell of themselves, since no library's module keeps them: those of the broker's client of ours."""

from _thread import allocate_lock
from sys import _getframe

from . import children, frames, record
from .hooking import quiet
from .kinds import GET, GET_REQUEST, PUT, PUT_ABANDONED, PUT_REQUEST, Flag, Type
from .previews import preview
from .service import name_thread


@quiet
def service(name):
    """The next child of the calling thread only serves the program, and has this name."""
    children.starts(name, Flag.SERVICE)


@quiet
def child(name):
    """The next child of the calling thread has this name."""
    children.starts(name)


@quiet
def serves():
    """The calling thread only serves the program."""
    name_thread(Flag.SERVICE)


def lock():
    """A lock that only serves the program, and is in no picture."""
    return allocate_lock()


@quiet
def queue(key, name):
    """A queue that is known by this key in all processes."""
    return record.object_id(Type.QUEUE, key, name)


@quiet
def put_begins(thing):
    """The calling thread is about to put."""
    record.event(PUT_REQUEST, 0, thing, _site(), 0)


@quiet
def put(thing, number, text):
    """The message of that number is there."""
    record.text(PUT, 0, thing, _site(), number, preview(text))


@quiet
def put_abandoned(thing):
    """Nobody knows whether the message is there."""
    record.event(PUT_ABANDONED, Flag.FAILED, thing, _site(), 0)


@quiet
def get_begins(thing):
    """The calling thread is about to wait for a message."""
    record.event(GET_REQUEST, 0, thing, _site(), 0)


@quiet
def got(thing, number, text, again):
    """It has the message of that number, which was given to somebody else before if it comes again."""
    record.text(GET, Flag.AGAIN if again else 0, thing, _site(), number, preview(text))


def _site():
    """The place in the program, outside of the client."""
    frame = _getframe(2)
    while frame is not None and frame.f_globals.get("__name__") in ("stomp", "broker_client", __package__ + ".hooking"):
        frame = frame.f_back
    return frames.site_of_user(frame)
