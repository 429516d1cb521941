"""Observes every read and write of variables that were asked for, in the order in which they happen.

What is asked for stands in the environment: INTERLEAVE_OBSERVE=balance,bank.balance,Account.balance names global
variables, of any of the program's modules or of that one, and attributes of the objects of a class. Nothing of this is done, or costs anything, where it is not set.

Between an instruction and whoever writes it down, another thread may come. So the recorder has a lock, takes it before
the one instruction that reads or writes, and gives it back behind it, when it has looked at the variable and written
down what it saw: nobody else can have been there in between. A lost update lies between two such instructions, where
the lock is free, and so it still happens. But whoever observes makes threads take turns at other moments than they
would alone; that is said with the recording.
"""

import os
import sys


def begin(folder, otherwise=()):
    """Begins to observe what the environment asks for, or those names otherwise."""
    wanted = [name.strip() for name in os.environ.get("INTERLEAVE_OBSERVE", "").split(",")]
    wanted = [name for name in wanted if name] or list(otherwise)
    if not wanted:
        return
    from .. import record
    from . import accesses, steps

    accesses.begin(wanted)
    record.at_fork(steps.renew)
    if sys.version_info >= (3, 12):
        from . import monitoring as eyes
    else:
        from . import tracing as eyes
    if eyes.begin(steps.step, steps.leave):
        _say(folder, record, ", ".join(wanted))
    else:
        record.note("Steps are not observed: another tool of this program observes it already.")


def _say(folder, record, names):
    try:
        os.close(os.open(os.path.join(folder, "observed"), os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError:
        return  # another process of the run has said it
    record.note("%s: observed step by step. That is slow, and adds moments at which threads take turns; "
                "every interleaving shown really happened." % names)
