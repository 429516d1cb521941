"""What goes wrong in distributed_processes.py."""

import socket
import sys
import threading
import time
from urllib.parse import urlsplit

from stomp import Address, told

NO_RESTART = ("This broker keeps its queues in memory, and would have forgotten them after a restart. Name one that keeps "
              "them in files: broker=…")
NO_STOP = ("This broker is not the master's, and does not stop with it: fault=stop goes with a broker of our own.")
LONGEST_CUT = 1  # second; workers have two seconds' patience


class Relay:
    """A stretch of the way to a broker, which can be cut and mended again, as a cable is pulled and put back."""

    def __init__(self, address):
        self.broker = Address(address)
        self.door = socket.socket()
        self.door.bind(("127.0.0.1", 0))
        self.door.listen(5)
        here = f"127.0.0.1:{self.door.getsockname()[1]}"
        self.address = self.broker.write(urlsplit(self.broker.uri)._replace(netloc=here).geturl())
        self.open = []
        self.is_cut = False
        self.serve(self.welcome)

    def cut(self):
        """Ends all connections, on both sides, and makes none until it is mended."""
        self.is_cut = True
        hang_up(*self.open)
        self.open = []

    def mend(self):
        self.is_cut = False

    def welcome(self):
        while True:
            caller, _ = self.door.accept()
            if self.is_cut:
                caller.close()
                continue
            called = socket.create_connection((self.broker.host, self.broker.port))
            self.open += caller, called
            self.serve(self.carry, caller, called)
            self.serve(self.carry, called, caller)
            if self.is_cut:  # just now
                hang_up(caller, called)

    @staticmethod
    def carry(source, target):
        try:
            piece = source.recv(8192)
            while piece:
                target.sendall(piece)
                piece = source.recv(8192)
        except OSError:
            pass  # it is cut, or one of the two has left
        hang_up(source, target)

    @staticmethod
    def serve(function, *arguments):
        def run():
            if told is not None:
                told.serves()
            function(*arguments)

        threading.Thread(target=run, name="relay", daemon=True).start()


def hang_up(*sockets):
    """Also wakes who waits at one of them. They are closed when nobody has them any more."""
    for each in sockets:
        try:
            each.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass  # the other side has left


def cut(relay, work):
    """The first worker's connection is gone, on both sides, and nobody answers it for a while."""
    time.sleep(work / 2)  # in the middle of a task
    print("Worker-1's connection is cut.")
    sys.audit("interleave.phase", "Worker-1 is cut off", 0)  # tells whoever listens, such as Interleave
    relay.cut()
    time.sleep(min(3 * work, LONGEST_CUT))
    relay.mend()
    sys.audit("interleave.phase")  # … and that it is over
    print("Worker-1's connection is mended.")


def restart(broker):
    """The broker is somebody else's: he restarts it, and the master waits for that."""
    print("Restart the broker now. The master waits until it was gone and is back...")
    sys.audit("interleave.phase", "the broker restarts", 0)
    broker.await_return()
    sys.audit("interleave.phase")
    print("The broker is back.")


def guess(address):
    """The broker's address with a key that is not the right one."""
    return Address(address).write(key="a guess")
