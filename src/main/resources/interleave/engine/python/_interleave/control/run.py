"""In a copy of the host: it makes runs, one after the other."""

import gc
import os
import select
import signal
import socket
from _socket import socket as Raw

from . import scheduler, wire

# How a copy leaves: there are no more runs; or the next copy is to go on.
BYE, USED_UP = 0, 3
_MOST_RUNS = 5000
_MUCH = 100_000
# The explorer is listened to after so many steps.
_LISTENS = 256
_leave = os._exit


class Copy:
    """What reads the explorer's lines: each is taken as it is needed, so that the next copy finds the rest."""

    def __init__(self, made, connection, progress, patience):
        self.program = made
        self.patience = patience
        self.connection = connection
        self.progress = progress
        self.name = ""
        self.over = False
        self.runs = self.steps = 0

    def serve(self):
        """Makes runs, and never returns."""
        gc.set_threshold(_MUCH)  # what is done when things are found to be garbage is to come at the same place each time
        signal.signal(signal.SIGALRM, lambda *_: self.finish("stuck", _where()))
        while True:
            line = self._line()
            if line is None or line[0] == "bye":
                _leave(BYE)
            if line[0] == "run":
                self._run(*line[1:5])

    def _line(self):
        """The next line of the explorer's; None behind the last."""
        self.progress.waits(True)
        try:
            data = b""
            while b"\n" not in data:
                seen = Raw.recv(self.connection, 65536, socket.MSG_PEEK)
                if not seen:
                    return None
                data += Raw.recv(self.connection, seen.find(b"\n") + 1 or len(seen))
            return wire.fields(data.rstrip(b"\r\n").decode("utf-8", "replace"))
        finally:
            self.progress.waits(False)

    def _run(self, name, schedule, then, most):
        self.name = name
        self.over = False
        self.runs += 1
        self.progress.begin(name)
        self.program.begin()
        scheduler.begin(schedule.split(), self.ask if then == "ask" else None, int(most), self.finish, self.count,
                        self.patience)
        self.program.run()

    def count(self, _):
        """A step was made."""
        self.steps += 1
        self.progress.step(self.steps)
        if not self.steps % _LISTENS and select.select([self.connection], [], [], 0)[0]:
            if Raw.recv(self.connection, 4, socket.MSG_PEEK) in (b"stop", b""):
                self._line()
                self.finish("stopped", "")

    def ask(self):
        """Whom the explorer chooses; None where it wants no more."""
        line = self._line()
        if line is None:
            _leave(BYE)
        return line[1] if line[0] == "choose" and len(line) > 1 else None

    def finish(self, kind, text):
        """The run is over, whichever thread says so; it returns only where another run may follow."""
        if self.over:
            return
        self.over = True
        alone = scheduler.leave()
        self.program.over(kind, text)
        wire.say("over", self.name)
        wire.flush()
        self.progress.begin("")
        if not alone or self.runs >= _MOST_RUNS or not self.program.is_reusable():
            _leave(USED_UP)


def _where():
    """Where the thread is that runs."""
    frame = scheduler.frame_of_running()
    return "" if frame is None else "%s:%d" % frame
