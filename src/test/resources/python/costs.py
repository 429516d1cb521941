"""Tells what recording cost: mostly little, with samples at which the thread was preempted, more than are counted in a byte."""
from _interleave import record

opened = record.log().segment
for _ in range(40):
    for nanos in (0, 700, 9_000, 710, 720, 1 << 40, 730, 15_000, 740, -1):
        opened.sample(nanos)
for _ in range(1000):
    opened.sample(750)
