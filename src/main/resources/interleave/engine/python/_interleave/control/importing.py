"""Patches modules of the library as they are imported, see patches."""

import os
import sys

from .. import hooking, record

_HERE = os.path.dirname(os.path.abspath(__file__))
BENEATH = "_interleave.control.patches", os.path.join(_HERE, "patches")
ABOVE = "_interleave.control.above", os.path.join(_HERE, "above")


def begin():
    """Patches what is imported already, and the rest as it comes."""
    record.note = _say
    hooking.begin_with([BENEATH, ABOVE])


def _say(sentence):
    sys.stderr.write("interleave: %s\n" % sentence)
