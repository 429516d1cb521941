"""So many threads hold locks of their own; after some time the program kills itself, and has told how much was done."""
import mmap
import os
import signal
import struct
import sys
import threading
import time

threads, told = int(sys.argv[1]), sys.argv[2]
with open(told, "wb+") as file:
    file.truncate(8 * threads)
    done = mmap.mmap(file.fileno(), 8 * threads)
go = threading.Event()


def work(number):
    lock = threading.Lock()
    store = struct.Struct("@Q").pack_into
    holds = 0
    go.wait()
    while True:
        with lock:
            pass
        holds += 1
        store(done, 8 * number, holds)


for each in range(threads):
    threading.Thread(target=work, args=(each,), daemon=True).start()
go.set()
time.sleep(1)
os.kill(os.getpid(), signal.SIGKILL)
