"""For each line "program name=value …": do the program's own defaults say the same as these values?

Prints a sentence for each that does not, and ends well if there is none.
"""

import os
import runpy
import sys

import arguments

real = arguments.arguments


class Compared(Exception):
    """The program got as far as its arguments."""


def compare(**defaults):
    given = vars(real(**defaults))
    words = sys.argv[1:]
    del sys.argv[1:]
    standard = vars(real(**defaults))
    names = {word.partition("=")[0].replace("-", "_") for word in words}
    raise Compared(
        ["%s: %s is %r, not %r" % (sys.argv[0], name, standard[name], given[name])
         for name in standard if standard[name] != given[name]]
        + ["%s: %s is given to one of the two only" % (sys.argv[0], name) for name in names ^ set(defaults)]
    )


arguments.arguments = compare
wrong = []
for line in sys.stdin:
    program, *words = line.rstrip("\n").split("\t")
    sys.argv[:] = [program] + words
    try:
        runpy.run_path(os.path.join(os.path.dirname(os.path.abspath(__file__)), program), run_name="__main__")
    except Compared as found:
        wrong += found.args[0]
    else:
        wrong.append("%s does not ask for its arguments" % program)
print("\n".join(wrong))
sys.exit(1 if wrong else 0)
