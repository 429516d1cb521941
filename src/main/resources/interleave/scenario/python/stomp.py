"""Queues that a broker keeps, over STOMP 1.2: a protocol of text that many brokers speak. Messages are data, never code."""

import hashlib
import socket
import ssl
import time
import zlib
from collections import deque, namedtuple
from urllib.parse import urlsplit

try:
    from _interleave import told  # whoever draws this program is told what is put and got
except ImportError:
    told = None

LARGEST = 1 << 20
BEAT = 5  # seconds: so often the broker is to say that it is still there
PATIENCE = 2  # seconds that the broker may be away

Delivery = namedtuple("Delivery", "queue number text deliveries ack connection")


class BrokerGone(Exception):
    """The broker does not answer any more."""


def frame(command, body=b"", **headers):
    head = "".join(f"{name}:{escaped(str(value))}\n" for name, value in headers.items())
    return f"{command}\n{head}content-length:{len(body)}\n\n".encode() + body + b"\0"


def escaped(text):
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace(":", "\\c")


def unescaped(text):
    first, *rest = text.split("\\\\")
    return "\\".join(part.replace("\\c", ":").replace("\\n", "\n").replace("\\r", "\r") for part in (first, *rest))


class Address:
    """Where a broker listens and what lets one in: lines of a file that only its owner may read."""

    def __init__(self, file):
        with open(file, encoding="utf-8") as lines:
            self.uri, self.user, self.key, *fingerprint = lines.read().splitlines()
        self.fingerprint = fingerprint[0] if fingerprint else None

    def key_of(self, queue):
        """By what all processes know a queue of this broker, on whatever host."""
        return zlib.crc32(self.key.encode()) << 32 | zlib.crc32(queue.encode())


def secured(plain, host, fingerprint):
    """By TLS. Where there is a fingerprint it must be that certificate, whatever its name."""
    context = ssl.create_default_context()
    if fingerprint:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    secure = context.wrap_socket(plain, server_hostname=host)
    shown = "sha256:" + hashlib.sha256(secure.getpeercert(True)).hexdigest()
    if fingerprint not in (None, shown):
        secure.close()
        raise ConnectionError(f"the broker is not who it should be: its certificate has {shown}, not {fingerprint}")
    return secure


class Connection:
    """Frames, one after the other; what is too large or is none ends it."""

    def __init__(self, address):
        to = urlsplit(address.uri)
        self.socket = socket.create_connection((to.hostname, to.port), timeout=4 * BEAT)
        if to.scheme == "tls":
            self.socket = secured(self.socket, to.hostname, address.fingerprint)
        self.file = self.socket.makefile("rb")
        self.send(f"CONNECT\naccept-version:1.2\nhost:{to.path[1:] or '/'}\nlogin:{address.user}\n"
                  f"passcode:{address.key}\nheart-beat:0,{BEAT}000\n\n\0".encode())
        self.receive("CONNECTED")

    def send(self, data):
        self.socket.sendall(data)

    def close(self):
        self.file.close()
        self.socket.close()

    def line(self):
        line = self.file.readline(8192)
        if not line.endswith(b"\n"):
            raise ConnectionError("the broker is gone, or says too much")
        return line.rstrip(b"\r\n").decode()

    def receive(self, *wanted):
        """The next frame: its command, its headers, its body."""
        command = ""
        while not command:
            command = self.line()  # between frames an empty line is a heart-beat
        headers = {}
        for header in iter(self.line, ""):
            name, _, value = header.partition(":")
            headers.setdefault(unescaped(name), unescaped(value))
            if len(headers) > 64:
                raise ConnectionError("the broker says too much")
        body = self.body(headers.get("content-length", ""))
        if command == "ERROR" or wanted and command not in wanted:
            raise ConnectionError(headers.get("message", command))
        return command, headers, body

    def body(self, length):
        if length.isdigit() and int(length) <= LARGEST:
            body = self.file.read(int(length) + 1)
        else:
            body = bytearray()
            while not body.endswith(b"\0") and len(body) <= LARGEST:
                body += self.file.read(1) or b"?" * (LARGEST + 1)
        if not body.endswith(b"\0"):
            raise ConnectionError("the broker is gone, or says too much")
        return bytes(body[:-1])


