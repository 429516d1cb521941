"""Hooks of inspect: our frames are not among those that a program looks at."""

from _interleave import disguise, hooking


def patch(module):
    """Wraps where frames are gathered."""
    for name in ("getouterframes", "getinnerframes"):
        hooking.wrap(module, name, _gathering)


def _gathering(original):
    def gathering(start, context=1):
        return [each for each in original(start, context) if not disguise.is_ours(each[0])]

    return gathering
