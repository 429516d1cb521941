"""Queues and pipes between processes: several writers and readers, equal values, and messages that get lost."""
import multiprocessing
import os
import queue
import sys
import time


def write(tasks, times):
    for _ in range(times):
        tasks.put("same")


def read(tasks, results):
    for value in iter(tasks.get, None):
        results.put(value)


def leave_at_once(lost):
    lost.cancel_join_thread()
    lost._notempty.acquire()  # the feeder does not come to it
    lost._notempty.release()
    lost.put("unsent " + "x" * 200000)  # more than a pipe takes
    time.sleep(0.1)
    os._exit(0)


def answer(connection):
    connection.send(["got", connection.recv()])
    connection.send_bytes(connection.recv_bytes() * 2)
    connection.close()


def main():
    context = multiprocessing.get_context(sys.argv[1])
    tasks = context.Queue()
    results = context.SimpleQueue()
    readers = [context.Process(target=read, args=(tasks, results)) for _ in range(2)]
    writers = [context.Process(target=write, args=(tasks, 20)) for _ in range(2)]
    for process in readers + writers:
        process.start()
    for process in writers:
        process.join()
    for _ in readers:
        tasks.put(None)
    print(sorted(results.get() for _ in range(40)) == ["same"] * 40)
    for process in readers:
        process.join()

    bounded = context.JoinableQueue(2)
    bounded.put(1)
    bounded.put(2, timeout=1)
    try:
        bounded.put(3, block=False)
    except queue.Full:
        print("full")
    print([bounded.get() for _ in range(2)])
    bounded.task_done()
    bounded.task_done()
    bounded.join()
    try:
        bounded.get(timeout=0.01)
    except queue.Empty:
        print("empty")
    bounded.put(lambda: 1)  # cannot be pickled
    bounded.put("after")
    print(bounded.get())

    lost = context.Queue()
    process = context.Process(target=leave_at_once, args=(lost,))
    process.start()
    process.join()
    forgotten = context.Queue()
    forgotten.put("forgotten")
    while forgotten.empty():
        time.sleep(0.001)

    here, there = context.Pipe()
    process = context.Process(target=answer, args=(there,))
    process.start()
    here.send(42)
    print(here.recv())
    here.send_bytes(b"raw")
    print(here.recv_bytes(), here.poll(0))
    process.join()
    print(type(tasks).__name__, process.exitcode)


if __name__ == "__main__":
    main()
