"""Four threads that take a lock each again and again, and count that in a mapped file."""
import mmap
import struct
import sys
import threading

file = open(sys.argv[1], "r+b")
ticks = mmap.mmap(file.fileno(), 32)


def tick(at):
    lock = threading.Lock()
    count = 0
    while True:
        with lock:
            pass
        count += 1
        struct.pack_into("<q", ticks, at, count)


for i in range(4):
    threading.Thread(target=tick, args=(8 * i,), name="ticking %d" % i).start()
