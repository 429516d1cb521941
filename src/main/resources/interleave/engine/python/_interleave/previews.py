"""Short texts for values. Only what exact builtin types hold is shown: nothing of the program's is called."""

from types import CoroutineType, GeneratorType

_LONGEST = 80
_SHORT = 1 << 64
_MOST_ITEMS = 6
_PLAIN = (int, float, bool, complex, type(None), type(Ellipsis))
_BRACKETS = {tuple: "()", list: "[]", set: "{}", frozenset: "{}"}


def preview(value, longest=_LONGEST):
    """What a value looks like, in at most `longest` characters."""
    kind = type(value)
    if kind is int and -_SHORT < value < _SHORT:
        return repr(value)
    try:
        shown = _show(value, 2)
    except Exception:  # such as a dict that another thread changes meanwhile
        shown = "<%s>" % type(value).__name__
    return shown if len(shown) <= longest else shown[:longest - 1] + "…"


def call(function, arguments, named=None):
    """What a call looks like: name(1, 'a', key=2)."""
    parts = [preview(each, 40) for each in list(arguments)[:_MOST_ITEMS]]
    parts += ["%s=%s" % (key, preview(each, 40)) for key, each in list((named or {}).items())[:_MOST_ITEMS]]
    return preview_name(function) + "(" + ", ".join(parts) + ")"


def preview_name(function):
    """The name of a function or of another thing that can be called."""
    name = getattr(function, "__qualname__", None) if _has_plain_name(function) else None
    if type(name) is str:
        return name.rpartition("<locals>.")[2]
    inner = getattr(function, "func", None) if type(function).__name__ == "partial" else None
    return preview_name(inner) if inner is not None else type(function).__name__


def name_of_code(coroutine):
    """The name of the function that made a coroutine; empty for what is none of Python's own."""
    name = coroutine.__qualname__ if type(coroutine) in (CoroutineType, GeneratorType) else ""
    return name.rpartition("<locals>.")[2]


def _has_plain_name(value):
    return type(value).__name__ in ("function", "builtin_function_or_method", "method", "type", "method_descriptor")


def _show(value, depth):
    kind = type(value)
    if kind is int and value.bit_length() > 512:
        return "an int of %d bits" % value.bit_length()
    if kind in _PLAIN:
        return repr(value)
    if kind in (str, bytes, bytearray):
        return repr(value[:_LONGEST])
    if depth and kind in _BRACKETS:
        return _show_items(value, kind, depth)
    if depth and kind is dict:
        pairs = ["%s: %s" % (_show(key, depth - 1), _show(each, depth - 1)) for key, each in _first(value.items())]
        return "{" + ", ".join(pairs + (["…"] if len(value) > _MOST_ITEMS else [])) + "}"
    if _has_plain_name(value):
        return preview_name(value)
    return "<%s>" % kind.__name__


def _show_items(value, kind, depth):
    shown = [_show(each, depth - 1) for each in _first(value)]
    if len(value) > _MOST_ITEMS:
        shown.append("…")
    opening, closing = _BRACKETS[kind]
    comma = "," if kind is tuple and len(value) == 1 else ""
    return opening + ", ".join(shown) + comma + closing


def _first(items):
    first = []
    for item in items:
        if len(first) == _MOST_ITEMS:
            break
        first.append(item)
    return first


def failure(error):
    """What an exception says: its class, and its arguments where they are of builtin types."""
    name = type(error).__name__
    arguments = BaseException.args.__get__(error)  # not asked of its class, which may be the program's
    if len(arguments) == 1 and type(arguments[0]) is str:
        return "%s: %s" % (name, arguments[0][:_LONGEST * 4])
    return "%s: %s" % (name, ", ".join(preview(each) for each in arguments)) if arguments else name
