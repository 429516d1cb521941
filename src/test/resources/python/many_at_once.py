"""Four hundred threads are there at once, and the program may have a hundred files open."""
import os
import resource
import threading

from _interleave import record
from _interleave.kinds import OUTPUT

resource.setrlimit(resource.RLIMIT_NOFILE, (100, 100))
THREADS = 400
gate = threading.Barrier(THREADS + 1)
files = []


def work(number):
    gate.wait()
    for each in range(60):
        record.text(OUTPUT, 0, 0, 0, 0, "%d:%d %s" % (number, each, "x" * (each % 50)))
    gate.wait()


threads = [threading.Thread(target=work, args=(number,), name="worker %d" % number) for number in range(THREADS)]
for thread in threads:
    thread.start()
gate.wait()
while len(files) < 60:
    files.append(os.open(os.devnull, os.O_RDONLY))
gate.wait()
for thread in threads:
    thread.join()
print(len(files))
