"""The same work by one thread and by two: computed in Python, and by C code that gives up the GIL."""

import hashlib
import sys
import threading
import time
import zlib

from arguments import arguments

given = arguments(work=("hash", "compress"), size=1_000_000, time=0.4)


AS_MUCH = 1000  # one thread does so much in that time, in either way


def in_python(rounds):
    """Each step is the interpreter's, which needs its lock for it."""
    x = 1
    for _ in range(rounds):
        x = (x * 6364136223846793005 + 1442695040888963407) % 2**64


def in_c(rounds):
    """One call for each buffer: C code, which may give the lock back for as long as it computes."""
    buffer = bytes(given.size)
    work = hashlib.sha256 if given.work == "hash" else zlib.compress  # sha256 does so above 2047 bytes
    for _ in range(rounds):
        work(buffer)


def rounds_of(way):
    """How many rounds one thread does in that time on this machine."""
    sys.audit("interleave.phase", "warm-up", 0)
    rounds = 1
    while True:
        begin = time.process_time()  # of a processor: what others do meanwhile does not matter
        way(rounds)
        took = time.process_time() - begin
        if took > given.time / 5:
            return max(2, int(rounds * given.time / took)) // 2 * 2
        rounds *= 2


def timed(where, way, rounds, count):
    """All of the rounds, shared by so many threads."""
    name = f"{where}, 1 thread" if count == 1 else f"{where}, {count} threads"
    names = [f"{where} alone"] if count == 1 else [f"{where} {n + 1}" for n in range(count)]
    threads = [threading.Thread(target=way, args=(rounds // count,), name=each) for each in names]
    sys.audit("interleave.phase", name, AS_MUCH)  # tells whoever listens, such as Interleave, what begins
    begin = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    sys.audit("interleave.phase")  # … and that it is over
    print(f"{name}: {time.perf_counter() - begin:.2f} s", flush=True)


if __name__ == "__main__":
    for where, way in (("Python", in_python), ("C", in_c)):
        rounds = rounds_of(way)
        timed(where, way, rounds, 1)
        timed(where, way, rounds, 2)
    print("All is computed.")
