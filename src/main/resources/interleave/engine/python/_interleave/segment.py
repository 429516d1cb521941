"""A segment of the recording: a file of 32-byte slots, which one thread writes at a time, or which a few share.

The file grows in chunks, each twice as large as the one before, and smaller ones near the cap, see Budget. A chunk is
first allocated and only then mapped: a full disk is then an error that can be answered, where touching a hole of a
mapped file would kill the program.

A writer takes a slot from a counter, which is one step for signal handlers and finalizers that may come between, and
packs the event there; the time is stored last and makes the slot be there. An exception that comes from outside, such
as a KeyboardInterrupt, may leave a slot taken and empty. It is filled with padding, because a reader stops there.

No event waits in the memory of the program: whoever finds a chunk full makes the next one, at any moment, also where a
signal handler comes while its thread does so. The first that is there is the next one for all. What finds no room is
counted in the header at once: nothing is lost without a word.

Until CPython 3.12 a map keeps a descriptor of its file, and a program with a thousand threads would have none left for
itself. Many threads share a segment there: under the GIL another thread comes between as a signal handler does.
"""

import os
import struct
import sys
from _thread import allocate_lock, get_ident
from io import BytesIO
from itertools import count
from mmap import ALLOCATIONGRANULARITY, mmap
from .clock import monotonic_ns

from .kinds import CONTINUATION, Flag

HEADER_BYTES = 128
SLOT_BYTES = 32
FIRST_CHUNK = 16 << 10
LARGEST_CHUNK = 1 << 20
TEXT_PER_SLOT = 20
LONGEST_TEXT = 8192
CONTINUATION_LAST = 1 << 8
FLAGS_AT = 14
LOST_AT = 48
SAMPLED_AT = 72
SUMMED_AT = 88
COSTS_AT = 96
COST_CLASSES = 32
# After so many lost events the disk is asked again.
LOST_BEFORE_RETRY = 1 << 16
# So far back an exception may leave an empty slot: behind it what signal handlers wrote.
_MENDED = 1000

# A map needs no descriptor, and from 3.13 on it need not keep one.
_MAPPED = {"trackfd": False} if sys.version_info >= (3, 13) and os.name == "posix" else {}

# Native and not "<": the time is then one store of eight bytes, which a reader never sees half.
_SLOT = struct.Struct("@HHIIIQQ")
_TEXT = struct.Struct("@HH20sQ")
# Of several slots in a row.
_MOST_AT_ONCE = 10
_PARTS = [struct.Struct(slots * "20s") for slots in range(_MOST_AT_ONCE + 1)]
_TEXTS = [struct.Struct("@" + slots * "HH20sQ") for slots in range(_MOST_AT_ONCE + 1)]
_TEXT_AT_ONCE = _MOST_AT_ONCE * TEXT_PER_SLOT
_HEADER = struct.Struct("@8sHHHHQQqQ")
_FLAGS = struct.Struct("@H")
_LOSS = struct.Struct("@QQQ")
_SAMPLE = struct.Struct("@QQ")
_NUMBER = struct.Struct("@Q")
_PYTHON = 2
_SHARED = 1

# Seconds for which a thread lets another make the chunk that both need. It takes far less, unless it never ends.
_LONGEST_TURN = 0.05
# So many events of signal handlers wait for room that who was interrupted makes.
MOST_LATE = 1000
# The library's own, before it is wrapped.
_lock = allocate_lock

# So many segments of a process may be open, before threads have to share, and one of so many descriptors that the
# process may have is for a segment.
_MOST_OPEN = sys.maxsize if _MAPPED or os.name != "posix" else 48
_DESCRIPTORS_PER_SEGMENT = 16


