"""One thread writes a flag, another one reads it again and again. Does it ever see the write?"""

import threading
import time

from arguments import arguments

flag = False
event = threading.Event()


def watch(kind):
    if kind == "event":
        event.wait()  # sleeps until it is set, and computes nothing meanwhile
    while not flag:
        pass  # each round reads it anew
    print("The watcher has seen it.", flush=True)


def write():
    global flag
    print("Now the flag is written.", flush=True)
    flag = True
    event.set()


if __name__ == "__main__":
    given = arguments(kind=("plain", "event"), pause=0.6, patience=1.0)
    watcher = threading.Thread(target=watch, args=(given.kind,), name="Watcher", daemon=True)
    watcher.start()
    time.sleep(given.pause)
    write()
    watcher.join(given.patience)
    print("It is still not seen." if watcher.is_alive() else "The watcher has ended.")
