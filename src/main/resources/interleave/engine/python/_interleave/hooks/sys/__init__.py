"""What the program says of itself, and what its own trace and profile functions are told."""

from _interleave.hooks.sys import audits, watchers


def patch(module):
    """Patches the functions."""
    audits.patch(module)
    watchers.patch(module)
