"""Random numbers: who gives no seed gets one all the same, the same in each run."""

from itertools import count

from _interleave.control import outside, scheduler
from _interleave.hooking import wrap


def patch(module):
    """Patches how a seed is set; the module's own source begins at the same numbers in each run, too."""
    seeds = count(1)

    def seed(original):
        def seed(self, a=None, version=2):
            if a is None and scheduler.current() is not None and type(self) is not module.SystemRandom:
                a = next(seeds)
                outside.told("random.seeded")
            return original(self, a, version)

        return seed

    wrap(module.Random, "seed", seed, bare=True)


def begin(module):
    """In a new run."""
    module._inst.seed(0)
