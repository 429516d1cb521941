"""A worker of distributed_processes.py: it could as well run on another machine."""

import os
import sys
import time
from multiprocessing import AuthenticationError
from multiprocessing.managers import BaseManager

from arguments import arguments
from broker_tasks import run_worker


class QueueManager(BaseManager):
    """The server's queues, by the names that the master has given them."""


QueueManager.register("get_tasks")
QueueManager.register("get_results")


def calculate(n, task):
    if task == "square":
        return f"{n} * {n} = {n * n}"
    count = sum(all(each % divisor for divisor in range(2, int(each**0.5) + 1)) for each in range(2, n))
    return f"{count} primes below {n}"


if __name__ == "__main__":
    given = arguments(port=0, work=0.3, task=("square", "primes"), address="", fatal=0, guest=False)
    if given.address:  # that of a broker, in place of a manager's
        run_worker(given, calculate)
        sys.exit()
    authkey = bytes.fromhex(os.environ["TASKS_AUTHKEY"])
    manager = QueueManager(address=("127.0.0.1", given.port), authkey=authkey)
    print(f"Worker {os.getpid()} connects to port {given.port}...")
    try:
        manager.connect()
    except AuthenticationError:
        sys.exit(f"Worker {os.getpid()} does not have the right key, and is sent away.")

    tasks = manager.get_tasks()
    results = manager.get_results()
    while True:
        n = tasks.get()  # waits here, and the server for it, until there is a task
        if n is None:
            break
        print(f"Worker {os.getpid()} runs task {n} * {n}...")
        time.sleep(given.work)
        results.put(calculate(n, given.task))
    print(f"Worker {os.getpid()} exit.")
