"""What waits, and what there is only one order of for those who cannot see more; in the way that its argument names."""

import os
import queue
import socket
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor, as_completed

total = 0
done = False
state = "idle"


def add(n):
    global total
    total = total + n
    return n


def pool():
    with ThreadPoolExecutor(2) as made:
        tasks = [made.submit(add, n) for n in (1, 2)]
        print(sum(each.result() for each in as_completed(tasks)))


def timer():
    def fire():
        global state
        state = "fired"

    global state
    late = threading.Timer(60, fire)
    late.start()
    if state == "idle":
        late.cancel()
        state = "cancelled"
    late.join()
    print(state)


def clocks():
    """Each tells how long it slept itself, whatever the others do."""
    taken = queue.Queue()

    def sleeps(seconds):
        begun = time.monotonic()
        time.sleep(seconds)
        taken.put(round(time.monotonic() - begun, 3))

    threads = [started(sleeps, seconds) for seconds in (1, 20)]
    for thread in threads:
        thread.join()
    print(sorted([taken.get(), taken.get()]), round(time.monotonic() - 1000))


def spins():
    def wait():
        while not done:
            time.sleep(0.001)
        print("seen")

    global done
    thread = started(wait)
    done = True
    thread.join()


def sockets():
    one, other = socket.socketpair()
    reader, writer = os.pipe()

    def answer():
        os.write(writer, other.recv(10))
        other.close()

    thread = started(answer)
    one.sendall(b"hello")
    print(os.read(reader, 10), one.recv(10))
    thread.join()


def child():
    """A process that ends by itself, while another thread goes on or not."""
    thread = started(add, 1)
    total_before = subprocess.Popen(["true"]).wait() or total
    print(total_before)
    thread.join()


def native():
    """Reads in native code what nobody stops to look at; the other thread brings it."""
    reader, writer = os.pipe()
    thread = started(lambda: print(os.fdopen(reader, "rb", 0).readall()))
    os.write(writer, b"from main")
    os.close(writer)
    thread.join()


def nobody():
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen()
    started(listening.accept).join()


def shared():
    """A variable of the enclosing function is no point, so nobody comes between its read and its write."""
    own = 0

    def both():
        nonlocal own
        add(0)
        global total
        total = total + 1
        own = own + 10

    threads = [started(both), started(both)]
    for thread in threads:
        thread.join()
    print(own)


def started(function, *arguments):
    thread = threading.Thread(target=function, args=arguments)
    thread.start()
    return thread


if sys.argv[1] == "ended-by-main":
    added = started(add, 1)
    add(2)
    added.join()
else:
    globals()[sys.argv[1]]()
