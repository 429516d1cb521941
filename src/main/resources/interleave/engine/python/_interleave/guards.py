"""A hook that fails leaves the original.

Whatever goes wrong within a hook, the program notices nothing: the original is called once, with what the program gave,
and its result or its exception is what the program gets. An exception is the hook's own when it is none of the
original's, none that a signal handler raised meanwhile, and was raised by code of the tracer.
"""

import os

from . import disguise, frames

_OURS = os.path.dirname(os.path.abspath(__file__)) + os.sep
_COROUTINE = 0x80
# What the tracer's own mistakes raise: nothing that the program defined.
_MISTAKES = ("builtins", "struct", "_struct")
_NOT_CALLED, _UNDER_WAY, _RETURNED, _RAISED = range(4)
_said = set()


class Original:
    """What a hook calls in the end, once, and what became of it."""

    __slots__ = ("plain", "state", "outcome")

    def __init__(self, plain):
        self.plain = plain
        self.state = _NOT_CALLED
        self.outcome = None

    def __call__(self, *arguments, **named):
        self.state = _UNDER_WAY
        try:
            outcome = self.outcome = self.plain(*arguments, **named)
        except BaseException as error:
            self.outcome = error
            self.state = _RAISED
            raise
        self.state = _RETURNED
        return outcome

    def attempt(self, *arguments, **named):
        """Tries it without waiting. It counts as called when it raises nothing and does not return False."""
        outcome = self.plain(*arguments, **named)
        if outcome is not False:
            self.outcome = outcome
            self.state = _RETURNED
        return outcome

    def instead(self, function, *arguments):
        """Calls that in its place."""
        self.plain = function
        return self(*arguments)

    def of_program(self, function, *arguments):
        """Calls something of the program's before the original: what it raises is none of the hook's mistakes."""
        try:
            return function(*arguments)
        except BaseException as error:
            self.outcome = error
            raise

    def is_mine(self, error):
        """Whether an exception comes from what was called, or from the program, and not from the hook."""
        return self.state == _UNDER_WAY or self.outcome is error or not _is_mistake(error)


class _AwaitedOriginal(Original):
    """One that is awaited."""

    __slots__ = ()

    async def __call__(self, *arguments, **named):
        self.state = _UNDER_WAY
        try:
            outcome = self.outcome = await self.plain(*arguments, **named)
        except BaseException as error:
            self.outcome = error
            self.state = _RAISED
            raise
        self.state = _RETURNED
        return outcome


def guard(make, plain):
    """What is put in place of a function: the hook that `make` makes for each call of it."""
    flags = getattr(getattr(plain, "__code__", None), "co_flags", 0)
    return _own_code(_awaited(make, plain) if flags & _COROUTINE else _called(make, plain), plain)


def bare(hook):
    """Of a hook that is put in place without a guard, because it has to be quick and forgives its own mistakes."""
    frames.GUARDS[id(hook.__code__)] = hook.__code__
    return hook


def forgive(plain, error):
    """What a bare hook of `plain` does with an exception of its own code: what is none of its mistakes is raised on."""
    if not _is_mistake(error):
        raise error
    _say(_sentence(plain, error))


def silently(function, *arguments):
    """Calls something of the tracer's own, whose mistakes are none of the program's affairs."""
    try:
        return function(*arguments)
    except BaseException as error:
        if not _is_mistake(error):
            raise
        _say(_sentence(function, error))
        return None


def _called(make, plain):
    def guarded(*arguments, **named):
        original = Original(plain)
        try:
            return make(original)(*arguments, **named)
        except BaseException as error:
            if original.is_mine(error):
                original.outcome = None  # which would hold the exception, and that its frames
                disguise.clean(error.__traceback__)
                arguments = named = None  # which this frame would hold, as the others that are gone
                raise
            sentence = _sentence(plain, error)
        state, outcome, original.outcome = original.state, original.outcome, None
        if state == _NOT_CALLED:
            outcome = plain(*arguments, **named)
        _say(sentence)
        if state == _RAISED:
            raise outcome
        return outcome

    return guarded


def _awaited(make, plain):
    async def guarded(*arguments, **named):
        original = _AwaitedOriginal(plain)
        try:
            return await make(original)(*arguments, **named)
        except BaseException as error:
            if original.is_mine(error):
                original.outcome = None
                disguise.clean(error.__traceback__)
                arguments = named = None
                raise
            sentence = _sentence(plain, error)
        state, outcome, original.outcome = original.state, original.outcome, None
        if state == _NOT_CALLED:
            outcome = await plain(*arguments, **named)
        _say(sentence)
        if state == _RAISED:
            raise outcome
        return outcome

    return guarded


def _own_code(guarded, plain):
    """Codes tell functions apart, also where nothing but the code is at hand."""
    code = guarded.__code__
    name = getattr(plain, "__name__", code.co_name)
    own = code.replace(co_name=name, co_consts=(*code.co_consts, "%s.%s" % (plain.__module__, name), len(frames.GUARDS)))
    frames.GUARDS[id(own)] = own
    guarded.__code__ = own
    return guarded


def _is_mistake(error):
    if not isinstance(error, Exception) or type(error).__module__ not in _MISTAKES:
        return False
    traceback = error.__traceback__
    while traceback is not None and traceback.tb_next is not None:
        traceback = traceback.tb_next
    return traceback is not None and traceback.tb_frame.f_code.co_filename.startswith(_OURS)


def _sentence(plain, error):
    return "Not recorded: the hook of %s failed: %s: %s." % (plain.__qualname__, type(error).__name__, error)


def _say(sentence):
    from . import record

    try:
        if sentence not in _said:
            _said.add(sentence)
            record.note(sentence)
    except Exception:
        pass  # it is not even said


for _each in (silently, Original.__call__, Original.attempt, Original.instead, _AwaitedOriginal.__call__):
    frames.GUARDS[id(_each.__code__)] = _each.__code__
