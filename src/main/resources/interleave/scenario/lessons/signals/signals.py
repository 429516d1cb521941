"""One signal, sent to three processes: what becomes of it is up to each of them."""

import os
import signal
import sys
import time

from arguments import arguments

given = arguments(signal=("SIGTERM", "SIGINT", "SIGHUP", "SIGKILL"), patience=0.5, tidying=0.2)


def say(line):
    print(line, flush=True)


def tidy():
    """Has a handler: tidies up, and ends itself."""

    def tidy_up(number, frame):
        say("Tidy: one moment, I tidy up")
        time.sleep(given.tidying)
        os._exit(0)

    listen(tidy_up)


def plain():
    """Does nothing about it: the system ends it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Python would raise KeyboardInterrupt
    rest()


def deaf():
    """Has a handler that does nothing."""

    def ignore(number, frame):
        say("Deaf: I go on")

    listen(ignore)


def listen(handler):
    for each in HANDLED:
        signal.signal(each, handler)
    rest()


def rest():
    signal.pthread_sigmask(signal.SIG_UNBLOCK, HANDLED)
    while True:
        time.sleep(10)


def start(name, what):
    signal.pthread_sigmask(signal.SIG_BLOCK, HANDLED)  # what comes before the child is ready has to wait
    pid = os.fork()
    if pid == 0:
        sys.audit("interleave.process", name)  # tells Interleave what this process is to be called
        what()
    signal.pthread_sigmask(signal.SIG_UNBLOCK, HANDLED)
    return pid


def how(status):
    if os.WIFSIGNALED(status):
        number = os.WTERMSIG(status)
        return f"ended by {signal.Signals(number).name}; a shell says exit code {128 + number}"
    return f"ended itself with exit code {os.WEXITSTATUS(status)}"


if __name__ == "__main__":
    if not hasattr(os, "fork"):
        sys.exit("This system has no signals between processes: one can only be ended, or not.")
    HANDLED = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)  # SIGKILL cannot be handled
    children = {start(what.__name__.capitalize(), what): what.__name__.capitalize() for what in (tidy, plain, deaf)}
    time.sleep(0.3)
    for pid in children:
        os.kill(pid, getattr(signal, given.signal))
    end = time.monotonic() + given.patience
    while children and time.monotonic() < end:
        pid, status = os.waitpid(-1, os.WNOHANG)
        if pid:
            say(f"{children.pop(pid)}: {how(status)}")
        time.sleep(0.02)
    for pid, name in children.items():
        os.kill(pid, signal.SIGKILL)
        say(f"{name}: {how(os.waitpid(pid, 0)[1])}")
