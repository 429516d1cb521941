"""The end of a thread, whoever started it, and the main thread's wait for the others."""

from . import locals, record
from .kinds import JOIN_BEGIN, JOIN_END, THREAD_END, Flag


class _Last:
    """Whom the main thread waits for when it is done, 0 for nobody."""

    joined = 0
    put = None
    active = {}


def end(number, failure):
    """The calling thread ends, by an exception where there is a word in the list."""
    if failure:
        record.text(THREAD_END, Flag.FAILED, 0, 0, 0, failure[0])
    else:
        record.event(THREAD_END, 0, 0, 0, 0)
    if _Last.joined == number:
        _wait_for_another(number)
    locals.forget(number)
    record.end_thread()


def wait_for_the_others(active):
    """The main thread, which is the caller, is done; the threads that live, which changes."""
    _Last.active = active
    _Last.put = record.log().put
    _wait_for_another(0)


def wait_no_longer():
    """There are no others to wait for, or the wait was broken off."""
    joined, _Last.joined = _Last.joined, 0
    if joined:
        record.event(JOIN_END, 0, 0, 0, joined)


def _wait_for_another(ended):
    """The main thread waits for all that are no daemons; we say so of one after the other.

    It does nothing else, so whoever ends can write into its segment.
    """
    if ended:
        _Last.put(JOIN_END, 0, 0, 0, ended)
    _Last.joined = 0
    for each in list(_Last.active.values()):
        number = each.__dict__.get("_interleave", 0)
        if number and number != ended and not each._daemonic and each.is_alive():
            _Last.joined = number
            _Last.put(JOIN_BEGIN, 0, 0, 0, number)
            break
