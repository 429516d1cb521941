"""Queues that a broker keeps. A message is lent to whoever takes it, and what is put is there once, whatever breaks."""

import time
import uuid
from collections import deque, namedtuple

from stomp import Address, Connection, RequestRefused, frame, told

PATIENCE = 2  # seconds that a broker of this run may be away
PATIENCE_WITH_OTHERS = 60  # and one that others use, too, which comes back
MOST_REFUSALS = 5  # where so much was refused, each soon after the last, it will be the next time, too

Delivery = namedtuple("Delivery", "queue number text deliveries ack connection")


class BrokerGone(Exception):
    """The broker does not answer any more, nor has it come back for a while; or it takes nothing of what is said."""


class Client:
    """A process' own way to a broker. When the connection breaks it is made anew, and what was taken comes again."""

    def __init__(self, address):
        self.address = Address(address)
        self.things = {}
        self.arrived = {}  # by queue: what nobody has asked for yet; only of those that something is taken from
        self.count = 0
        self.connections = 0
        self.refusals = 0
        self.refused = 0
        self.leaving = False
        self.token_queue = None
        self.token_number = 0
        self.token_held = None
        self.connect()

    def connect(self):
        self.connection = Connection(self.address)
        self.connections += 1
        for queue in self.arrived:
            self.subscribe(queue)

    def recover(self, because):
        """Connects anew, after pauses that grow."""
        if isinstance(because, RequestRefused):
            now = time.monotonic()
            self.refusals = self.refusals + 1 if now - self.refused < PATIENCE else 1
            self.refused = now
            if self.refusals >= MOST_REFUSALS:
                raise BrokerGone(str(because))
        pause, end = 0.02, time.monotonic() + (PATIENCE_WITH_OTHERS if self.address.run else PATIENCE)
        while True:
            self.connection.close()
            if self.leaving:
                raise BrokerGone(str(because))
            try:
                return self.connect()
            except OSError:
                if time.monotonic() + pause > end:
                    raise BrokerGone(str(because)) from None
            time.sleep(pause)
            pause = min(2 * pause, 0.5)

    def destination(self, queue):
        """Brokers differ: of ActiveMQ Classic, RabbitMQ and Artemis each takes of all these headers those it knows."""
        if not self.address.run:
            return {"destination": f"/queue/{queue}"}
        return {"destination": f"/queue/{self.address.run}.{queue}", "x-expires": 600_000}

    def subscribe(self, queue):
        self.arrived[queue] = deque()
        # One at a time, or a slow worker would keep what a quick one could do.
        self.connection.send(frame("SUBSCRIBE", id=queue, ack="client-individual", **self.destination(queue),
                                   **{"activemq.prefetchSize": 1, "prefetch-count": 1, "consumer-window-size": 1,
                                      "subscription-type": "ANYCAST"}))

    def message(self, queue, number, text, **headers):
        """What is to be sent, but for the transaction."""
        kept = {"persistent": "true", "destination-type": "ANYCAST"} if self.address.run else {}
        return dict(self.destination(queue), body=text.encode(), number=number, **kept, **headers)

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
        """Puts a message at the end, and waits until the broker has it. It is there once, also when an answer is lost."""
        self.tell("put_begins", queue)
        self.once(self.message(queue, number, text))
        self.tell("put", queue, number, text)

    def once(self, message):
        """Takes our token and puts back the next one in the transaction that puts: the one that comes says if it was."""
        while self.token_queue is None:
            fresh = f"interleave.puts.{uuid.uuid4()}"  # one that may have two tokens is not used
            if self.together(None, self.message(fresh, self.token_number, "")):
                self.token_queue = fresh
        here = self.token_number
        self.token_number += 1
        while True:
            token, self.token_held = self.token_held or self.receive(self.token_queue), None
            if token.number != here:
                self.token_held = token  # only the answer was lost
                return
            if self.together(token, message, self.message(self.token_queue, self.token_number, "")):
                return

    def take(self, queue):
        """Takes the oldest message, and waits until there is one. It is lent until a commit acknowledges it."""
        self.tell("get_begins", queue)
        task = self.receive(queue)
        self.tell("got", queue, task.number, task.text, task.deliveries > 1)
        return task

    def receive(self, queue):
        while True:
            try:
                if queue not in self.arrived:
                    self.subscribe(queue)
                while not self.arrived[queue]:
                    self.keep(*self.connection.receive())
            except OSError as error:
                self.recover(error)
                continue
            headers, body = self.arrived[queue].popleft()
            task = Delivery(queue, whole(headers, "number", 0), body.decode("utf-8", "replace"),
                            whole(headers, "deliveries", 1), headers.get("ack", ""), self.connections)
            if headers.get("redelivered", "").lower() != "true":
                return task
            # It was somebody else's before: to the end of the queue, with its count one higher.
            self.commit(task, back=True)

    def commit(self, task, *puts, back=False):
        """The task is done with and what follows from it is put, as (queue, text), or neither: False if nobody knows
        which, and then the task comes again where it was neither. With back it is put back."""
        frames = [self.message(queue, task.number, text) for queue, text in puts]
        if back:
            frames.append(self.message(task.queue, task.number, task.text, deliveries=task.deliveries + 1))
        for queue, _ in puts:
            self.tell("put_begins", queue)
        done = self.together(task, *frames)
        for queue, text in puts:
            if done:
                self.tell("put", queue, task.number, text)
            else:
                self.tell("put_abandoned", queue)
        return done

    def together(self, task, *puts):
        """Puts and acknowledges all of it, or nothing; False where the answer is lost."""
        if task is not None and task.connection != self.connections:
            return False
        self.count += 1
        to = {"transaction": f"t{self.count}"}
        frames = [frame("BEGIN", **to), *(frame("SEND", **put, **to) for put in puts)]
        if task is not None:
            frames.append(frame("ACK", id=task.ack, **to))
        try:
            self.ask(*frames, command="COMMIT", **to)
            return True
        except OSError as error:
            self.recover(error)
            return False

    def await_return(self):
        """Waits until the broker is gone, and is back."""
        before = self.connections
        while self.connections == before:
            try:
                self.keep(*self.connection.receive())
            except OSError as error:
                self.recover(error)

    def tell(self, what, queue, *more):
        if told is not None:
            if queue not in self.things:
                self.things[queue] = told.queue(self.address.key_of(queue), queue)
            getattr(told, what)(self.things[queue], *more)

    def close(self):
        """Leaves, and no token behind. What was taken and not acknowledged goes back."""
        self.leaving = True
        if self.token_queue is not None:
            try:
                self.together(self.token_held or self.receive(self.token_queue))
            except BrokerGone:
                pass  # and the token with it
        self.connection.close()


def whole(headers, name, otherwise):
    value = headers.get(name, "")
    return int(value) if value.isdecimal() and len(value) < 19 else otherwise