class Client:
    """A process' own way to a broker. When the connection breaks it is made anew, and what was taken comes again."""

    def __init__(self, address):
        self.address = Address(address)
        self.things = {}
        self.arrived = {}  # by queue: what nobody has asked for yet; only of those that something is taken from
        self.count = 0
        self.connections = 0
        self.connect()

    def connect(self):
        self.connection = Connection(self.address)
        self.connections += 1
        for queue in self.arrived:
            self.subscribe(queue)

    def recover(self, because):
        """Connects anew, after pauses that grow."""
        self.connection.close()
        pause, end = 0.02, time.monotonic() + PATIENCE
        while True:
            try:
                return self.connect()
            except OSError:
                if time.monotonic() + pause > end:
                    raise BrokerGone(str(because)) from None
            time.sleep(pause)
            pause = min(2 * pause, 0.5)

    def subscribe(self, queue):
        self.arrived[queue] = deque()
        # One at a time, or a slow worker would keep what a quick one could do.
        self.connection.send(frame("SUBSCRIBE", id=queue, destination=f"/queue/{queue}", ack="client-individual",
                                   **{"activemq.prefetchSize": 1, "prefetch-count": 1}))

    def ask(self, *frames, **last):
        """Sends, and waits until the broker has done the last of it."""
        self.count += 1
        receipt = f"r{self.count}"
        self.connection.send(b"".join(frames) + frame(receipt=receipt, **last))
        while True:
            command, headers, body = self.connection.receive()
            if command == "RECEIPT" and headers.get("receipt-id") == receipt:
                return
            self.keep(command, headers, body)

    def keep(self, command, headers, body):
        if command == "MESSAGE" and headers.get("subscription") in self.arrived:
            self.arrived[headers["subscription"]].append((headers, body))

    def put(self, queue, number, text):
        """Puts a message at the end, and waits until the broker has it."""
        self.tell("put_begins", queue)
        while True:
            try:
                self.ask(command="SEND", body=text.encode(), destination=f"/queue/{queue}", number=number)
                break
            except OSError as error:
                self.recover(error)
        self.tell("put", queue, number, text)

    def take(self, queue):
        """Takes the oldest message, and waits until there is one. It is lent until a commit acknowledges it."""
        self.tell("get_begins", queue)
        while True:
            try:
                if queue not in self.arrived:
                    self.subscribe(queue)
                while not self.arrived[queue]:
                    self.keep(*self.connection.receive())
                headers, body = self.arrived[queue].popleft()
                task = Delivery(queue, whole(headers, "number", 0), body.decode("utf-8", "replace"),
                                whole(headers, "deliveries", 1), headers.get("ack", ""), self.connections)
                if headers.get("redelivered") != "true":
                    break
                # It was somebody else's before: to the end of the queue, with its count one higher.
                self.commit(task, back=True)
            except OSError as error:
                self.recover(error)
        self.tell("got", queue, task.number, task.text, task.deliveries > 1)
        return task

    def commit(self, task, *puts, back=False):
        """The task is done with and what follows from it is put, as (queue, text), or neither. With back it is put back."""
        if task.connection != self.connections:
            return  # it comes again
        self.count += 1
        to = {"transaction": f"t{self.count}"}
        frames = [frame("BEGIN", **to), frame("ACK", id=task.ack, **to)]
        if back:
            frames.append(frame("SEND", task.text.encode(), destination=f"/queue/{task.queue}", number=task.number,
                                deliveries=task.deliveries + 1, **to))
        for queue, text in puts:
            self.tell("put_begins", queue)
            frames.append(frame("SEND", text.encode(), destination=f"/queue/{queue}", number=task.number, **to))
        try:
            self.ask(*frames, command="COMMIT", **to)
        except OSError as error:
            return self.recover(error)  # all of it was done or nothing, and then the task comes again
        for queue, text in puts:
            self.tell("put", queue, task.number, text)

    def tell(self, what, queue, *more):
        if told is not None:
            if queue not in self.things:
                self.things[queue] = told.queue(self.address.key_of(queue), queue)
            getattr(told, what)(self.things[queue], *more)

    def close(self):
        self.connection.close()


def whole(headers, name, otherwise):
    value = headers.get(name, "")
    return int(value) if value.isdigit() and len(value) < 19 else otherwise
