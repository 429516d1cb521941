"""One thread computes something and tells another one that it is there. Is that one sure of it?"""

import queue
import threading
import time

from arguments import arguments

given = arguments(way=("plain", "lock", "event", "queue", "join"), takes=0.2)

data = 0  # what the one computes and the other reads
ready = False  # a plain flag
told = False  # one that only who has the lock reads or writes
lock = threading.Lock()
gate = threading.Event()
post = queue.Queue()


def write():
    global data
    time.sleep(given.takes)
    data = 42
    time.sleep(given.takes)  # much may come between the two
    tell()


def tell():
    global ready, told
    if given.way == "plain":
        ready = True
    elif given.way == "lock":
        with lock:
            told = True
    elif given.way == "event":
        gate.set()
    elif given.way == "queue":
        post.put("There it is.")


def is_told():
    with lock:
        return told


def wait(writer):
    if given.way == "plain":
        while not ready:
            time.sleep(0.8 * given.takes)
    elif given.way == "lock":
        while not is_told():
            time.sleep(0.8 * given.takes)
    elif given.way == "event":
        gate.wait()
    elif given.way == "queue":
        post.get()
    else:
        writer.join()


def read(writer):
    wait(writer)
    print(f"The reader has read {data}.")


if __name__ == "__main__":
    one = threading.Thread(target=write, name="Writer")
    other = threading.Thread(target=read, args=(one,), name="Reader")
    one.start()
    other.start()
    one.join()
    other.join()
