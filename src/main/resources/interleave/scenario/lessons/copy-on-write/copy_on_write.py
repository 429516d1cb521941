"""After fork two processes share their memory, until one of them writes: only then a page is copied."""

import itertools
import os
import sys
import time

from arguments import arguments

given = arguments(megabytes=64, writes=50, by=("child", "parent"))

PAGE = os.sysconf("SC_PAGESIZE") if hasattr(os, "sysconf") else 4096
STEPS = 10


def say(line):
    print(line, flush=True)


def measured(pid):
    """What the system counts for a process, in MB: its own, shared, and its share of all."""
    kilobytes = {}
    with open(f"/proc/{pid}/smaps_rollup") as file:
        for line in file:
            name, _, rest = line.partition(":")
            if rest.endswith("kB\n"):
                kilobytes[name] = int(rest.split()[0])
    own = kilobytes["Private_Clean"] + kilobytes["Private_Dirty"]
    shared = kilobytes["Shared_Clean"] + kilobytes["Shared_Dirty"]
    return own / 1000, shared / 1000, kilobytes["Pss"] / 1000


def look(child):
    """Tells whoever listens, such as Interleave, what the child has; returns what both have together."""
    own, shared, share = measured(child)
    both = share + measured("self")[2]
    sys.audit("interleave.counter", "child: copied, MB", own)
    sys.audit("interleave.counter", "child: shared, MB", shared)
    sys.audit("interleave.counter", "both together, MB", both)
    return both


def write(memory, of_all):
    """Writes one byte in each page of that part, in some steps."""
    pages = len(memory) // PAGE * of_all // 100
    for step in range(STEPS):
        for page in range(pages * step // STEPS, pages * (step + 1) // STEPS):
            memory[page * PAGE] = 1
        time.sleep(0.03)


if __name__ == "__main__":
    if not os.path.exists("/proc/self/smaps_rollup"):
        sys.exit("How memory is shared is told by Linux only, in /proc/PID/smaps_rollup.")
    memory = bytearray(given.megabytes * 1_000_000)
    write(memory, 100)  # only now there is memory behind it
    alone = measured("self")[2]
    sys.audit("interleave.counter", "both together, MB", alone)
    say(f"Before fork: {alone:.0f} MB")
    child = os.fork()
    if child == 0:
        sys.audit("interleave.process", "Child")  # tells Interleave what this process is to be called
        time.sleep(0.2)
        if given.by == "child":
            write(memory, given.writes)
        time.sleep(0.4 if given.by == "child" else 0.9)
        os._exit(0)
    time.sleep(0.1)
    say(f"After fork: {look(child):.0f} MB, both together")
    try:
        for step in itertools.count():
            if given.by == "parent" and step == 3:
                write(memory, given.writes)
            time.sleep(0.03)
            both = look(child)
    except OSError:
        pass  # the child has ended: there is nothing more to be measured
    say(f"After writing: {both:.0f} MB, both together")
    os.waitpid(child, 0)
