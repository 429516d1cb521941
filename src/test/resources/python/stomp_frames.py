"""Frames as a broker, or somebody who pretends to be one, may send them: what stomp.py, in the folder that is given, makes of them."""

import io
import random
import sys

sys.path.insert(0, sys.argv[1])
import stomp


class Endless(io.RawIOBase):
    """Goes on for ever, and counts what is taken of it."""

    def __init__(self, begin):
        self.begin, self.taken = begin, 0

    def readable(self):
        return True

    def readinto(self, room):
        piece = (self.begin + b"x" * len(room))[: len(room)]
        self.begin = self.begin[len(piece):]
        room[: len(piece)] = piece
        self.taken += len(piece)
        return len(piece)


def all_of(data):
    file = io.BytesIO(data)
    frames = []
    while file.tell() < len(data):
        frames.append(stomp.read_frame(file))
    return frames


def outcome(data):
    try:
        stomp.read_frame(io.BytesIO(data))
        return "taken"
    except ConnectionError as error:
        return type(error).__name__


sent = [("SEND", {"k:1": "v\\\n:\r", "x": ""}, "a\0b\n\nü".encode()), ("RECEIPT", {"receipt-id": "r1"}, b""),
        ("MESSAGE", {"n": "1"}, bytes(200000))]
data = b"\n\r\n".join(stomp.frame(command, body, **headers) for command, headers, body in sent)
got = all_of(data)
print([(command, {name: value for name, value in headers.items() if name != "content-length"}, body)
       for command, headers, body in got] == sent)
print(stomp.read_frame(io.BytesIO(b"MESSAGE\r\na:1\r\na:2\r\n\r\nbody\0")))
for hostile in (b"MESSAGE\nno colon\n\n\0", b"MESSAGE\na:\\t\n\n\0", b"MESSAGE\na:\\\n\n\0", b"MESSAGE\0",
                b"MESSAGE\ncontent-length:-1\n\n\0", b"MESSAGE\ncontent-length:\n\n\0",
                b"MESSAGE\ncontent-length:99999999999999999999\n\n\0", "MESSAGE\ncontent-length:²\n\n\0".encode(),
                b"MESSAGE\ncontent-length:1048577\n\n", b"MESSAGE\ncontent-length:1\n\nab\0", b"MESSAGE\na:\xff\n\n\0",
                b"A" * 20000, b"MESSAGE\n" + b"a:b\n" * 100 + b"\n\0", b"MESSAGE\n\n" + b"x" * (2 << 20)):
    print(outcome(hostile), end=" ")
print()
print(outcome(b""), outcome(b"MESSAGE\na:b\n"), outcome(b"MESSAGE\ncontent-length:9\n\nab"), outcome(b"MESSAGE\n\nab"))
for begin in b"", b"MESSAGE\n", b"MESSAGE\n\n":
    endless = Endless(begin)
    try:
        stomp.read_frame(io.BufferedReader(endless))
    except stomp.Refused:
        print(endless.taken < (2 << 20), end=" ")
print()
rng = random.Random(1)
alphabet = b"MESSAGE\n\n\n:\0\0\r\\ncx1content-length:5"
print({outcome(bytes(rng.choice(alphabet) for _ in range(rng.randrange(60)))) for _ in range(2000)}
      <= {"taken", "Refused", "ConnectionError"})
