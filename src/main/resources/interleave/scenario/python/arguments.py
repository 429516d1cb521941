"""What a lesson lets its reader change: given as name=value behind the program's name."""

import sys
from types import SimpleNamespace


def arguments(**defaults):
    """The given values by name; for whatever is not given, the default.

    A default says what values are taken: a number, text, True or False for on or off, a list for texts with commas
    between them, a tuple for a choice whose first value is the default, None for a whole number that may be missing.
    """
    values = {name: default[0] if isinstance(default, tuple) else default for name, default in defaults.items()}
    for argument in sys.argv[1:]:
        name, equals, text = argument.partition("=")
        key = name.replace("-", "_")
        if not equals or key not in defaults:
            names = ", ".join(f"{name.replace('_', '-')}=…" for name in defaults)
            refuse(f"There is no parameter “{argument}” here; there are {names}.")
        try:
            values[key] = parsed(text, defaults[key])
        except ValueError as error:
            refuse(f"The value of {argument} is not taken: {error}.")
    return SimpleNamespace(**values)


def parsed(text, default):
    """The value that a text stands for, of the kind that the default is of."""
    if isinstance(default, bool):
        return one_of(text, ("on", "off")) == "on"
    if isinstance(default, tuple):
        return one_of(text, default)
    if isinstance(default, list):
        return [part.strip() for part in text.split(",")]
    if default is None:
        return int(text) if text else None
    return type(default)(text)


def one_of(text, choices):
    if text not in choices:
        raise ValueError(f"it must be one of {', '.join(choices)}")
    return text


def refuse(sentence):
    print(sentence, file=sys.stderr)
    sys.exit(2)
