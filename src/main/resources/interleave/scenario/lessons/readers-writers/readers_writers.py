"""Many read a page, some write it. Python has no lock for readers and writers: here is one."""

import random
import threading
import time

from arguments import arguments

given = arguments(
    lock=("read-write", "plain"),
    readers=4,
    writers=1,
    rounds=5,
    reading=0.06,
    writing=0.08,
    pause=0.1,
    seed=None,
)


class ReadWriteLock:
    """Many readers, or one writer."""

    def __init__(self):
        self.free = threading.Condition()
        self.readers = 0

    def read(self, seconds):
        with self.free:
            self.readers += 1
        time.sleep(seconds)  # others may read, too
        with self.free:
            self.readers -= 1
            self.free.notify_all()

    def write(self, seconds):
        with self.free:  # as long as this is held nobody begins to read
            while self.readers > 0:
                self.free.wait()
            time.sleep(seconds)


class PlainLock:
    """One at a time, reader or writer."""

    def __init__(self):
        self.lock = threading.Lock()

    def read(self, seconds):
        with self.lock:
            time.sleep(seconds)

    write = read


def work(does, seconds, seed):
    rng = random.Random(seed)
    for _ in range(given.rounds):
        time.sleep(rng.uniform(0, given.pause))
        does(seconds)
    print(f"{threading.current_thread().name} is done.")


if __name__ == "__main__":
    page = PlainLock() if given.lock == "plain" else ReadWriteLock()
    rng = random.Random(given.seed)
    threads = []
    for number in range(1, given.readers + 1):
        args = (page.read, given.reading, rng.random())
        threads.append(threading.Thread(target=work, args=args, name=f"Reader-{number}"))
    for number in range(1, given.writers + 1):
        args = (page.write, given.writing, rng.random())
        threads.append(threading.Thread(target=work, args=args, name=f"Writer-{number}"))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
