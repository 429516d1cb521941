"""More threads than processors, and all of them only compute."""

import hashlib
import os
import threading
import time

from arguments import arguments

PIECES = 10


def compute(block, pause):
    """What each thread runs: it asks for nothing but a processor."""
    begin = time.perf_counter()
    digest = hashlib.sha256()
    for _ in range(PIECES):
        digest.update(block)  # computes in C, and gives up the GIL meanwhile: so threads can run at the same time
        if pause:
            time.sleep(pause)  # who sleeps needs no processor
    took = time.perf_counter() - begin
    print(f"{threading.current_thread().name}: {took:.2f} s, result {digest.hexdigest()[:16]}", flush=True)


def processors():
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


if __name__ == "__main__":
    given = arguments(per_processor=("2", "1", "4", "8"), work=400, pause=0.0)
    count = processors() * int(given.per_processor)
    print(f"Processors: {processors()}, threads: {count}", flush=True)
    block = bytes(given.work * 1_000_000 // PIECES)
    threads = [
        threading.Thread(target=compute, args=(block, given.pause), name=f"worker-{i + 1}") for i in range(count)
    ]
    for thread in threads:
        thread.start()  # all want to run, from here on
    for thread in threads:
        thread.join()
    print(f"All {count} are done.")