def most_open():
    """How many segments may be open now, before threads have to share: the program may change its limit at any time."""
    if _MOST_OPEN == sys.maxsize:
        return _MOST_OPEN
    limit = os.sysconf("SC_OPEN_MAX")
    return _MOST_OPEN if limit < 0 else max(1, min(_MOST_OPEN, limit // _DESCRIPTORS_PER_SEGMENT))


class _Behind:
    """Where in the file the next chunk begins, and the chunk, once somebody has made it."""

    __slots__ = ("start", "made")

    def __init__(self, start):
        self.start = start
        self.made = {}


class Segment:
    """The file, and how it grows.

    What a writer needs is in one tuple that is replaced in one step, because an exception or a signal handler may come
    between any two: the chunk, the counter of its slots, and what comes behind it.
    """

    def __init__(self, path, budget, shared=False, beyond_cap=False):
        self.path = path
        self.budget = budget
        self.shared = shared
        self.turn = _lock()
        self.grows = 0
        self.stuck = False
        self.late = []
        # Their positions are how many events were lost, and how many holds summed up: a seek that counts is one step, and
        # so is the look at it.
        self.losses = BytesIO()
        self.sums = BytesIO()
        self.first_lost = 0
        self.now = (b"", None, _Behind(0))
        if beyond_cap:
            self._map(ALLOCATIONGRANULARITY, HEADER_BYTES)
        elif not self._extend(FIRST_CHUNK, HEADER_BYTES):
            raise OSError("There is no room for a segment in the recording.")
        self.header = self.now[0]

    def open(self, pid, parent):
        """Stores the header; the magic comes last and makes the segment be there."""
        opened = monotonic_ns()
        flags = _SHARED if self.shared else 0
        _HEADER.pack_into(self.header, 0, b"", 1, HEADER_BYTES, _PYTHON, flags, pid, parent, 0, opened)
        self.header[0:8] = b"ILEAVE\r\n"

    def share(self):
        """From now on several threads write here, because no other has room."""
        self.shared = True
        _FLAGS.pack_into(self.header, FLAGS_AT, _SHARED)

    def grow(self, behind, time):
        """Sees to it that there is room behind a full chunk; False when there is none: one more event is lost."""
        if behind.made or self._make(behind):
            # Behind that one there may be others already. Who finds it full comes here again.
            self.now = behind.made[0]
            return True
        self._lose(time)
        return False

    def _make(self, behind):
        if self.stuck and self.losses.tell() & (LOST_BEFORE_RETRY - 1):
            return False
        turn = self.turn
        me = get_ident()
        # A turn only saves work. It is not waited for by who interrupted the one that has it, and not for ever.
        mine = self.grows != me and turn.acquire(True, _LONGEST_TURN)
        if not mine and self.grows != me:
            self.turn = _lock()  # an exception out of a signal handler may have left it taken for good
        nested = self.grows == me
        try:
            self.grows = me
            return bool(behind.made) or self._make_some(behind)
        finally:
            if not nested:
                self.grows = 0
            if mine:
                turn.release()

    def leaves(self, write, event):
        """Whether an event is left to whom this thread's signal handler interrupted while that one makes room.

        Where signals come more often than room can be made, handlers that made it themselves would lie in each other
        until the stack is full. Of one that goes on for long not everything is kept.
        """
        left = self.grows == get_ident() and len(self.late) < MOST_LATE
        if left:
            self.late.append((write, event))
        return left

    def write_late(self):
        """Writes what signal handlers left."""
        late, self.late = self.late, []
        try:
            while late:
                write, event = late.pop(0)
                write(*event)
        finally:
            self.late[:0] = late  # where a handler raised

    def _make_some(self, behind):
        size = max(FIRST_CHUNK, min(2 * len(self.now[0]), LARGEST_CHUNK))
        while size >= FIRST_CHUNK:  # which has room for the longest text
            if self._extend(size, 0, behind):
                self.stuck = False
                return True
            size //= 4
        self.stuck = True
        return False

    def _lose(self, time):
        self.first_lost = self.first_lost or time
        self.losses.seek(1, os.SEEK_CUR)
        lost = 0
        while lost != self.losses.tell():  # another thread may have counted one more, and stored that before
            lost = self.losses.tell()
            _LOSS.pack_into(self.header, LOST_AT, lost, self.first_lost, time)

    def sum_up(self):
        """Counts a hold that is not told now: where the process is killed, the reader knows how many are missing."""
        self.sums.seek(1, os.SEEK_CUR)
        summed = 0
        while summed != self.sums.tell():
            summed = self.sums.tell()
            _NUMBER.pack_into(self.header, SUMMED_AT, summed)

    def _extend(self, size, first, behind=None):
        """Maps so many bytes more, or what the budget gives of them."""
        size = self.budget.take(size, FIRST_CHUNK)
        made = False
        try:
            made = size > 0 and self._map(size, first, behind)
        except (OSError, ValueError):
            pass
        if not made:
            self.budget.give_back(size)
        return made or behind is not None and bool(behind.made)

    def _map(self, size, first, behind=None):
        """Whether this is the chunk that is behind the one before, and not one that somebody made meanwhile."""
        behind = behind or self.now[2]
        file = os.open(self.path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        try:
            _allocate(file, behind.start, size)
            chunk = mmap(file, size, offset=behind.start, **_MAPPED)
        finally:
            os.close(file)
        made = (chunk, count(first, SLOT_BYTES).__next__, _Behind(behind.start + size))
        if behind.made.setdefault(0, made) is not made:
            return False
        if not first:
            _pad(chunk, (made[1](),), monotonic_ns())  # the first touch of a page costs more than an event
        self.now = made
        return True

    def fill_holes(self):
        """The process ends: a slot that a thread was about to write must not hide what others wrote behind it."""
        self.write_late()
        chunk, take, behind = self.now
        end = behind.start
        written = end - len(chunk) + min(take() + SLOT_BYTES, len(chunk))
        try:
            with open(self.path, "r+b") as file:
                whole = mmap(file.fileno(), end)
        except (OSError, ValueError):
            return
        with memoryview(whole) as view, view.cast("Q") as numbers, numbers[3:written // 8:4] as times:
            holes = [at * SLOT_BYTES for at, time in enumerate(times) if not time and at * SLOT_BYTES >= HEADER_BYTES]
        for at in holes:
            behind = at + SLOT_BYTES
            # A text is seen with the slot before it, which was to be written last.
            while behind < written and _SLOT.unpack_from(whole, behind)[0] == CONTINUATION:
                behind += SLOT_BYTES
            _pad(whole, range(at, behind, SLOT_BYTES), monotonic_ns())

    def sample(self, nanos):
        """Notes what recording one event took."""
        if 0 <= nanos < 20_000:
            total, events = _SAMPLE.unpack_from(self.header, SAMPLED_AT)
            _SAMPLE.pack_into(self.header, SAMPLED_AT, total + nanos, events + 1)
            _count_cost(self.header, nanos)


def _count_cost(header, nanos):
    """Counts a sample in the class of its cost, of which there are two a doubling: what is shown is the median.

    A mean would mostly tell of the samples at which the thread was preempted. All are halved when one is full.
    """
    highest = max(3, nanos.bit_length() - 1)
    at = COSTS_AT + min(COST_CLASSES - 1, 2 * (highest - 3) + (nanos >> highest - 1 & 1 if nanos > 7 else 0))
    if header[at] == 255:
        header[COSTS_AT:COSTS_AT + COST_CLASSES] = bytes(
            each // 2 for each in header[COSTS_AT:COSTS_AT + COST_CLASSES])
    header[at] += 1


def _allocate(file, start, size):
    if hasattr(os, "posix_fallocate"):
        os.posix_fallocate(file, start, size)
    else:
        os.lseek(file, start, os.SEEK_SET)
        os.write(file, bytes(size))


def writer(segment, own):
    """The two functions with which thread `own` writes into the segment: for events without text, and with one."""
    pack = _SLOT.pack_into
    pack_text = _TEXT.pack_into
    has_text = Flag.HAS_TEXT
    struct_error = struct.error
    now = monotonic_ns

    def put(kind, flags, thing, site, value, time=0, thread=own):
        chunk, take, behind = segment.now
        try:
            at = take()
            pack(chunk, at, kind, flags, thread, thing, site, value, time or now())
        except struct_error:
            try:
                again(chunk, behind, at, kind, flags, thing, site, value, time or now(), thread)
            except BaseException:
                mend(chunk, take)
                raise
        except BaseException:
            mend(chunk, take)
            raise

    def again(chunk, behind, at, kind, flags, thing, site, value, time, thread):
        """The chunk is full, or a number was out of its range, or none."""
        if at + SLOT_BYTES <= len(chunk):
            pack(chunk, at, kind, *_masked(flags, thread, thing, site, value), time)
        elif not segment.leaves(put, (kind, flags, thing, site, value, time, thread)):
            if segment.grow(behind, time):
                began = now()
                put(kind, flags, thing, site, value, time, thread)
                segment.sample(now() - began)
            segment.write_late()

    def mend(chunk, take):
        """Fills the slots that were taken and not written, also those before what a signal handler wrote."""
        first = HEADER_BYTES if chunk is segment.header else 0
        top = min(take(), len(chunk) - SLOT_BYTES)  # one more is taken, which tells where the others end
        for at in range(top, max(first, top - _MENDED * SLOT_BYTES) - 1, -SLOT_BYTES):
            if _is_empty(chunk, at):
                pack(chunk, at, CONTINUATION, 0, 0, 0, 0, 0, now())

    def put_text(kind, flags, thing, site, value, string, time=0, thread=own):
        try:
            data = string.encode()
        except UnicodeEncodeError:
            data = string.encode("utf-8", "backslashreplace")
        put_bytes(kind, flags, thing, site, value, data, time, thread)

    def put_bytes(kind, flags, thing, site, value, data, time=0, thread=own):
        """As put_text, of a text that is in UTF-8 already."""
        length = len(data)
        if not length:
            put(kind, flags, thing, site, value, time, thread)
            return
        time = time or now()
        if length > TEXT_PER_SLOT:
            long(kind, flags, thing, site, value, data, time, thread)
            return
        chunk, take, _ = segment.now
        at = behind = -1
        try:
            at = take()
            behind = take()
            together = behind - at == SLOT_BYTES and behind + SLOT_BYTES <= len(chunk)
            if together:
                pack_text(chunk, behind, CONTINUATION, length | CONTINUATION_LAST, data, time)
                head(chunk, at, kind, flags, thing, site, value, time, thread)
            else:  # the chunk is full, or somebody wrote between
                _pad(chunk, (at, behind), time)
        except BaseException:
            if behind >= 0 and _is_empty(chunk, at):
                _pad(chunk, (at, behind), time)
            mend(chunk, take)
            raise
        if not together:
            long(kind, flags, thing, site, value, data, time, thread)

    def head(chunk, at, kind, flags, thing, site, value, time, thread):
        """The slots behind it are complete, so the event may be seen."""
        try:
            pack(chunk, at, kind, flags | has_text, thread, thing, site, value, time)
        except struct_error:
            pack(chunk, at, kind, *_masked(flags | has_text, thread, thing, site, value), time)

    def long(kind, flags, thing, site, value, data, time, thread):
        """Writes a text of any length."""
        if len(data) > LONGEST_TEXT:
            data = data[:LONGEST_TEXT].decode("utf-8", "ignore").encode("utf-8")
            flags |= Flag.TRUNCATED
        slots = 1 + -(-len(data) // TEXT_PER_SLOT)
        chunk, take, behind = segment.now
        taken = ()
        try:
            while True:
                taken = [take() for _ in range(slots)]
                if taken[-1] + SLOT_BYTES > len(chunk):
                    _pad(chunk, taken, time)
                    event = kind, flags, thing, site, value, data, time, thread
                    if segment.leaves(long, event):
                        return
                    if not segment.grow(behind, time):
                        segment.write_late()
                        return
                    chunk, take, behind = segment.now
                elif taken[-1] - taken[0] == (slots - 1) * SLOT_BYTES:
                    break
                else:  # a signal handler or another thread wrote between
                    _pad(chunk, taken, time)
            _write_text(chunk, taken, data, time)
            head(chunk, taken[0], kind, flags, thing, site, value, time, thread)
        except BaseException:
            if taken and _is_empty(chunk, taken[0]):
                _pad(chunk, taken, time)
            mend(chunk, take)
            raise
        segment.write_late()

    return put, put_text, put_bytes


def _masked(flags, thread, thing, site, value):
    return flags & 0xFFFF, thread & _U32, thing & _U32, site & _U32, number(value) & _U64


def number(value):
    """What can be recorded of something that the program gave for a number: 0 where it is none, or has no end."""
    kind = type(value)
    if kind is int:
        return value
    return int(value) if kind is bool or kind is float and -_MOST < value < _MOST else 0


def _is_empty(chunk, at):
    return chunk[at + 24:at + SLOT_BYTES] == _NO_TIME


def _pad(chunk, taken, time):
    for at in taken:
        if at + SLOT_BYTES <= len(chunk):
            _SLOT.pack_into(chunk, at, CONTINUATION, 0, 0, 0, 0, 0, time)


def _write_text(chunk, taken, data, time):
    end = len(data)
    at = taken[1]
    for begin in range(0, end, _TEXT_AT_ONCE):
        part = data[begin:begin + _TEXT_AT_ONCE]
        slots = -(-len(part) // TEXT_PER_SLOT)
        fields = [CONTINUATION, TEXT_PER_SLOT, b"", time] * slots
        fields[2::4] = _PARTS[slots].unpack(part.ljust(slots * TEXT_PER_SLOT, b"\0"))
        if begin + _TEXT_AT_ONCE >= end:
            fields[-3] = len(part) - (slots - 1) * TEXT_PER_SLOT | CONTINUATION_LAST
        _TEXTS[slots].pack_into(chunk, at, *fields)
        at += slots * SLOT_BYTES


_U32 = 0xFFFF_FFFF
_U64 = 0xFFFF_FFFF_FFFF_FFFF
_MOST = float(1 << 63)
_NO_TIME = bytes(8)
