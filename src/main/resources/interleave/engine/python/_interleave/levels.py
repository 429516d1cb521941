"""Where a synchronizer stands, as it is recorded."""

_MOST = 0x7FFF_FFFF


def packed(now, total):
    """Both in one number; None where one is no number, or has no end, or is too great to be told."""
    if type(now) is type(total) is int and 0 <= now <= _MOST and 0 <= total <= _MOST:
        return total << 32 | now
    if not {type(now), type(total)} <= {int, float} or not (0 <= now <= _MOST and 0 <= total <= _MOST):
        return None
    return int(total) << 32 | int(now)
