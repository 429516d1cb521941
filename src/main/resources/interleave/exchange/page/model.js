/* The run, as it was packed. */

/** Takes numbers of as many bytes as they need from what was unpacked. */
class Packed {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  number() {
    let value = 0;
    let weight = 1;
    for (;;) {
      const byte = this.bytes[this.at++];
      value += (byte & 127) * weight;
      if (byte < 128) return value;
      weight *= 128;
    }
  }

  signed() {
    const value = this.number();
    return value % 2 ? -(value + 1) / 2 : value / 2;
  }

  text() {
    const length = this.number();
    const text = new TextDecoder().decode(this.bytes.subarray(this.at, this.at + length));
    this.at += length;
    return text;
  }

  things(size, columns) {
    const things = { size };
    columns.forEach((name, c) => {
      const column = c < 2 ? new Float64Array(size) : new Uint32Array(size);
      let before = 0;
      for (let i = 0; i < size; i++) {
        column[i] = c === 0 ? (before += this.signed()) : this.number();
      }
      things[name] = column;
    });
    return things;
  }
}

const ON_ROWS = ['start', 'length', 'look', 'label', 'site', 'thread', 'about', 'said'];
const OF_LINKS = ['start', 'length', 'look', 'from', 'to', 'label', 'site', 'word', 'said'];

const LEVELS = new Set(['queue', 'counter', 'synchronizer', 'pipe', 'group', 'workers']);

/** What its things come to, from the least to the greatest; which `ground` belongs to. */
function valued(row, ground, number) {
  row.values = Float64Array.from(row.things.label, number);
  row.low = row.values.reduce((a, b) => Math.min(a, b), ground);
  row.high = row.values.reduce((a, b) => Math.max(a, b), -ground);
}

/** Values as numbers; what is none has the number of its first appearance. */
function numbered(texts) {
  const others = new Map();
  return (label) => {
    const number = Number(texts[label]);
    if (!Number.isNaN(number)) return number;
    if (!others.has(label)) others.set(label, others.size);
    return others.get(label);
  };
}

/** How many of a crowd there are at most: its counts of a moment stand one after the other. */
function highest(row, model) {
  const { start, label, size } = row.things;
  row.values = Float64Array.from(label, (it) => Number(model.texts.en[it]));
  let most = 1;
  let sum = 0;
  for (let i = 0; i < size; i++) {
    sum = (i > 0 && start[i] === start[i - 1] ? sum : 0) + row.values[i];
    most = Math.max(most, sum);
  }
  return most;
}

async function unpack(letters) {
  const small = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
  const stream = new Blob([small]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const packed = new Packed(new Uint8Array(await new Response(stream).arrayBuffer()));
  const model = JSON.parse(packed.text());
  model.rows.forEach((row, index) => {
    row.index = index;
    row.things = packed.things(row.size, ON_ROWS);
    row.high = 0;
    row.ends = latestEnds(row.things);
    row.parent = model.rows[row.folder - 1] || null;
    if (LEVELS.has(row.kind)) valued(row, 0, (label) => Number(model.texts.en[label]));
    if (row.kind === 'variable') valued(row, Infinity, numbered(model.texts.en));
    if (row.kind === 'crowd') row.high = highest(row, model);
  });
  model.links = packed.things(model.links, OF_LINKS);
  model.links.ends = latestEnds(model.links);
  return model;
}

/** Up to when anything goes that began so far: holds that are shared may overlap. */
function latestEnds(things) {
  const ends = new Float64Array(things.size);
  let latest = -Infinity;
  for (let i = 0; i < things.size; i++) {
    ends[i] = latest = Math.max(latest, things.start[i] + things.length[i]);
  }
  return ends;
}

/** The last of sorted times at or before one, -1 if there is none. */
function lastAt(times, time) {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times[middle] <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Those of sorted things that go on between two times; of very many every so many-th. */
function between(things, ends, from, to, most, each) {
  const last = lastAt(things.start, to);
  const first = Math.max(0, lastAt(ends, from));
  const stride = Math.max(1, Math.ceil((last - first) / most));
  for (let i = first; i <= last; i += stride) each(i);
}

/** What stands on a row at a moment, -1 for nothing. */
function thingAt(row, time) {
  const things = row.things;
  for (let i = lastAt(things.start, time); i >= 0 && row.ends[i] > time; i--) {
    if (things.start[i] + things.length[i] > time) return i;
  }
  return -1;
}

/** All that do: a lock may be shared. */
function thingsAt(row, time) {
  const found = [];
  for (let i = lastAt(row.things.start, time); i >= 0 && row.ends[i] > time; i--) {
    if (row.things.start[i] + row.things.length[i] > time) found.push(i);
  }
  return found;
}

/** The nearest of a row's things that take no time, -1 where none is that near. */
function momentAt(row, time, near) {
  const { start, length } = row.things;
  let found = -1;
  for (let i = lastAt(start, time + near); i >= 0 && start[i] >= time - near; i--) {
    if (length[i] === 0 && (found < 0 || Math.abs(start[i] - time) < Math.abs(start[found] - time))) found = i;
  }
  return found;
}
