/* The picture. */

const RULER = 26;
const MOST_LINKS = 20000;
const HEIGHTS = {
  process: 22, thread: 28, slice: 19, lock: 20, queue: 36, counter: 36, synchronizer: 30,
  pool: 20, phase: 20, deadlock: 20,
};
const HATCHED = {
  LOCK_WAIT: '/', QUEUE_WAIT: '|', JOINING: '-', SYNC_WAIT: '\\', READY: '.', UNTRACED_WAIT: 'x',
};
const INKS = {
  HOLD: 'hold', TASK: 'thread', SLICE: 'slice', LEVEL: 'message-soft', PHASE: 'chip',
  DEADLOCK: 'red', LIFE: 'rule', MESSAGE: 'message', HAND_OVER: 'lock-wait', START: 'joining',
  CALL: 'io', WAKE: 'sync-wait', FLOW: 'accent', LOST: 'red', OUTPUT: 'text', MOMENT: 'accent',
  NOTE: 'red',
};
const LINKED = new Set(['MESSAGE', 'HAND_OVER', 'START', 'CALL', 'WAKE', 'FLOW']);

function variable(look) {
  return INKS[look] || look.toLowerCase().replaceAll('_', '-');
}

class Painter {
  constructor(page) {
    this.page = page;
    this.canvas = page.canvas;
    this.scroll = 0;
    this.colours = new Map();
    this.patterns = new Map();
    this.place();
  }

  /** Where rows stand below each other. */
  place() {
    let y = 0;
    for (const row of this.page.model.rows) {
      row.y = y;
      row.height = HEIGHTS[row.kind];
      y += row.height + (row.kind === 'process' ? 2 : 3);
    }
    this.height = y;
  }

  /** Colours are asked for once for each theme. */
  themed() {
    this.colours.clear();
    this.patterns.clear();
  }

  colour(role) {
    let colour = this.colours.get(role);
    if (!colour) {
      colour = getComputedStyle(document.documentElement).getPropertyValue('--' + role).trim();
      this.colours.set(role, colour);
    }
    return colour;
  }

  /** What fills something of that look. */
  fill(context, look) {
    const hatch = HATCHED[look];
    if (!hatch) return this.colour(variable(look));
    let pattern = this.patterns.get(look);
    if (!pattern) {
      const role = variable(look);
      pattern = context.createPattern(
        hatching(hatch, this.colour(role), this.colour(role + '-ground')), 'repeat');
      this.patterns.set(look, pattern);
    }
    return pattern;
  }

