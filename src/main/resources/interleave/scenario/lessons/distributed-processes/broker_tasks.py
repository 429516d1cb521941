"""The work of distributed_processes.py over a broker: what its master does, and what its workers do."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import uuid

import mishap
from arguments import refuse
from broker_client import BrokerGone, Client
from stomp import Address, Refused, told

LAST_WORD = "nothing more comes"
MOST_DELIVERIES = 3


class Broker:
    """A process that keeps queues in memory. It ends with this one: when there is nothing more to read."""

    def __init__(self):
        command = os.environ.get("INTERLEAVE_BROKER")
        if not command:
            sys.exit("There is no broker here; Interleave names one in INTERLEAVE_BROKER.")
        file, self.address = tempfile.mkstemp(".address", "interleave-broker-")  # only its owner can read it
        os.close(file)
        environment = {name: value for name, value in os.environ.items() if name != "JAVA_TOOL_OPTIONS"}
        if told is not None:
            told.service("broker")
        self.process = subprocess.Popen(command.split("\n") + [self.address], env=environment, stdin=subprocess.PIPE,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while not os.path.getsize(self.address):
            if self.process.poll() is not None:
                sys.exit("The broker ended before it was ready.")
            time.sleep(0.01)

    def close(self):
        """Ends it, some moments later where workers from elsewhere are to hand over what they recorded."""
        if self.process.poll() is None:
            self.process.communicate(b"\n")

    def break_off(self):
        """Ends it at once, as a power cut would."""
        self.process.stdin.close()
        self.process.wait()


class ExternalBroker:
    """One that somebody else runs, for queues of this run's own. The file has its address, the user, and the key."""

    def __init__(self, file):
        there = Address(file)
        self.address = there.write(f"{there.uri}#run-{uuid.uuid4()}")
        self.files = [self.address]
        if "INTERLEAVE_RECORDING" in os.environ:  # whoever draws this program finds the broker by it
            left = os.path.join(os.environ["INTERLEAVE_RECORDING"], "broker.address")
            self.files.append(shutil.copy(self.address, left))

    def close(self):
        for file in self.files:
            os.remove(file)


def has_guests():
    """Whether workers from elsewhere, whom this program has not started, are there."""
    folder = os.environ.get("INTERLEAVE_RECORDING")
    return folder is not None and os.path.exists(os.path.join(folder, "broker.guests"))


def master(given, numbers):
    """Puts tasks for these numbers, and prints the results."""
    middle = (given.tasks + 1) // 2
    if given.fault == ("stop" if given.broker else "restart"):
        refuse(mishap.NO_STOP if given.broker else mishap.NO_RESTART)
    server = ExternalBroker(given.broker) if given.broker else Broker()
    broker = Client(server.address)
    relay = mishap.Relay(server.address) if given.fault == "cut" else None  # the first worker's way to the broker
    fatal = middle if given.fault == "kill" else 0
    reserve = 1 if given.fault == "kill" else 0  # takes over when another is gone
    workers = []
    for number in range(1, given.workers + reserve + 1):
        way = relay.address if relay and number == 1 else server.address
        workers.append(start_worker(f"Worker-{number}", way, given, fatal))
    if given.stranger:
        workers.append(start_worker("Stranger", mishap.guess(server.address), given, 0))
    for number in range(1, given.tasks + 1):
        poison = given.fault == "poison" and number == middle
        task = "seven" if poison else str(numbers[number - 1])
        print(f"Put task {task}...")
        broker.put("tasks", number, task)
    for number in range(1, (middle if given.fault == "stop" else given.tasks) + 1):
        result = broker.take("results")
        print("Result:", result.text)
        broker.commit(result)
        if number == middle and given.fault == "cut":
            mishap.cut(relay, given.work)
        elif number == middle and given.fault == "restart":
            mishap.restart(broker)
    if given.fault == "poison":
        dead = broker.take("dead letters")
        print("Dead letter:", dead.text)
        broker.commit(dead)
    if given.fault == "stop":
        print("Master stops, and the broker with it.")
        server.break_off()
    else:
        # Those from elsewhere pass the last word on, and may have taken the task that kills.
        guests = reserve + 1 if has_guests() else 0
        for number in range(given.workers + guests):
            broker.put("tasks", given.tasks + 1 + number, LAST_WORD)  # behind all tasks: whoever takes one leaves
    for worker in workers:
        worker.wait()
    broker.close()
    server.close()


def start_worker(name, address, given, fatal):
    if told is not None:
        told.child(name)
    words = [f"work={given.work}", f"address={address}", f"task={given.task}", f"fatal={fatal}"]
    return subprocess.Popen([sys.executable, os.path.join(os.path.dirname(os.path.abspath(__file__)), "task_worker.py"), *words])


def work(given, calculate):
    """What a worker does: a task is gone and its result there, or neither."""
    broker = Client(given.address)
    while True:
        task = broker.take("tasks")
        if task.text == LAST_WORD:
            broker.commit(task, back=given.guest)  # one for each that the master has started: a guest keeps none
            break
        print(f"Worker {os.getpid()} runs task {task.text}...")
        time.sleep(given.work)
        if task.number == given.fatal and task.deliveries == 1:
            os.kill(os.getpid(), signal.SIGKILL)  # in the middle of it: nothing is acknowledged
        try:
            done = broker.commit(task, ("results", calculate(int(task.text), given.task)))
        except ValueError:
            if task.deliveries < MOST_DELIVERIES:
                done = broker.commit(task, back=True)  # somebody else may know what to do with it
            else:
                done = broker.commit(task, ("dead letters", task.text), ("results", f"{task.text} is a dead letter"))
        if not done:
            print(f"Worker {os.getpid()} was cut off. Unless it was done, the task comes again.")
    broker.close()


def run_worker(given, calculate):
    try:
        work(given, calculate)
        print(f"Worker {os.getpid()} exit.")
    except Refused as error:
        print(f"Worker {os.getpid()} exit: the broker does not let us in: {error}")
    except (BrokerGone, OSError):
        print(f"Worker {os.getpid()} exit: there is no broker any more.")
