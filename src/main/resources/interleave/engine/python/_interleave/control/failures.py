"""Exceptions that nobody caught."""

from sys import exc_info

from .. import previews


class _State:
    """What threads failed by, in the order in which they did."""

    all = []


def watch(thread, known):
    """Has it known when that threading.Thread fails."""
    show = thread._invoke_excepthook

    def invoke_excepthook(*arguments):
        failed(known, exc_info()[1])
        return show(*arguments)

    thread._invoke_excepthook = invoke_excepthook


def failed(known, error):
    """A thread is left by an exception."""
    if error is not None and not isinstance(error, SystemExit):
        _State.all.append("%s: %s" % (known.name, previews.failure(error)))


def all_of_them():
    """One sentence a thread."""
    return _State.all


def renew():
    """In a new run."""
    _State.all = []