  paint() {
    const { canvas, page } = this;
    const ratio = window.devicePixelRatio || 1;
    const width = canvas.clientWidth;
    const height = canvas.clientHeight;
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
    }
    const context = canvas.getContext('2d');
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.gutter = Math.min(200, Math.max(96, width * 0.22));
    this.wide = width;
    this.tall = height;
    this.scroll = Math.max(0, Math.min(this.scroll, this.height - (height - RULER)));
    page.scale.left = this.gutter;
    page.scale.width = Math.max(10, width - this.gutter - 8);
    context.fillStyle = this.colour('background');
    context.fillRect(0, 0, width, height);
    context.font = '12px Inter, "Noto Sans SC", "Noto Sans CJK SC", system-ui, sans-serif';
    context.textBaseline = 'middle';
    this.ruler(context);
    context.save();
    clip(context, 0, RULER, width, height - RULER);
    for (const row of page.model.rows) {
      const y = this.y(row);
      if (y + row.height >= RULER && y <= height) this.row(context, row, y);
    }
    clip(context, this.gutter, RULER, width - this.gutter, height - RULER);
    this.links(context);
    for (const thing of [page.hovered, page.selected]) if (thing) this.mark(context, thing);
    context.restore();
    this.playhead(context);
  }

  y(row) {
    return RULER + 2 + row.y - this.scroll;
  }

  ruler(context) {
    const { step, ticks } = this.page.scale.ticks(90);
    context.textAlign = 'center';
    for (const tick of ticks) {
      const x = this.page.scale.x(tick);
      if (x < this.gutter) continue;
      context.fillStyle = this.colour('grid');
      context.fillRect(Math.round(x), RULER - 6, 1, this.tall);
      context.fillStyle = this.colour('muted');
      context.fillText(moment(tick, step), Math.min(x, this.wide - 26), RULER / 2 - 2);
    }
    context.textAlign = 'left';
  }

  row(context, row, y) {
    const head = row.kind === 'process';
    if (head) {
      context.fillStyle = this.colour('band');
      context.fillRect(0, y, this.wide, row.height);
    }
    if (row === this.page.focus) {
      context.fillStyle = this.colour('accent');
      context.fillRect(0, y, 3, row.height);
    }
    const indent = head || row.process < 0 ? 8 : 18;
    if (row.shade >= 0) {
      context.fillStyle = this.colour('thread-' + row.shade);
      context.fillRect(indent, y + row.height / 2 - 4, 8, 8);
    }
    context.fillStyle = this.colour(row.kind === 'thread' || head ? 'text' : 'muted');
    const x = row.shade >= 0 ? indent + 13 : indent;
    this.words(context, this.page.rowName(row), x, y + row.height / 2, this.gutter - x - 6);
    context.save();
    clip(context, this.gutter, y, this.wide - this.gutter, row.height);
    if (row.values) this.levels(context, row, y);
    else this.spans(context, row, y);
    context.restore();
  }

  /**
   * Costs by pixels and not by spans: of those that share a pixel the longest of the next few
   * stands for all, and the search goes on where the next pixel begins.
   */
  visible(row, each) {
    const { scale } = this.page;
    const { start, length, size } = row.things;
    let i = Math.max(0, lastAt(row.ends, scale.from));
    while (i < size && start[i] <= scale.to) {
      const left = scale.x(start[i]);
      const right = scale.x(start[i] + length[i]);
      if (right - left >= 1) {
        each(i, left, right);
        i++;
        continue;
      }
      let longest = i;
      const pixel = scale.time(left + 1);
      let next = i + 1;
      for (; next < size && next < i + 64 && start[next] < pixel; next++) {
        if (length[next] > length[longest]) longest = next;
      }
      if (next < size && start[next] < pixel) next = lastAt(start, pixel) + 1;
      each(longest, left, Math.max(scale.x(start[longest] + length[longest]), left + 1));
      i = Math.max(next, i + 1);
    }
  }

  spans(context, row, y) {
    const { model } = this.page;
    const { look, label, thread } = row.things;
    const inset = row.kind === 'process' ? row.height - 4 : 0;
    this.visible(row, (i, left, right) => {
      const name = model.looks[look[i]];
      let ink = 'on-' + variable(name);
      if (name === 'HOLD' || name === 'TASK') {
        const owner = model.rows[thread[i] - 1];
        const role = 'thread-' + (owner && owner.shade >= 0 ? owner.shade : 7);
        context.fillStyle = this.colour(role);
        ink = 'on-' + role;
      } else if (name === 'SLICE') {
        const role = 'slice-' + (label[i] % 8);
        context.fillStyle = this.colour(role);
        ink = 'on-' + role;
      } else {
        context.fillStyle = this.fill(context, name);
        if (name === 'PHASE' || name === 'LIFE') ink = 'text';
      }
      const quiet = name === 'NOT_TOLD' ? row.height / 2 - 1 : inset;
      const from = Math.max(left, this.gutter - 4);
      const to = Math.min(right, this.wide + 4);
      const gap = to - from > 3 ? 0.5 : 0;
      context.fillRect(from, y + quiet, to - from - gap, row.height - quiet - (quiet > 1 && !inset ? quiet : 0));
      if (to - from > 34 && !inset && name !== 'NOT_TOLD') {
        const hatched = HATCHED[name];
        const words = this.page.thingName(row, i);
        if (hatched) {
          const wide = Math.min(context.measureText(words).width + 8, to - from - 4);
          context.fillStyle = this.colour(variable(name) + '-ground');
          context.fillRect(from + 2, y + row.height / 2 - 8, wide, 16);
        }
        context.fillStyle = this.colour(ink);
        this.words(context, words, from + 6, y + row.height / 2, to - from - 10);
      }
    });
  }

  levels(context, row, y) {
    const { scale } = this.page;
    const { start, length, size } = row.things;
    const span = Math.max(row.high - row.low, 1e-9);
    const base = y + row.height - 1;
    context.fillStyle = this.colour(row.kind === 'queue' ? 'message' : 'sync-wait');
    let i = Math.max(0, lastAt(start, scale.from));
    while (i < size && start[i] <= scale.to) {
      const left = Math.max(scale.x(start[i]), this.gutter);
      let most = row.values[i];
      let next = i + 1;
      const pixel = scale.time(left + 1);
      while (next < size && start[next] < pixel) most = Math.max(most, row.values[next++]);
      const last = next - 1;
      const right = Math.max(left + 1, scale.x(start[last] + length[last]));
      const high = (value) => Math.max(1, ((value - row.low) / span) * (row.height - 6));
      context.fillRect(left, base - high(most), 1, high(most));
      context.fillRect(left, base - high(row.values[last]), right - left, high(row.values[last]));
      i = next;
    }
    context.fillStyle = this.colour('muted');
    context.textAlign = 'right';
    context.fillText(String(row.high), this.wide - 12, y + 8);
    context.textAlign = 'left';
  }

  links(context) {
    const { page } = this;
    if (!page.arrows) return;
    const { links, looks } = page.model;
    const drawn = new Set();
    between(links, links.ends, page.scale.from, page.scale.to, MOST_LINKS, (i) => {
      const ends = this.ends(i);
      if (!ends) return;
      const key = ends.map(Math.round).join();
      if (drawn.has(key)) return;
      drawn.add(key);
      this.link(context, ends, looks[links.look[i]], 1);
    });
  }

  /** Where a link begins and ends; null where it is not in sight. */
  ends(i) {
    const { scale, model } = this.page;
    const { start, length, from, to } = model.links;
    if (start[i] > scale.to || start[i] + length[i] < scale.from) return null;
    const one = model.rows[from[i] - 1];
    const other = model.rows[to[i] - 1];
    const down = other.y >= one.y;
    return [
      scale.x(start[i]), this.y(one) + (one === other ? one.height - 3 : down ? one.height - 4 : 4),
      scale.x(start[i] + length[i]), this.y(other) + (one === other ? one.height - 3 : down ? 4 : other.height - 4),
    ];
  }

  link(context, [x0, y0, x1, y1], look, width) {
    context.strokeStyle = context.fillStyle = this.colour(variable(look));
    context.lineWidth = width * 1.3;
    if (!LINKED.has(look)) {
      context.beginPath();
      if (look === 'LOST') {
        if (x0 !== x1 || y0 !== y1) { context.moveTo(x0, y0); context.lineTo(x1, y1); }
        context.moveTo(x1 - 4, y1 - 8); context.lineTo(x1 + 4, y1);
        context.moveTo(x1 + 4, y1 - 8); context.lineTo(x1 - 4, y1);
        context.lineWidth = width * 2;
        context.stroke();
      } else if (look === 'OUTPUT') {
        context.fillRect(x0 - 1, y0 - 3, 2, 6);
      } else {
        context.moveTo(x0, y0 - 7); context.lineTo(x0 + 4, y0 - 3);
        context.lineTo(x0, y0 + 1); context.lineTo(x0 - 4, y0 - 3);
        context.fill();
      }
      return;
    }
    context.beginPath();
    context.moveTo(x0, y0);
    context.lineTo(x1, y1);
    context.stroke();
    const angle = Math.atan2(y1 - y0, x1 - x0);
    context.beginPath();
    context.moveTo(x1, y1);
    context.lineTo(x1 - 7 * Math.cos(angle - 0.4), y1 - 7 * Math.sin(angle - 0.4));
    context.lineTo(x1 - 7 * Math.cos(angle + 0.4), y1 - 7 * Math.sin(angle + 0.4));
    context.fill();
  }

  mark(context, thing) {
    context.strokeStyle = this.colour(thing === this.page.selected ? 'accent' : 'text');
    context.lineWidth = 2;
    if (thing.link) {
      const ends = this.ends(thing.index);
      if (ends) this.link(context, ends, this.page.model.looks[this.page.model.links.look[thing.index]], 2.2);
    } else if (thing.index >= 0) {
      const { start, length } = thing.row.things;
      const left = this.page.scale.x(start[thing.index]);
      const right = this.page.scale.x(start[thing.index] + length[thing.index]);
      context.strokeRect(left, this.y(thing.row), Math.max(3, right - left), thing.row.height);
    }
  }

  playhead(context) {
    const x = Math.round(this.page.scale.x(this.page.now));
    if (x < this.gutter || x > this.wide) return;
    context.fillStyle = this.colour('red');
    context.fillRect(x, RULER - 8, 1.5, this.tall);
    context.beginPath();
    context.moveTo(x - 5, RULER - 12);
    context.lineTo(x + 6, RULER - 12);
    context.lineTo(x + 0.7, RULER - 4);
    context.fill();
  }

  /** As much of the words as there is room for. */
  words(context, words, x, y, room) {
    if (room < 8) return;
    const text = words.length > 200 ? words.slice(0, 200) : words;
    let end = text.length;
    if (context.measureText(text).width > room) {
      let low = 0;
      while (low < end) {
        const middle = (low + end + 1) >>> 1;
        if (context.measureText(text.slice(0, middle) + '…').width <= room) low = middle;
        else end = middle - 1;
      }
      if (end > 1) context.fillText(text.slice(0, end) + '…', x, y);
      return;
    }
    context.fillText(text, x, y);
  }
}

