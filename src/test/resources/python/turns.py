"""Two threads that compute until a word comes, and say how often they took turns; a copy made by fork does the same."""
import os
import threading

from _interleave import gil, record

enough = False


def compute():
    record.log()
    while not enough:
        for _ in range(200):
            pass


def turns(names):
    global enough
    enough = False
    before = gil.passed()
    threads = [threading.Thread(target=compute, name=name) for name in names]
    for thread in threads:
        thread.start()
    os.read(0, 1)
    enough = True
    for thread in threads:
        thread.join()
    print(gil.passed() - before, flush=True)
    os.read(0, 1)  # all of them are counted


if os.fork() == 0:
    turns(["Cleo", "Dan"])
    os._exit(0)
os.wait()
turns(["Ann", "Bob"])
