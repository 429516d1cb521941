"""A host of many runs: each is a copy of this process, which has Python and the program ready.

This process reads what the explorer says, and hands on to the run what is meant for it; the run itself writes.
"""

import gc
import os
import select
import signal
import socket
import sys
from mmap import mmap

from . import outside, program, scheduler, variables, wire

_PATIENCE = float(os.environ.get("INTERLEAVE_CONTROL_PATIENCE", "10"))
# Seconds for a run that is given up to say so itself.
_LAST_WORDS = 1.0


class Host:
    """The connection, and the run that is under way."""

    def __init__(self, address, made):
        port, token = address.split(":", 1)
        self.program = made
        self.connection = socket.create_connection(("127.0.0.1", int(port)))
        self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.descriptor = self.connection.fileno()
        self.rest = b""
        self.progress = mmap(-1, 16)
        ended, self.wakes = os.pipe()
        os.set_blocking(self.wakes, False)
        signal.set_wakeup_fd(self.wakes, warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        self.ended = ended
        self.pid = 0
        self.answers = -1
        wire.begin(self.descriptor)
        wire.say("hello", 1, token, "python")
        wire.flush()

    def serve(self):
        """One run after the other, until the explorer says that there are no more."""
        while True:
            line = self._line()
            if line is None or line[0] == "bye":
                return
            if line[0] == "run":
                self._run(*line[1:5])

    def _line(self):
        """The next line of the explorer's; None behind the last."""
        while b"\n" not in self.rest:
            data = self.connection.recv(65536)
            if not data:
                return None
            self.rest += data
        line, _, self.rest = self.rest.partition(b"\n")
        return wire.fields(line.decode("utf-8", "replace").rstrip("\r"))

    def _run(self, name, schedule, then, most):
        reads, self.answers = os.pipe()
        self.pid = os.fork()
        if not self.pid:
            signal.set_wakeup_fd(-1)
            os.close(self.answers)
            Run(self, name, reads).begin(schedule.split(), then == "ask", int(most))
        os.close(reads)
        try:
            self._follow(name)
        finally:
            os.close(self.answers)

    def _follow(self, name):
        """Until the run has ended."""
        seen = self._steps()
        while True:
            ready, _, _ = select.select([self.descriptor, self.ended], [], [], _PATIENCE)
            if self.ended in ready:
                os.read(self.ended, 512)
                if os.waitpid(self.pid, os.WNOHANG)[0]:
                    break
            if self.descriptor in ready and not self._hand_on():
                break
            if not ready and self._steps() == seen and not self.progress[8]:
                self._give_up(name)
                break
            seen = self._steps()

    def _steps(self):
        return self.progress[:8]

    def _hand_on(self):
        """What the explorer says to a run; False where it says nothing more at all."""
        data = self.connection.recv(65536)
        if not data:
            self._kill()
            return False
        self.rest += data
        while b"\n" in self.rest and self.rest.startswith((b"choose", b"stop")):
            line, _, self.rest = self.rest.partition(b"\n")
            if line.startswith(b"stop") and not self.progress[8]:
                os.kill(self.pid, signal.SIGUSR1)
            else:
                os.write(self.answers, line + b"\n")
        return True

    def _give_up(self, name):
        """It waits for something that is not controlled, or computes without end."""
        os.kill(self.pid, signal.SIGALRM)
        ready, _, _ = select.select([self.ended], [], [], _LAST_WORDS)
        if ready and os.waitpid(self.pid, os.WNOHANG)[0]:
            os.read(self.ended, 512)
            return
        self._kill()
        wire.say("ended", "stuck", "")
        wire.say("over", name)
        wire.flush()

    def _kill(self):
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)


class Run:
    """In the copy: the one run that it makes."""

    def __init__(self, host, name, answers):
        self.host = host
        self.name = name
        self.answers = answers
        self.rest = b""

    def begin(self, schedule, asks, most):
        """Runs the program, and never returns."""
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        signal.signal(signal.SIGUSR1, lambda *_: self.finish("stopped", ""))
        signal.signal(signal.SIGALRM, lambda *_: self.finish("stuck", _where()))
        self.host.progress[:] = bytes(16)
        scheduler.begin(schedule, self.ask if asks else None, most, self.finish, self.count)
        program.streams()
        random = sys.modules.get("random")
        if random is not None:
            from .patches import random as numbers

            numbers.begin(random)
        self.host.program.run()

    def count(self):
        """A step was made."""
        self.host.progress[:8] = scheduler.steps().to_bytes(8, "little")

    def ask(self):
        """Whom the explorer chooses; None where it wants no more."""
        self.host.progress[8] = 1
        while b"\n" not in self.rest:
            data = os.read(self.answers, 4096)
            if not data:
                os._exit(0)
            self.rest += data
        line, _, self.rest = self.rest.partition(b"\n")
        self.host.progress[8] = 0
        words = wire.fields(line.decode())
        return words[1] if words[0] == "choose" and len(words) > 1 else None

    def finish(self, kind, text):
        """The run is over, whichever thread says so; the process ends without another word."""
        scheduler.leave()
        program.over(kind, text)
        wire.say("over", self.name)
        wire.flush()
        _leave(0)


_leave = os._exit


def _where():
    """Where the thread that is not standing is."""
    frame = scheduler.frame_of_running()
    return "" if frame is None else "%s:%d" % frame


def serve(words):
    """The whole life of a host."""
    made = program.Program(words)
    address = os.environ.pop("INTERLEAVE_CONTROL")
    wanted = os.environ.pop("INTERLEAVE_OBSERVE", None)
    from . import defaults

    names = defaults.of(made) if wanted is None else [each.strip() for each in wanted.split(",") if each.strip()]
    host = Host(address, made)
    variables.begin(names)
    outside.begin()
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 0)
    os.dup2(null, 1)
    gc.collect()
    gc.freeze()
    host.serve()
