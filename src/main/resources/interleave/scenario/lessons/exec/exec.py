"""A process becomes another program, under the same pid; what stood behind exec is never run."""

import os
import sys
import time

from arguments import arguments

given = arguments(program=("another", "echo", "missing"), fork=True)

COMMANDS = {
    "another": [sys.executable, os.path.join(os.path.dirname(os.path.abspath(__file__)), "another.py")],
    "echo": ["echo", "This is echo, which is not written in Python."],
    "missing": ["no-such-program"],
}


def say(line):
    print(line, flush=True)  # at once: what still waits to be printed is gone with exec


def become():
    """Does not return, unless there is no such program."""
    say(f"Before exec: pid {os.getpid()}, number = {number}")
    time.sleep(0.2)
    command = COMMANDS[given.program]
    try:
        os.execvp(command[0], command)
    except FileNotFoundError:
        say(f"After exec: there is no program {command[0]}, so this one goes on")
        os._exit(127)


if __name__ == "__main__":
    if not hasattr(os, "fork"):
        sys.exit("This system has no fork, and its exec starts a new process and ends this one.")
    number = 10
    if not given.fork:
        become()
    child = os.fork()
    if child == 0:
        number += 1
        become()
        say("This line is never printed")
    _, status = os.waitpid(child, 0)
    say(f"Parent: child {child} ended with exit code {os.WEXITSTATUS(status)}")
