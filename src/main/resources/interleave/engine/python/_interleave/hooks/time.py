"""time.sleep, called by the program or as what a thread of its runs."""


from _interleave import frames, locks, record
from _interleave.hooking import wrap
from _interleave.kinds import SLEEP_BEGIN, SLEEP_END

_RUNNERS = ("run", "worker", "_worker", "__call__")


def patch(module):
    """Patches the function."""
    wrap(module, "sleep", _sleep)


def _sleep(original):
    def sleep(seconds):
        site = frames.site(1)
        if not site and frames.caller().f_code.co_name not in _RUNNERS or not locks.is_time(seconds):
            return original(seconds)
        record.event(SLEEP_BEGIN, 0, 0, site, int(min(seconds, 9e9) * 1_000_000_000))
        flags = 0
        try:
            return original(seconds)
        except BaseException as error:
            flags = locks.abandons(error)
            raise
        finally:
            record.event(SLEEP_END, flags, 0, site, 0)

    return sleep
