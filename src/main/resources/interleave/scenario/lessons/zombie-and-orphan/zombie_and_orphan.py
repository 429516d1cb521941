"""A child that has ended and was not waited for, and a child that outlives its parent."""

import os
import signal
import sys
import time

from arguments import arguments

given = arguments(middle=("leaves", "waits"), wait=1.0, kill=False)


def say(line):
    print(line, flush=True)  # at once: what still waits to be printed would be copied, too


def call_me(name):
    """Tells whoever listens, such as Interleave, what this process is to be called."""
    sys.audit("interleave.process", name)


def orphan():
    """Lives longer than its parent, and sees it change."""
    call_me("Orphan")
    parent = os.getppid()
    say(f"Orphan: my parent is {parent}")
    for _ in range(40):
        time.sleep(0.02)
        if os.getppid() != parent:
            break
    say(f"Orphan: my parent is {os.getppid()} now")
    time.sleep(0.5)
    os._exit(0)


def middle():
    """Starts a child and ends before it, unless it waits."""
    call_me("Middle")
    child = os.fork()
    if child == 0:
        orphan()
    time.sleep(0.2)
    if given.middle == "waits":
        os.waitpid(child, 0)
    os._exit(0)


def zombie():
    """Ends soon, and nobody asks how."""
    call_me("Zombie")
    time.sleep(0.05)
    os._exit(7)


if __name__ == "__main__":
    if not hasattr(os, "fork"):
        sys.exit("This system has no fork, and neither zombies nor orphans that somebody adopts.")
    call_me("Parent")
    first = os.fork()
    if first == 0:
        zombie()
    second = os.fork()
    if second == 0:
        middle()
    os.waitpid(second, 0)
    if given.kill:
        os.kill(first, signal.SIGKILL)  # it has ended already: nothing happens
        say("Parent: sent SIGKILL to Zombie")
    time.sleep(given.wait)  # meanwhile its first child is a zombie
    _, status = os.waitpid(first, 0)
    say(f"Parent: Zombie ended with exit code {os.WEXITSTATUS(status)}")
    time.sleep(max(0, 0.8 - given.wait))  # until Orphan, whom nobody here can wait for, has ended
