"""One process becomes two; each prints its own pid and the other's."""

import os
import sys
import time

from arguments import arguments


def say(line):
    print(line, flush=True)  # at once: what still waits to be printed would be copied, too


def child(number, seconds, code):
    """Only the copy comes here."""
    say(f"child: pid = {os.getpid()}, ppid = {os.getppid()}")
    number += 1  # the child's own copy
    say(f"child: number = {number}")
    time.sleep(seconds)
    os._exit(code)  # leaves here: the rest of the program is the parent's


if __name__ == "__main__":
    given = arguments(children=1, child_time=0.4, parent_time=0.2, exit_code=0)
    if not hasattr(os, "fork"):
        sys.exit("This system has no fork; a new process is always begun anew here.")
    number = 10
    for _ in range(given.children):
        pid = os.fork()  # called once, returns twice: in this process and in its copy
        if pid == 0:
            child(number, given.child_time, given.exit_code)
        # Only the parent goes on.
        say(f"parent: pid = {os.getpid()}, child = {pid}")
        number += 100  # the parent's own copy
        say(f"parent: number = {number}")
        time.sleep(given.parent_time)
        _, status = os.waitpid(pid, 0)
        say(f"parent: the child ended with exit code {os.WEXITSTATUS(status)}")
