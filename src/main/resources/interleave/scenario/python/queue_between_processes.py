"""A writer process puts A, B, C into a queue; a reader process gets them, and is terminated in the end."""

import os
import random
import time
from multiprocessing import Process, Queue

VALUES = ["A", "B", "C"]
PAUSE = 1.0  # seconds


def write(q):
    """What the writer process runs."""
    print(f"Process to write: {os.getpid()}")
    for value in VALUES:
        print(f"Put {value} to queue...")
        q.put(value)
        time.sleep(random.random() * PAUSE)


def read(q):
    """What the reader process runs: a loop without an end."""
    print(f"Process to read: {os.getpid()}")
    while True:
        value = q.get()  # waits here until there is a message
        print(f"Get {value} from queue.")


if __name__ == "__main__":
    print(f"Parent process {os.getpid()}.")
    # The parent makes the queue and hands it to both children.
    q = Queue()
    writer = Process(target=write, args=(q,), name="Writer")
    reader = Process(target=read, args=(q,), name="Reader")
    writer.start()
    reader.start()
    writer.join()
    # The reader never ends by itself, so waiting for it would take for ever.
    reader.terminate()
    reader.join()
