/* The picture. */

const RULER = 26;
const MOST_LINKS = 20000;

/** Of a sort of arrows so many can be told apart wherever they lie; of more one each so many pixels. */
const FEW_LINKS = 16;
const LINKS_APART = 36;
const HEIGHTS = {
  process: 22, thread: 28, slice: 19, lock: 20, queue: 36, counter: 36, synchronizer: 30,
  pool: 20, phase: 20, deadlock: 20, pipe: 30, local: 18, variable: 72, crowd: 58, group: 34, workers: 34,
};
const HATCHED = {
  LOCK_WAIT: '/', QUEUE_WAIT: '|', JOINING: '-', SYNC_WAIT: '\\', READY: '.', UNTRACED_WAIT: 'x',
};
const INKS = {
  HOLD: 'hold', TASK: 'thread', SLICE: 'slice', LEVEL: 'message-soft', PHASE: 'chip',
  DEADLOCK: 'red', LIFE: 'rule', MESSAGE: 'message', HAND_OVER: 'lock-wait', START: 'joining',
  CALL: 'io', WAKE: 'sync-wait', FLOW: 'accent', ORDER: 'text', RACE: 'red',
  LOST: 'red', OUTPUT: 'text', MOMENT: 'accent',
  NOTE: 'red', LOCAL: 'chip', READ: 'message', WRITE: 'message',
};
const LINKED = new Set(['MESSAGE', 'HAND_OVER', 'START', 'CALL', 'WAKE', 'FLOW', 'ORDER', 'RACE']);

