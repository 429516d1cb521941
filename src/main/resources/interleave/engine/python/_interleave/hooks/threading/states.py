"""Where a synchronizer stands when it is first used, so that later events can be counted from there.

One that is never used is not told. A copy of the process tells anew.
"""

from _interleave import levels, record
from _interleave.kinds import SYNC_STATE

epoch = 1


def begins(synchronizer, total):
    """It was made, with so many permits, such a count, or for so many parties."""
    synchronizer._interleave_total = total
    synchronizer._interleave_told = 0


def tell(synchronizer, now):
    """It is about to be used for the first time, and so many are free, left or there."""
    synchronizer._interleave_told = epoch
    state = levels.packed(now, synchronizer._interleave_total)
    if state is not None:
        record.event(SYNC_STATE, 0, synchronizer._interleave, 0, state)


def _renew():
    global epoch
    epoch += 1


record.at_fork(_renew)