function clip(context, x, y, width, height) {
  context.beginPath();
  context.rect(x, y, width, height);
  context.clip();
}

/** A square of a pattern, by which states are told apart without their colours. */
function hatching(sort, ink, ground) {
  const tile = document.createElement('canvas');
  tile.width = tile.height = 8;
  const context = tile.getContext('2d');
  context.fillStyle = ground;
  context.fillRect(0, 0, 8, 8);
  context.strokeStyle = context.fillStyle = ink;
  context.lineWidth = 2;
  context.beginPath();
  if (sort === '/' || sort === 'x') {
    context.moveTo(-2, 10); context.lineTo(10, -2);
    context.moveTo(-2, 2); context.lineTo(2, -2);
    context.moveTo(6, 10); context.lineTo(10, 6);
  }
  if (sort === '\\' || sort === 'x') {
    context.moveTo(-2, -2); context.lineTo(10, 10);
    context.moveTo(6, -2); context.lineTo(10, 2);
    context.moveTo(-2, 6); context.lineTo(2, 10);
  }
  if (sort === '|') { context.moveTo(4, 0); context.lineTo(4, 8); }
  if (sort === '-') { context.moveTo(0, 4); context.lineTo(8, 4); }
  if (sort === '.') context.fillRect(2, 2, 3, 3);
  context.stroke();
  return tile;
}