const POINTS = new Set(['LOST', 'OUTPUT', 'MOMENT', 'NOTE']);

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
    this.drawn = [];
    this.finer = 0;
    this.place();
  }

  /** Where rows stand below each other. */
  place() {
    let y = 0;
    for (const row of this.page.model.rows) {
      const { parent } = row;
      row.hidden = parent !== null && (parent.hidden || parent.folded);
      row.shownIn = row.hidden ? parent.shownIn : row;
      row.y = row.hidden ? row.shownIn.y : y;
      row.height = row.hidden ? row.shownIn.height : HEIGHTS[row.kind];
      if (!row.hidden) y += row.height + (row.kind === 'process' ? 2 : 3);
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
    const ratio = this.finer || window.devicePixelRatio || 1;
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
    this.scroll = Math.max(0, this.finer ? this.scroll : Math.min(this.scroll, this.height - (height - RULER)));
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
      if (!row.hidden && y + row.height >= RULER && y <= height) this.row(context, row, y);
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
    let indent = head || row.process < 0 ? 8 : 18;
    if (row.folds) {
      this.triangle(context, indent, y + (row.kind === 'crowd' ? 14 : row.height / 2), row.folded);
      indent += 13;
    }
    if (row.shade >= 0) {
      context.fillStyle = this.colour('thread-' + row.shade);
      context.fillRect(indent, y + row.height / 2 - 4, 8, 8);
    }
    context.fillStyle = this.colour(row.kind === 'thread' || head ? 'text' : 'muted');
    const x = row.shade >= 0 ? indent + 13 : indent;
    const middle = row.kind === 'crowd' ? y + 14 : y + row.height / 2;
    this.words(context, this.page.rowName(row), x, middle, this.gutter - x - 6);
    context.save();
    clip(context, this.gutter, y, this.wide - this.gutter, row.height);
    if (row.kind === 'variable') this.accesses(context, row, y);
    else if (row.kind === 'crowd') this.stack(context, row, y);
    else if (row.values) this.levels(context, row, y);
    else this.spans(context, row, y);
    context.restore();
  }

  /** Points down where the rows below belong to it and are shown. */
  triangle(context, x, y, folded) {
    context.beginPath();
    if (folded) {
      context.moveTo(x + 1, y - 5); context.lineTo(x + 8, y); context.lineTo(x + 1, y + 5);
    } else {
      context.moveTo(x, y - 3); context.lineTo(x + 10, y - 3); context.lineTo(x + 5, y + 4);
    }
    context.fillStyle = this.colour('muted');
    context.fill();
  }

  /** The colour of a thread; a sober one for none. */
  thread(number) {
    const owner = this.page.model.rows[number - 1];
    return 'thread-' + (owner && owner.shade >= 0 ? owner.shade : 7);
  }

  /**
   * Costs by pixels and not by spans: of those that share a pixel the longest of the next few
   * stands for all, and the search goes on where the next pixel begins.
   */
  visible(row, each) {
    const { scale } = this.page;
    const { start, length, size } = row.things;
    let i = Math.max(0, lastAt(row.ends, scale.from));
    let sign = -Infinity;
    while (i < size && start[i] <= scale.to) {
      const left = scale.x(start[i]);
      const right = scale.x(start[i] + length[i]);
      if (length[i] === 0) { // a sign, which those beside it do not cover
        if (left - sign >= 3) each(i, left, right);
        sign = left - sign >= 3 ? left : sign;
        i++;
        continue;
      }
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
    const { look, label, thread, length } = row.things;
    const inset = row.kind === 'process' ? row.height - 4 : 0;
    this.visible(row, (i, left, right) => {
      const name = model.looks[look[i]];
      let ink = 'on-' + variable(name);
      if (length[i] === 0) {
        this.bead(context, name, thread[i], left, y + row.height / 2);
        return;
      }
      if (name === 'LOCAL') {
        this.local(context, row, i, left, right, y);
        return;
      }
      if (name === 'HOLD' || name === 'TASK') {
        const role = this.thread(thread[i]);
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
    context.fillText(shown(row.high), this.wide - 12, y + 8);
    context.textAlign = 'left';
  }

  /** What was seen or done at a moment: a thread in a state, a lock with who had it, a read. */
  bead(context, name, thread, x, y) {
    if (name === 'READ') {
      this.ring(context, x, y + 5, thread, false);
      return;
    }
    context.fillStyle = name === 'HOLD' ? this.colour(this.thread(thread)) : this.fill(context, name);
    context.fillRect(x - 6, y - 6, 12, 12);
    context.strokeStyle = this.colour('background');
    context.lineWidth = 1;
    context.strokeRect(x - 6.5, y - 6.5, 13, 13);
  }

  ring(context, x, y, thread, filled) {
    context.beginPath();
    context.arc(x, y, 3, 0, 7);
    context.fillStyle = this.colour(filled ? this.thread(thread) : 'background');
    context.strokeStyle = this.colour(this.thread(thread));
    context.lineWidth = 1.5;
    context.fill();
    context.stroke();
  }

  /** A value that a thread has for itself, framed in its colour. */
  local(context, row, i, left, right, y) {
    const from = Math.max(left, this.gutter - 4);
    const wide = Math.min(right, this.wide + 4) - from - 0.5;
    context.fillStyle = this.colour(wide > 3 ? 'chip' : this.thread(row.things.thread[i]));
    context.fillRect(from, y + 1, Math.max(1, wide), row.height - 2);
    if (wide < 4) return;
    context.strokeStyle = this.colour(this.thread(row.things.thread[i]));
    context.lineWidth = 1.4;
    context.strokeRect(from + 0.5, y + 1.5, wide - 1, row.height - 3);
    context.fillStyle = this.colour('text');
    this.words(context, this.page.text(row.things.label[i]), from + 5, y + row.height / 2, wide - 8);
  }

  /** A variable: its value from access to access in the colour of who came last; writes filled, reads hollow. */
  accesses(context, row, y) {
    const { scale } = this.page;
    const { start, look, label, thread, size } = row.things;
    const at = (value) => y + row.height - 8 - ((value - row.low) / Math.max(row.high - row.low, 1e-9)) * (row.height - 26);
    const first = Math.max(0, lastAt(start, scale.from));
    const last = lastAt(start, scale.to);
    context.lineWidth = 1.8;
    for (let i = first; i <= last; ) {
      const x = scale.x(start[i]);
      let low = row.values[i];
      let high = low;
      let next = i + 1;
      for (; next <= last && scale.x(start[next]) < x + 1; next++) {
        low = Math.min(low, row.values[next]);
        high = Math.max(high, row.values[next]);
      }
      const right = next < size ? scale.x(start[next]) : scale.x(this.page.model.to);
      context.strokeStyle = this.colour(this.thread(thread[next - 1]));
      context.beginPath();
      context.moveTo(x, at(low));
      context.lineTo(x, at(high));
      context.moveTo(x, at(row.values[next - 1]));
      context.lineTo(right, at(row.values[next - 1]));
      if (next < size) context.lineTo(right, at(row.values[next]));
      context.stroke();
      i = next;
    }
    for (let i = first, before = -Infinity; i <= last; i++) {
      const x = scale.x(start[i]);
      const free = (i < last ? scale.x(start[i + 1]) : this.wide) - x;
      if (x - before < 7 && free < 7) continue;
      before = x;
      const writes = this.page.model.looks[look[i]] === 'WRITE';
      this.ring(context, x, at(row.values[i]), thread[i], writes);
      context.fillStyle = this.colour('text');
      if (free > 30) this.words(context, this.page.word(writes ? 'writes' : 'reads', this.page.text(label[i])), x + 4, at(row.values[i]) - 10, free - 6);
    }
    context.fillStyle = this.colour('muted');
    context.textAlign = 'right';
    for (const value of row.high > row.low ? [row.high, row.low] : []) {
      const wide = context.measureText(shown(value)).width;
      context.fillStyle = this.colour('background');
      context.fillRect(this.wide - 16 - wide, at(value) - 6, wide + 8, 13);
      context.fillStyle = this.colour('muted');
      context.fillText(shown(value), this.wide - 12, at(value) + 1);
    }
    context.textAlign = 'left';
  }

  /** How many of a crowd do what, one above the other. */
  stack(context, row, y) {
    const { scale, model } = this.page;
    const { start, length, look, size } = row.things;
    const unit = (row.height - 6) / row.high;
    let i = Math.max(0, lastAt(start, scale.from));
    while (i > 0 && start[i - 1] === start[i]) i--;
    for (let base = 0, before = -1; i < size && start[i] <= scale.to; i++) {
      base = start[i] === before ? base : y + row.height - 1;
      before = start[i];
      const left = Math.max(scale.x(start[i]), this.gutter);
      const right = Math.max(left + 1, scale.x(start[i] + length[i]));
      const high = row.values[i] * unit;
      context.fillStyle = this.fill(context, model.looks[look[i]]);
      context.fillRect(left, base - high, right - left, high);
      base -= high;
    }
    context.fillStyle = this.colour('muted');
    context.textAlign = 'right';
    context.fillText(shown(row.high), this.wide - 12, y + 8);
    context.textAlign = 'left';
  }

  /**
   * So many that they do not become a wall: of a sort a few wherever they lie, of more the first of
   * each piece of time. Pieces hang on time, so the same ones stay while one pans.
   */
  links(context) {
    const { page } = this;
    this.drawn = [];
    this.all = 0;
    const { links, looks } = page.model;
    const sorts = new Map();
    between(links, links.ends, page.scale.from, page.scale.to, MOST_LINKS, (i) => {
      if (!this.isInSight(i)) return;
      const look = links.look[i];
      if (!sorts.has(look)) sorts.set(look, []);
      sorts.get(look).push(i);
    });
    const perPixel = (page.scale.to - page.scale.from) / page.scale.width;
    const piece = 2 ** Math.ceil(Math.log2(perPixel * LINKS_APART));
    for (const [number, sort] of sorts) {
      const look = looks[number];
      const arrows = LINKED.has(look);
      const few = !arrows || sort.length <= FEW_LINKS;
      const places = new Set();
      let last = NaN;
      for (const i of sort) {
        const bin = Math.floor(links.start[i] / piece);
        const lit = arrows && this.isLit(i);
        if (arrows) this.all++;
        if (!lit && arrows && (!page.arrows || (!few && bin === last))) continue;
        if (!lit) last = bin;
        const ends = this.ends(i);
        const place = ends.map(Math.round).join();
        if (places.has(place)) continue;
        places.add(place);
        this.drawn.push(i);
        context.globalAlpha = few || lit ? 1 : 0.55;
        this.link(context, ends, look, 1);
      }
    }
    context.globalAlpha = 1;
  }

  /** How many arrows are drawn, of those there are in sight. */
  arrowsDrawn() {
    const { links, looks } = this.page.model;
    return this.drawn.filter((i) => LINKED.has(looks[links.look[i]])).length;
  }

  /** What leads to or from what is chosen is drawn in any case. */
  isLit(i) {
    const { from, to } = this.page.model.links;
    return [this.page.selected, this.page.hovered].some((thing) => thing
      && (thing.link ? thing.index === i
        : thing.index < 0 && thing.row.kind !== 'process' && (thing.row.index === from[i] - 1 || thing.row.index === to[i] - 1)));
  }

  isInSight(i) {
    const { scale, model } = this.page;
    const { start, length, from, to } = model.links;
    if (start[i] > scale.to || start[i] + length[i] < scale.from) return false;
    const one = model.rows[from[i] - 1];
    const other = model.rows[to[i] - 1];
    return one === other ? !one.hidden : one.shownIn !== other.shownIn;
  }

  /** Where a link begins and ends. */
  ends(i) {
    const { scale, model } = this.page;
    const { start, length, from, to } = model.links;
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
      if (this.isInSight(thing.index)) this.link(context, this.ends(thing.index), this.page.model.looks[this.page.model.links.look[thing.index]], 2.2);
    } else if (thing.index >= 0 && !thing.row.hidden) {
      const { start, length } = thing.row.things;
      const left = this.page.scale.x(start[thing.index]);
      const right = this.page.scale.x(start[thing.index] + length[thing.index]);
      const moment = length[thing.index] === 0;
      context.strokeRect(moment ? left - 7 : left, this.y(thing.row), moment ? 14 : Math.max(3, right - left), thing.row.height);
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

/** A number as short as it can be read. */
function shown(value) {
  return String(Math.abs(value) >= 1e5 ? Number(value.toPrecision(6)) : Math.round(value * 1000) / 1000);
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
