"""Phases: a program tells parts of its run apart by an audit event of its own, which is nothing where nobody listens.

    sys.audit("interleave.phase", "2 threads", 1000)  # the name, and how many units of work are done in it
    sys.audit("interleave.phase")                     # the phase is over

A hook added with sys.addaudithook would hear every audit event of the interpreter, and slow all of them down; so the
function is wrapped that the program calls.
"""

from _interleave import frames, hooking, record
from _interleave.kinds import PHASE_BEGIN, PHASE_END

_NAME = "interleave.phase"


def patch(sys):
    """Hears what the program itself says."""
    hooking.wrap(sys, "audit", _listening)


def _listening(audit):
    def listening(event, *arguments):
        if type(event) is str and event == _NAME:
            try:
                _phase(arguments)
            except Exception as error:
                record.note("A phase could not be recorded: %s: %s." % (type(error).__name__, error))
        return audit(event, *arguments)

    return listening


def _phase(arguments):
    name, work = (arguments + (None, None))[:2]
    if type(name) is str:
        units = work if type(work) is int and 0 <= work < 1 << 63 else 0
        record.text(PHASE_BEGIN, 0, 0, frames.site(2), units, name)
    else:
        record.event(PHASE_END, 0, 0, 0, 0)
