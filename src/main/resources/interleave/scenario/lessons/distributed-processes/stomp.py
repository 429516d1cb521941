"""STOMP 1.2, a protocol of text that many brokers speak: frames, and a connection. Messages are data, never code."""

import hashlib
import re
import socket
import ssl
import tempfile
import threading
import time
import zlib
from urllib.parse import urlsplit

try:
    from _interleave import told  # whoever draws this program is told what serves, what is put and what is got
except ImportError:
    told = None

LARGEST_BODY = 1 << 20
LARGEST_HEAD = 16 << 10
MOST_HEADERS = 64
BEAT = 5  # seconds: so often each side is to say that it is still there


class RequestRefused(ConnectionError):
    """The broker has answered that it does not take what was said to it."""


class Refused(ConnectionError):
    """What came is no frame, or the broker does not let us in."""


def frame(command, body=b"", **headers):
    """As it travels. The first frame of a connection knows no escapes, for the sake of STOMP 1.0."""
    said = str if command == "CONNECT" else escaped
    head = "".join(f"{said(name)}:{said(str(value))}\n" for name, value in headers.items())
    length = f"content-length:{len(body)}\n" if body else ""
    return f"{command}\n{head}{length}\n".encode() + body + b"\0"


def escaped(text):
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace(":", "\\c")


def unescaped(text):
    if re.search(r"\\([^\\nrc]|$)", text.replace("\\\\", "")):
        raise Refused("a header has an escape that is none")
    return re.sub(r"\\(.)", lambda found: {"\\": "\\", "n": "\n", "r": "\r", "c": ":"}[found.group(1)], text)


def read_frame(file):
    """The next frame that arrives: its command, its headers, its body. What is kept of it has a bound, whatever comes."""
    line, room = "", LARGEST_HEAD
    while not line:
        line = read_line(file, room)  # between frames an empty line is a heart-beat
    command, headers = line, {}
    for count in range(MOST_HEADERS + 2):
        room -= len(line) + 1
        line = read_line(file, room)
        if not line:
            break
        name, colon, value = line.partition(":")
        if not colon or count == MOST_HEADERS:
            raise Refused("a header has no colon, or there are too many")
        if command != "CONNECTED":
            name, value = unescaped(name), unescaped(value)
        headers.setdefault(name, value)
    return command, headers, read_body(file, headers.get("content-length"))


def read_line(file, room):
    line = file.readline(room + 1)
    if len(line) > room or b"\0" in line:
        raise Refused("the head of a frame is too large, or ends too soon")
    if not line.endswith(b"\n"):
        raise ConnectionError("the broker has closed the connection")
    try:
        return line[:-2 if line.endswith(b"\r\n") else -1].decode()
    except UnicodeDecodeError:
        raise Refused("the head of a frame is not UTF-8") from None


def read_body(file, length):
    if length is None:
        body = bytearray()
        while not body.endswith(b"\0") and len(body) <= LARGEST_BODY:
            body += file.read(1) or closed()
    elif re.match(r"[0-9]{1,7}\Z", length) and int(length) <= LARGEST_BODY:
        body = file.read(int(length) + 1)
        if len(body) <= int(length):
            closed()
    else:
        raise Refused("a frame is too large, or does not say how large")
    if not body.endswith(b"\0"):
        raise Refused("a frame does not end where it said, or is too large")
    return bytes(body[:-1])


def closed():
    raise ConnectionError("the broker has closed the connection")


class Address:
    """Where a broker listens and what lets one in: lines of a file that only its owner may read."""

    def __init__(self, file):
        with open(file, encoding="utf-8") as lines:
            self.uri, self.user, self.key, *fingerprint = lines.read().splitlines()
        self.fingerprint = fingerprint[0] if fingerprint else None
        parts = urlsplit(self.uri)
        self.host, self.port, self.is_tls = parts.hostname, parts.port, parts.scheme == "tls"
        self.virtual_host = parts.path[1:] or "/"
        self.run = parts.fragment  # where others use the broker, too: what the names of this run's queues begin with

    def write(self, uri=None, key=None):
        """The same in another file, but for what is given."""
        place, name = tempfile.mkstemp(".address", "interleave-")  # only its owner can read it
        with open(place, "w", encoding="utf-8") as file:
            lines = [uri or self.uri, self.user, key or self.key, self.fingerprint]
            file.writelines(f"{line}\n" for line in lines if line)
        return name

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
        raise Refused(f"the broker is not who it should be: its certificate has {shown}, not {fingerprint}")
    return secure


class Connection:
    """Frames, one after the other; what is none ends it. A thread of its own tells that this side is still there."""

    def __init__(self, address):
        self.socket = socket.create_connection((address.host, address.port), timeout=4 * BEAT)
        if address.is_tls:
            self.socket = secured(self.socket, address.host, address.fingerprint)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.file = self.socket.makefile("rb")
        self.sending = threading.Lock() if told is None else told.lock()
        self.open = True
        self.send(frame("CONNECT", **{"accept-version": "1.2", "host": address.virtual_host, "login": address.user,
                                      "passcode": address.key, "heart-beat": f"{BEAT}000,{BEAT}000"}))
        command, headers, _ = read_frame(self.file)
        if command != "CONNECTED":
            self.close()
            raise Refused(headers.get("message", command))
        threading.Thread(target=self.beat, name="heart-beat", daemon=True).start()

    def beat(self):
        if told is not None:
            told.serves()
        try:
            while self.open:
                time.sleep(BEAT)
                self.send(b"\n")
        except OSError:
            pass  # who uses the connection meets it, too

    def send(self, data):
        with self.sending:
            self.socket.sendall(data)

    def receive(self):
        """The next frame: its command, its headers, its body."""
        command, headers, body = read_frame(self.file)
        if command == "ERROR":
            raise RequestRefused(headers.get("message", command))
        return command, headers, body

    def close(self):
        self.open = False
        self.file.close()
        self.socket.close()
