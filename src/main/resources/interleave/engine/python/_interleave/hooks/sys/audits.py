"""What a program tells of itself by audit events of its own, which are nothing where nobody listens.

    sys.audit("interleave.phase", "2 threads", 1000)  # the name, and how many units of work are done in it
    sys.audit("interleave.phase")                     # the phase is over
    sys.audit("interleave.process", "Worker")         # what this process is to be called
    sys.audit("interleave.counter", "memory", 12.5)   # a number that changes, from here on

A hook added with sys.addaudithook would hear every audit event of the interpreter, and slow all of them down; so the
function is wrapped that the program calls.
"""

import struct

from _interleave import children, frames, hooking, record
from _interleave.kinds import COUNTER, PHASE_BEGIN, PHASE_END, Type


def patch(sys):
    """Hears what the program itself says."""
    hooking.wrap(sys, "audit", _listening)


def _listening(audit):
    def listening(event, *arguments):
        if type(event) is str and event in _HEARD:
            try:
                _HEARD[event](arguments)
            except Exception as error:
                record.note("Not recorded: %s: %s: %s." % (event, type(error).__name__, error))
        return audit(event, *arguments)

    return listening


def _phase(arguments):
    name, work = (arguments + (None, None))[:2]
    if type(name) is str:
        units = work if type(work) is int and 0 <= work < 1 << 63 else 0
        record.text(PHASE_BEGIN, 0, 0, frames.site(2), units, name)
    else:
        record.event(PHASE_END, 0, 0, 0, 0)


def _process(arguments):
    name, = arguments
    if type(name) is str:
        children.call_self(name)


def _counter(arguments):
    name, value = arguments
    if type(name) is str and type(value) in (int, float):
        if name not in _counters:
            _counters[name] = record.object_id(Type.COUNTER, 0, name)
        record.event(COUNTER, 0, _counters[name], 0, struct.unpack("<q", struct.pack("<d", value))[0])


_HEARD = {"interleave.phase": _phase, "interleave.process": _process, "interleave.counter": _counter}
_counters = {}
record.at_fork(_counters.clear)
