"""A master puts tasks into a queue that others reach over the network; workers connect, and put back results."""

import os
import queue
import random
import secrets
import subprocess
import sys
from multiprocessing.managers import BaseManager

from arguments import arguments, refuse
from broker_tasks import master
from stomp import told

HERE = os.path.dirname(os.path.abspath(__file__))
WORKER = os.path.join(HERE, "task_worker.py")

tasks = queue.Queue()
results = queue.Queue()


# What the server calls when somebody asks for a queue. Only its own copies of the two are ever used.
def get_tasks():
    return tasks


def get_results():
    return results


class QueueManager(BaseManager):
    """Serves the queues over TCP, in a process of its own."""


QueueManager.register("get_tasks", callable=get_tasks)
QueueManager.register("get_results", callable=get_results)


def start_worker(name, port, authkey, given):
    """Starts a program that knows nothing of us but the port and, in its environment, the key."""
    if told is not None:
        told.child(name)
    environment = dict(os.environ, TASKS_AUTHKEY=authkey.hex())
    return subprocess.Popen([sys.executable, WORKER, f"port={port}", f"work={given.work}", f"task={given.task}"],
                            env=environment)


if __name__ == "__main__":
    given = arguments(
        way=("manager", "broker"),
        workers=2,
        tasks=6,
        task=("square", "primes"),
        work=0.3,
        fault=("none", "kill", "cut", "poison", "stop", "restart"),
        stranger=False,
        broker="",
        seed=None,
    )
    numbers = list(range(2, given.tasks + 2)) if given.task == "square" else [1000 * (n % 10 + 1) for n in range(given.tasks)]
    random.Random(given.seed).shuffle(numbers)
    if given.way == "broker":
        master(given, numbers)
        print("Master exit.")
        sys.exit()
    if given.fault != "none":
        refuse("Only a broker gives a task again that somebody has taken: fault goes with way=broker.")
    if given.broker:
        refuse("A manager keeps its queues itself: broker=… goes with way=broker.")
    authkey = secrets.token_bytes(16)
    # Port 0: the system chooses one. 127.0.0.1: only programs of this machine can connect.
    manager = QueueManager(address=("127.0.0.1", 0), authkey=authkey)
    manager.start()
    port = manager.address[1]
    print(f"Master {os.getpid()}: a server listens at port {port}.")

    tasks_there = manager.get_tasks()  # not the queue: a proxy, whose calls go to the server
    results_there = manager.get_results()
    workers = [start_worker(f"Worker-{1 + number}", port, authkey, given) for number in range(given.workers)]
    if given.stranger:
        workers.append(start_worker("Stranger", port, b"a guess", given))

    for n in numbers:
        print(f"Put task {n}...")
        tasks_there.put(n)
    for _ in range(given.tasks):
        print("Result:", results_there.get(timeout=given.tasks * given.work + 30))
    for _ in range(given.workers):
        tasks_there.put(None)  # nothing more comes: whoever gets it leaves
    for worker in workers:
        worker.wait()
    manager.shutdown()
    print("Master exit.")
