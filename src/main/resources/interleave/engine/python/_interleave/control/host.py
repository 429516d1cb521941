"""A host of many runs: copies of this process, which has Python and the program ready, make them.

A copy makes one run after the other, as long as nothing of a run is left in it but what the modules of the library
remember, see program; then the next copy goes on. The copy reads what the explorer says, and writes; this process sees
to it that there is one, and that it does not hang.
"""

import gc
import os
import select
import signal
import socket
import sys
from mmap import mmap

from . import defaults, outside, program, variables, wire
from .run import BYE, USED_UP, Copy

_PATIENCE = float(os.environ.get("INTERLEAVE_CONTROL_PATIENCE", "10"))
# Seconds for a run that is given up to say so itself.
_LAST_WORDS = 1.0


class Progress:
    """What the two processes share: how many steps were made, whether the explorer is waited for, and the run's name."""

    def __init__(self):
        self.bytes = mmap(-1, 4096)

    def step(self, number):
        """So many steps were made since the copy began."""
        self.bytes[:8] = number.to_bytes(8, "little")

    def steps(self):
        """How many."""
        return self.bytes[:8]

    def waits(self, does):
        """Whether the copy waits for the explorer."""
        self.bytes[8] = does

    def is_waiting(self):
        """Whether it does."""
        return bool(self.bytes[8])

    def begin(self, name):
        """That run is under way; empty for none."""
        data = name.encode()[:1000]
        self.bytes[16:18] = len(data).to_bytes(2, "little")
        self.bytes[18:18 + len(data)] = data

    def run(self):
        """Which run is under way."""
        return self.bytes[18:18 + int.from_bytes(self.bytes[16:18], "little")].decode("utf-8", "replace")


class Host:
    """The connection, and the copy that is at work."""

    def __init__(self, address, made):
        port, _, token = address.partition(":")
        self.program = made
        self.connection = socket.create_connection(("127.0.0.1", int(port)))
        self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.progress = Progress()
        self.ended, wakes = os.pipe()
        os.set_blocking(wakes, False)
        signal.set_wakeup_fd(wakes, warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        wire.begin(self.connection.fileno())
        wire.say("hello", 1, token, "python")
        wire.flush()

    def serve(self):
        """One copy after the other, until the explorer says that there are no more runs."""
        while True:
            self.progress.waits(False)
            pid = os.fork()
            if not pid:
                signal.set_wakeup_fd(-1)
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                Copy(self.program, self.connection, self.progress, _PATIENCE / 5).serve()
            status = self._follow(pid)
            if os.WIFEXITED(status) and os.WEXITSTATUS(status) == BYE:
                return
            if not os.WIFEXITED(status) or os.WEXITSTATUS(status) != USED_UP:
                self._say_end(status)

    def _follow(self, pid):
        """How the copy ended."""
        seen = b""
        while True:
            ready, _, _ = select.select([self.ended], [], [], _PATIENCE)
            if ready:
                os.read(self.ended, 512)
                ended, status = os.waitpid(pid, os.WNOHANG)
                if ended:
                    return status
                continue
            now = self.progress.steps()
            if now == seen and not self.progress.is_waiting():
                return self._give_up(pid)
            seen = now

    def _give_up(self, pid):
        """It waits for something that is not controlled, or computes without end."""
        os.kill(pid, signal.SIGALRM)
        ready, _, _ = select.select([self.ended], [], [], _LAST_WORDS)
        if ready:
            os.read(self.ended, 512)
            ended, status = os.waitpid(pid, os.WNOHANG)
            if ended:
                return status
        os.kill(pid, signal.SIGKILL)
        return os.waitpid(pid, 0)[1]

    def _say_end(self, status):
        """It ended without a word."""
        if os.WIFEXITED(status):
            wire.say("ended", "exit", os.WEXITSTATUS(status))
        elif os.WTERMSIG(status) == signal.SIGKILL:
            wire.say("ended", "stuck", "")
        else:
            wire.say("ended", "exit", 128 + os.WTERMSIG(status))
        wire.say("over", self.progress.run())
        wire.flush()


def serve(words):
    """The whole life of a host."""
    try:
        made = program.Program(words)
    except (ImportError, OSError, SyntaxError) as error:
        sys.exit("%s: %s" % (type(error).__name__, error))
    address = os.environ.pop("INTERLEAVE_CONTROL")
    wanted = os.environ.pop("INTERLEAVE_OBSERVE", None)
    if wanted is None:
        names = defaults.of(made.sources)
        made.missed = defaults.missed(made.sources)
    else:
        names = [each.strip() for each in wanted.split(",") if each.strip()]
    host = Host(address, made)
    variables.begin(names, os.environ.pop("INTERLEAVE_SWITCH_POINTS", "every") == "interpreter")
    outside.begin()
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 0)
    os.dup2(null, 1)
    made.get_ready()
    gc.collect()
    gc.freeze()
    host.serve()
