"""One run that is recorded while it is under control.

The explorer is found as by a host; it says once which run that is to be. The clock of the recording counts steps: a step
is a million of its nanoseconds, and within a step they only keep the order. When the run is over the explorer is told,
and the process ends as it would; one that cannot go on, or is not to, ends then.
"""

import os
from itertools import count


class _Clock:
    """The steps so far, in nanoseconds, and what was asked for within the last."""

    step = 0
    within = count(1).__next__


def _now():
    """The time, for what is recorded."""
    return _Clock.step + min(_Clock.within(), 999_999)


def is_asked():
    """Whether this process is to be under control."""
    return "INTERLEAVE_CONTROL" in os.environ


def prepare():
    """Before anything else of the tracer is loaded: the clock. Returns which packages patch beneath and above its hooks."""
    from .. import clock

    clock.monotonic_ns = _now
    from . import importing

    return importing.BENEATH, importing.ABOVE


class _Run:
    """The connection."""

    socket = None
    rest = b""
    name = ""
    steps = 0
    over = False


def begin():
    """The calling thread is the program's main thread: connects, hears which run it is to be, and begins it.

    Returns what is to be observed where nobody has said it.
    """
    import atexit

    from .. import locks
    from . import defaults, output, outside, recording, scheduler, things, variables, wire
    from .locks import of_library

    port, _, token = os.environ.pop("INTERLEAVE_CONTROL").partition(":")
    _connect(int(port))
    wire.begin(_Run.socket.fileno())
    wire.say("hello", 1, token, "python")
    wire.flush()
    line = _line()
    while line is not None and line[0] != "run":
        line = _line()
    if line is None or len(line) < 5:
        return ()
    _Run.name = line[1]
    things.are_recorded()
    locks.OfLibrary.make = of_library
    recording.begin()
    output.listen()
    outside.begin()
    variables.begin_recorded(os.environ.pop("INTERLEAVE_SWITCH_POINTS", "every") == "interpreter")
    atexit.register(_finish, "done", "")
    scheduler.begin(line[2].split(), _ask if line[3] == "ask" else None, int(line[4]), _finish, _chosen,
                    stands=_stands)
    return defaults.of_this_process() if "INTERLEAVE_OBSERVE" not in os.environ else ()


def _connect(port):
    from _socket import socket  # the module that everybody imports would be imported for this

    made = socket()
    made.connect(("127.0.0.1", port))
    os.set_inheritable(made.fileno(), False)
    _Run.socket = made


def _line():
    """The next line of the explorer's; None behind the last."""
    from . import wire

    while b"\n" not in _Run.rest:
        data = _Run.socket.recv(4096)
        if not data:
            return None
        _Run.rest += data
    line, _, _Run.rest = _Run.rest.partition(b"\n")
    return wire.fields(line.decode("utf-8", "replace").rstrip("\r"))


def _ask():
    line = _line()
    return line[1] if line is not None and line[0] == "choose" and len(line) > 1 else None


def _chosen(able):
    from . import recording, wire

    _Run.steps += 1
    _begin_step(_Run.steps)
    wire.flush()
    recording.chosen(_Run.steps, able)


def _begin_step(number):
    """From here on times are those of that step."""
    begin = number * 1_000_000
    if _Clock.step < begin:
        _Clock.step = begin
        _Clock.within = count(1).__next__


def _stands(went):
    """The calling thread stands: where it went on before, until the step that comes now, which is another's."""
    from . import recording

    if went:
        _begin_step(_Run.steps + 1)
    recording.stands()


def _finish(kind, text):
    """The run is over."""
    if _Run.over:
        return
    _Run.over = True
    from .. import exits
    from . import failures, scheduler, variables, wire

    scheduler.leave()
    variables.tell_values()
    failed = failures.all_of_them()
    why = exits.failure()
    if kind == "done" and (why or failed):
        kind, text = "exception", why or failed[0]
    wire.say("ended", kind, text)
    wire.say("over", _Run.name)
    wire.flush()
    if kind not in ("done", "exception", "exit"):
        _Clock.step = (_Run.steps + 1) * 1_000_000  # that they wait is to be seen
        os._exit(1)  # which is recorded
