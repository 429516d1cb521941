"""A link between two network namespaces that is late and loses: what `tc netem` does, where the kernel has none of it.

Names of the two, and of the device in each, seconds of delay, and the share that is lost. Packets are real, and so is what
TCP makes of their loss. It ends when its standard input does.
"""

import collections
import ctypes
import fcntl
import os
import random
import select
import struct
import sys
import time

TUNSETIFF, IFF_TUN, IFF_NO_PI, CLONE_NEWNET = 0x400454CA, 1, 0x1000, 0x40000000
one, other, device, delay, lost = *sys.argv[1:4], float(sys.argv[4]), float(sys.argv[5])
libc = ctypes.CDLL(None, use_errno=True)
rng = random.Random(12)


def device_in(namespace):
    place = os.open("/var/run/netns/" + namespace, os.O_RDONLY)
    if libc.setns(place, CLONE_NEWNET):
        sys.exit("setns: " + os.strerror(ctypes.get_errno()))
    end = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(end, TUNSETIFF, struct.pack("16sH22x", device.encode(), IFF_TUN | IFF_NO_PI))
    return end


ends = [device_in(one), device_in(other)]
print("ready", flush=True)
under_way = collections.deque()
while True:
    patience = max(0, under_way[0][0] - time.monotonic()) if under_way else None
    for ready in select.select([0, *ends], [], [], patience)[0]:
        if ready == 0:
            sys.exit()
        packet = os.read(ready, 65536)
        if rng.random() >= lost:
            under_way.append((time.monotonic() + delay, ends[ready == ends[0]], packet))
    while under_way and under_way[0][0] <= time.monotonic():
        _, to, packet = under_way.popleft()
        try:
            os.write(to, packet)
        except OSError:
            pass  # that side is down
