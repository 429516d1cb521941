"""Two threads that compute, and say how often they took turns; a copy made by fork does the same."""
import os
import threading
import time

from _interleave import gil, record


def compute():
    record.log()
    end = time.monotonic() + 0.3
    while time.monotonic() < end:
        for _ in range(200):
            pass


def turns(names):
    before = gil.passed()
    threads = [threading.Thread(target=compute, name=name) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(gil.passed() - before, flush=True)
    time.sleep(0.05)  # a last look may come


if os.fork() == 0:
    turns(["Cleo", "Dan"])
    os._exit(0)
os.wait()
turns(["Ann", "Bob"])
