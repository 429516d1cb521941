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
    if (row.kind === 'queue' || row.kind === 'counter' || row.kind === 'synchronizer') {
      row.values = Float64Array.from(row.things.label, (label) => Number(model.texts.en[label]));
      row.low = row.values.reduce((a, b) => Math.min(a, b), 0);
      row.high = row.values.reduce((a, b) => Math.max(a, b), 0);
    }
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
