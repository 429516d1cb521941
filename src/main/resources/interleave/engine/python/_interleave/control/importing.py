"""Patches modules of the library as they are imported, see patches."""

import os
import sys

from .. import hooking, record

PACKAGE = "_interleave.control.patches"
FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "patches")


def begin():
    """Patches what is imported already, and the rest as it comes."""
    record.note = _say
    hooking.begin_with([(PACKAGE, FOLDER)])


def _say(sentence):
    sys.stderr.write("interleave: %s\n" % sentence)
