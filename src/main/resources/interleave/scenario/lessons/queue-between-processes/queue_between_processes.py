"""A writer process puts messages into a queue; a reader process gets them, in a loop without an end."""

import multiprocessing
import os
import random
import time
from multiprocessing import Process, Queue

from arguments import arguments

LAST_WORD = None  # what says that nothing more comes


def write(q, values, pause, seed):
    """What a writer process runs."""
    print(f"Process to write: {os.getpid()}")
    rng = random.Random(seed)
    for value in values:
        print(f"Put {value} to queue...")
        q.put(value)  # waits here while a bounded queue is full
        time.sleep(rng.uniform(0, pause))


def read(q, pause):
    """What a reader process runs."""
    print(f"Process to read: {os.getpid()}")
    while True:
        value = q.get()  # waits here until there is a message
        if value is LAST_WORD:
            return
        print(f"Get {value} from queue.")
        time.sleep(pause)


if __name__ == "__main__":
    given = arguments(
        values=["A", "B", "C"],
        pause=1.0,
        capacity=0,
        writers=1,
        readers=1,
        reader_pause=0.0,
        ending=("terminate", "last-word"),
        seed=None,
        method=("usual", "fork", "spawn", "forkserver"),
    )
    if given.method != "usual":
        multiprocessing.set_start_method(given.method)
    print(f"Parent process {os.getpid()}.")

    # The parent makes the queue and hands it to its children.
    q = Queue(given.capacity)
    rng = random.Random(given.seed)
    writers = []
    for number in range(1, given.writers + 1):
        mark = "" if number == 1 else str(number)  # so that one sees whose it is
        values = [value + mark for value in given.values]
        writer = Process(target=write, args=(q, values, given.pause, rng.random()), name=f"Writer{mark}")
        writer.start()
        writers.append(writer)
    readers = []
    for number in range(1, given.readers + 1):
        mark = "" if number == 1 else str(number)
        reader = Process(target=read, args=(q, given.reader_pause), name=f"Reader{mark}")
        reader.start()
        readers.append(reader)

    for writer in writers:
        writer.join()
    for reader in readers:
        if given.ending == "terminate":
            reader.terminate()  # it never ends by itself, so nobody could wait for it
        else:
            q.put(LAST_WORD)  # behind all other messages: whoever gets it leaves
    for reader in readers:
        reader.join()
