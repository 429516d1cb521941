"""Many read a page, some write it. Python has no lock for readers and writers: here is one."""
import random
import threading
import time

READERS = 4
WRITERS = 1
ROUNDS = 5


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


page = ReadWriteLock()


def work(does, seconds):
    for _ in range(ROUNDS):
        time.sleep(random.uniform(0, 0.1))
        does(seconds)
    print(threading.current_thread().name, "is done.")


if __name__ == "__main__":
    threads = [
        threading.Thread(target=work, args=(page.read, 0.06), name=f"Reader-{n + 1}")
        for n in range(READERS)
    ]
    threads += [
        threading.Thread(target=work, args=(page.write, 0.08), name=f"Writer-{n + 1}")
        for n in range(WRITERS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
