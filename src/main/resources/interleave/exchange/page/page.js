/* The page: what is chosen, and what answers to the reader. */

const KEYS = [
  ['Space', 'play'], ['W · +', 'zoom-in'], ['S · −', 'zoom-out'], ['A · ←', 'left'], ['D · →', 'right'],
  ['↑ · ↓', 'scroll'], ['K · J', 'row'], ['Enter', 'fold'], ['. · ,', 'step'], ['[ · ]', 'along'], ['F', 'fit'], ['0', 'all'],
  ['H', 'arrows'], ['Home · End', 'ends'], ['Esc', 'clear'],
];

/** What explains itself. */
const UNTOLD = new Set(['LIFE', 'HOLD', 'SLICE', 'TASK', 'LOCAL', 'LEVEL']);

/** So many pixels a sheet of paper is wide, and so many of rows fit on it. */
const PAPER = 720;
const SHEET = 780;

/** Rows whose names say what they are. */
const NAMED = new Set(['thread', 'process', 'synchronizer', 'slice']);

class Page {
  /** Of a run alone, or of one on a shelf. */
  constructor(model, shelf) {
    this.model = model;
    this.shelf = shelf;
    this.gone = new AbortController();
    this.canvas = document.getElementById('picture');
    this.language = shelf ? shelf.language : model.words[model.language] ? model.language : 'en';
    counting = model.step ? this : null;
    this.theme = shelf ? shelf.theme : matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
    this.scale = new Scale(model.from, model.to);
    this.scale.all();
    if (model.view > model.from && model.view < model.to) this.scale.show(model.view, this.scale.to);
    this.now = model.playhead;
    this.arrows = true;
    this.fingers = new Map();
    for (const row of model.rows) if (row.parent) row.parent.folds = true;
    for (const row of model.rows) row.folded = row.folded && Boolean(row.folds);
    this.selected = this.hovered = null;
    this.focus = model.rows.find((row) => row.kind === 'thread') || model.rows[0] || null;
    this.painter = new Painter(this);
    this.replay = new Replay(this);
    this.source = new Source(this);
    this.tableau = new Tableau(this);
    this.source.pane.hidden = this.source.files.length === 0 || innerWidth < 860;
    this.tools();
    this.fromAddress();
    this.themed();
    this.named();
    this.listen();
    this.size();
  }

  word(key, ...values) {
    const words = this.model.words[this.language];
    const found = words[key] === undefined ? key : words[key];
    return values.reduce((text, value, i) => text.replace('{' + i + '}', () => value), found);
  }

  said(number) {
    return this.model.sentences[this.language][number] || '';
  }

  text(number) {
    return this.model.texts[this.language][number];
  }

  rowName(row) {
    const name = this.text(row.name);
    const kind = this.model.words[this.language]['kind.' + row.kind];
    return NAMED.has(row.kind) || !kind ? name : (kind + ' ' + name).trim();
  }

  /** The same where it stands alone: which of the processes' threads. */
  called(row) {
    return row.who || this.rowName(row);
  }

  thingName(row, i) {
    const look = this.model.looks[row.things.look[i]];
    const label = this.text(row.things.label[i]);
    if (look === 'HOLD') {
      const owner = this.model.rows[row.things.thread[i] - 1];
      return ((owner ? owner.who : '') + ' ' + label).trim();
    }
    if (look === 'READ' || look === 'WRITE') return label && this.word(look === 'READ' ? 'reads' : 'writes', label);
    if (row.kind === 'crowd') return label + ' ' + this.word('look.' + look);
    return label || this.word('look.' + look);
  }

  nameOf(thing) {
    if (!thing.link) return thing.index < 0 ? this.rowName(thing.row) : this.thingName(thing.row, thing.index);
    const { links, looks } = this.model;
    const word = links.word[thing.index];
    const label = this.text(links.label[thing.index]);
    return word ? this.word('arrow.' + word) : (this.word('look.' + looks[links.look[thing.index]]) + ' ' + label).trim();
  }

  where(thing) {
    if (!thing.link) return this.called(thing.row);
    const { links, rows } = this.model;
    const from = this.called(rows[links.from[thing.index] - 1]);
    const to = this.called(rows[links.to[thing.index] - 1]);
    return from === to ? from : from + ' → ' + to;
  }

  /** What was explained of it when the page was made. */
  sentence(thing) {
    if (thing.link) return this.said(this.model.links.said[thing.index]);
    return this.said(thing.index < 0 ? thing.row.said : thing.row.things.said[thing.index]);
  }

  /** That, or what can be said without. */
  tell(thing) {
    if (!thing) return '';
    const sentence = this.sentence(thing);
    const things = thing.link ? this.model.links : thing.row.things;
    const place = thing.index >= 0 && this.model.sites[things.site[thing.index] - 1];
    const at = place ? ' ' + this.model.files[place[0]][0] + ':' + place[1] : '';
    if (thing.index < 0) return sentence || this.rowName(thing.row);
    const long = things.length[thing.index];
    const { step } = this.scale.ticks(90);
    const when = moment(things.start[thing.index], step / 100) + (long ? ', ' + duration(long) : '');
    const who = !thing.link && things.thread[thing.index] - 1 !== thing.row.index && this.model.rows[things.thread[thing.index] - 1];
    const whose = who && who.kind === 'thread' ? ', ' + who.who : '';
    return (sentence || this.where(thing) + whose + ': ' + this.nameOf(thing) + '.') + ' (' + when + at + ')';
  }

  tools() {
    const bar = document.getElementById('tools');
    this.buttons = {};
    if (this.shelf) {
      this.back = element('a');
      this.back.id = 'do-back';
      this.back.href = '#';
      bar.append(this.back);
    }
    const actions = {
      play: () => this.replay.toggle(),
      'zoom-out': () => this.zoom(1.5),
      'zoom-in': () => this.zoom(1 / 1.5),
      all: () => { this.scale.all(); this.changed(); },
      arrows: () => { this.arrows = !this.arrows; this.named(); this.changed(); },
      source: () => { this.source.pane.hidden = !this.source.pane.hidden; this.named(); this.changed(); },
      theme: () => { this.theme = this.theme === 'dark' ? 'light' : 'dark'; this.themed(); this.named(); },
      language: () => { this.language = this.language === 'zh' ? 'en' : 'zh'; this.named(); },
    };
    for (const [name, action] of Object.entries(actions)) {
      const button = element('button');
      button.type = 'button';
      button.id = 'do-' + name;
      button.addEventListener('click', action);
      this.buttons[name] = button;
      bar.append(button);
    }
    this.speed = element('select');
    for (const seconds of [5, 12, 30, 90]) {
      const option = element('option');
      option.value = seconds;
      this.speed.append(option);
    }
    this.speed.value = '12';
    this.speed.addEventListener('change', () => { this.replay.seconds = Number(this.speed.value); });
    this.buttons.play.after(this.speed);
  }

  /** Says everything in the language. */
  named() {
    document.documentElement.lang = this.language === 'zh' ? 'zh-Hans' : 'en';
    const title = this.model.titles[this.language];
    write(document.getElementById('title'), title);
    document.title = title;
    write(document.getElementById('question'), this.model.questions[this.language]);
    document.getElementById('tools').setAttribute('aria-label', this.word('tools'));
    for (const [name, button] of Object.entries(this.buttons)) write(button, this.word('do.' + name));
    if (this.back) write(this.back, this.word('do.back'));
    write(this.buttons.play, this.word(this.replay.playing ? 'do.pause' : 'do.play'));
    write(this.buttons.theme, this.word(this.theme === 'dark' ? 'do.light' : 'do.dark'));
    this.buttons.arrows.setAttribute('aria-pressed', this.arrows);
    this.buttons.source.setAttribute('aria-pressed', !this.source.pane.hidden);
    this.buttons.source.hidden = this.source.files.length === 0;
    this.speed.setAttribute('aria-label', this.word('speed'));
    for (const option of this.speed.options) write(option, this.word('seconds', option.value));
    this.canvas.setAttribute('aria-label', this.word('picture', title));
    this.canvas.setAttribute('aria-roledescription', this.word('timeline'));
    this.tableau.list.setAttribute('aria-label', this.word('tableau'));
    this.source.choice.setAttribute('aria-label', this.word('source'));
    this.source.list.setAttribute('aria-label', this.word('source'));
    write(document.getElementById('source-title'), this.word('source'));
    document.getElementById('functions').hidden = this.model.functions.length === 0;
    for (const id of ['threads', 'things', 'printed', 'functions', 'keys']) {
      write(document.querySelector('#' + id + ' summary'), this.word(id));
      const region = document.querySelector('#' + id + ' [tabindex]');
      if (region) region.setAttribute('aria-label', this.word(id));
    }
    const keys = KEYS.flatMap(([key, what]) => [element('dt', key), element('dd', this.word('key.' + what))]);
    document.querySelector('#keys dl').replaceChildren(...keys);
    document.getElementById('notes').replaceChildren(...this.word('notes').map((note) => element('li', note)));
    write(document.getElementById('facts'), this.model.facts[this.language].join(' · '));
    this.legend();
    this.listed();
    this.changed();
  }

  legend() {
    const list = document.getElementById('legend');
    list.setAttribute('aria-label', this.word('legend'));
    const used = new Set();
    for (const row of this.model.rows) row.things.look.forEach((look) => used.add(look));
    this.model.links.look.forEach((look) => used.add(look));
    const items = [...used].sort((a, b) => a - b).map((number) => this.model.looks[number])
      .filter((look) => !UNTOLD.has(look))
      .map((look) => {
        const item = element('li');
        const sample = element('canvas');
        sample.width = 44;
        sample.height = 24;
        sample.setAttribute('aria-hidden', 'true');
        const context = sample.getContext('2d');
        if (LINKED.has(look)) {
          context.scale(2, 2);
          this.painter.link(context, [1, 6, 21, 6], look, 1);
        } else if (POINTS.has(look)) {
          context.scale(2, 2);
          this.painter.link(context, [11, 10, 11, 10], look, 1);
        } else if (look === 'READ' || look === 'WRITE') {
          context.scale(2, 2);
          this.painter.ring(context, 11, 6, 0, look === 'WRITE');
        } else {
          context.fillStyle = this.painter.fill(context, look);
          context.fillRect(0, 0, 44, 24);
        }
        item.append(sample, this.word('look.' + look));
        return item;
      });
    this.told = element('li');
    list.replaceChildren(...items, this.told);
  }

  themed() {
    document.documentElement.dataset.theme = this.theme;
    this.painter.themed();
  }

  /** Tables that are open. */
  listed() {
    const threads = document.querySelector('#threads');
    if (threads.open) threads.querySelector('.wide').replaceChildren(threadTable(this));
    const things = document.querySelector('#things');
    if (things.open) things.querySelector('.wide').replaceChildren(thingTable(this));
    const functions = document.querySelector('#functions');
    if (functions.open) functions.querySelector('.wide').replaceChildren(functionTable(this));
    const printed = document.querySelector('#printed');
    if (printed.open) this.output(printed.querySelector('pre'));
  }

  output(on) {
    const { links, looks } = this.model;
    const lines = [];
    for (let i = 0; i < links.size; i++) {
      if (looks[links.look[i]] === 'OUTPUT') lines.push([links.start[i], i]);
    }
    lines.sort((a, b) => a[0] - b[0]);
    on.textContent = lines.map(([, i]) => this.text(links.label[i])).join('\n');
  }

  zoom(factor) {
    const inSight = this.now > this.scale.from && this.now < this.scale.to && this.now < this.scale.last;
    this.scale.zoom(factor, inSight ? this.now : undefined);
    this.changed();
  }

  select(thing, toMove) {
    this.selected = thing;
    if (thing) {
      const things = thing.link ? this.model.links : thing.row.things;
      if (!thing.link) this.focus = thing.row;
      if (thing.index >= 0) {
        this.source.reveal(things.site[thing.index]);
        if (toMove) this.bring(thing, things);
      }
    }
    this.changed();
  }

  /** Into sight. */
  bring(thing, things) {
    const start = things.start[thing.index];
    if (start < this.scale.from || start > this.scale.to) {
      const half = (this.scale.to - this.scale.from) / 2;
      this.scale.show(start - half, start + half);
    }
    this.now = start;
    if (thing.row) this.bringRow(thing.row);
  }

  bringRow(row) {
    if (row.hidden) {
      for (let it = row.parent; it; it = it.parent) it.folded = false;
      this.painter.place();
      this.size();
    }
    const room = this.canvas.clientHeight - RULER - row.height - 8;
    this.painter.scroll = Math.min(Math.max(this.painter.scroll, row.y - room), row.y);
  }

  /** Shows what is folded away in a row, or folds it away. */
  fold(row) {
    const folder = row && (row.folds ? row : row.parent);
    if (!folder) return;
    folder.folded = !folder.folded;
    if (this.focus.parent && folder.folded) this.focus = folder;
    this.painter.place();
    this.size();
  }

  fit() {
    if (!this.selected || this.selected.index < 0) return;
    const things = this.selected.link ? this.model.links : this.selected.row.things;
    const start = things.start[this.selected.index];
    const length = Math.max(things.length[this.selected.index], 100);
    this.scale.show(start - length * 0.3, start + length * 1.3);
    this.changed();
  }

  /** Draws once before the next frame, however much changed. */
  changed() {
    if (this.asked) return;
    this.asked = true;
    requestAnimationFrame(() => {
      this.asked = false;
      this.draw();
    });
  }

  /** Nothing of it goes on. */
  close() {
    this.gone.abort();
    this.replay.playing = false;
    clearTimeout(this.later);
  }

  draw() {
    if (this.gone.signal.aborted) return;
    this.painter.paint();
    const { all } = this.painter;
    write(this.told, all ? this.word('arrows-drawn', this.painter.arrowsDrawn(), all) : '');
    this.tableau.show();
    this.source.show();
    write(document.getElementById('sentence'), this.tell(this.selected) || this.tell(this.hovered) || this.word('hint'));
    clearTimeout(this.later);
    this.later = setTimeout(() => { this.listed(); this.toAddress(); }, 300);
  }

  /** As high as its rows, within the window. */
  size() {
    const wanted = this.painter.height + RULER + 8;
    const most = Math.max(220, innerHeight * (innerHeight < 560 ? 0.52 : 0.6));
    this.canvas.style.height = Math.max(160, Math.min(wanted, most)) + 'px';
    this.changed();
  }

  /** {@code #t=1.2,1.4&select=3.17&at=1.3&theme=dark&lang=zh}: times in seconds. */
  fromAddress() {
    const asked = new URLSearchParams(location.hash.slice(1));
    const [from, to] = (asked.get('t') || '').split(',').map((it) => Number(it) * 1e9);
    if (to > from) this.scale.show(from, to);
    if (asked.get('at')) this.now = Math.min(Math.max(Number(asked.get('at')) * 1e9 || 0, this.scale.first), this.scale.last);
    if (asked.get('theme')) this.theme = asked.get('theme') === 'dark' ? 'dark' : 'light';
    if (this.model.words[asked.get('lang')]) this.language = asked.get('lang');
    const chosen = /^(\d+|l)(?:\.(\d+))?$/.exec(asked.get('select') || '');
    if (!chosen) return;
    const index = chosen[2] === undefined ? -1 : Number(chosen[2]);
    const row = this.model.rows[Number(chosen[1])];
    if (chosen[1] === 'l' && index >= 0 && index < this.model.links.size) this.selected = { link: true, index };
    else if (row && index < row.things.size) this.select({ row, index }, asked.get('t') === null);
  }

  toAddress() {
    const parts = this.shelf ? ['run=' + this.shelf.number] : [];
    if (this.scale.from > this.scale.first || this.scale.to < this.scale.last) {
      parts.push('t=' + [this.scale.from, this.scale.to].map((it) => +(it / 1e9).toFixed(9)).join());
    }
    const thing = this.selected;
    if (thing) parts.push('select=' + (thing.link ? 'l' : thing.row.index) + (thing.index < 0 ? '' : '.' + thing.index));
    try {
      if (location.hash.slice(1) !== parts.join('&') && parts.length) history.replaceState(null, '', '#' + parts.join('&'));
    } catch (refused) {
      return; // within a frame that has no address of its own
    }
  }

  listen() {
    const { canvas } = this;
    canvas.addEventListener('keydown', (event) => this.key(event));
    canvas.addEventListener('wheel', (event) => this.wheel(event), { passive: false });
    canvas.addEventListener('pointerdown', (event) => this.press(event));
    canvas.addEventListener('pointermove', (event) => this.move(event));
    canvas.addEventListener('pointerup', (event) => this.release(event));
    canvas.addEventListener('pointercancel', (event) => { this.fingers.delete(event.pointerId); this.drag = null; });
    canvas.addEventListener('pointerleave', () => { this.hovered = null; this.changed(); });
    canvas.addEventListener('dblclick', () => this.fit());
    const { signal } = this.gone;
    addEventListener('resize', () => this.size(), { signal });
    addEventListener('hashchange', () => { this.fromAddress(); this.themed(); this.named(); }, { signal });
    for (const details of document.querySelectorAll('details')) {
      details.addEventListener('toggle', () => this.listed());
    }
    addEventListener('beforeprint', () => this.print(true), { signal });
    addEventListener('afterprint', () => this.print(false), { signal });
  }

  /** On paper it is light and fine, and as high as its rows: sheet by sheet, each with the ruler. */
  print(begins) {
    if (begins) this.kept = { theme: this.theme, scroll: this.painter.scroll };
    this.theme = begins ? 'light' : this.kept.theme;
    this.themed();
    for (const old of document.querySelectorAll('.sheet')) old.remove();
    document.getElementById('sentence').classList.toggle('hint', !this.selected);
    this.painter.finer = begins ? 3 : 0;
    this.canvas.style.width = begins ? PAPER + 'px' : '';
    if (!begins) {
      this.canvas.classList.remove('replaced');
      this.painter.scroll = this.kept.scroll;
      this.size();
      return;
    }
    const sheets = this.sheets().map(([from, to]) => {
      this.canvas.style.height = to - from + RULER + 2 + 'px';
      this.painter.scroll = from;
      this.painter.paint();
      const sheet = element('canvas');
      sheet.className = 'sheet';
      sheet.width = this.canvas.width;
      sheet.height = this.canvas.height;
      sheet.getContext('2d').drawImage(this.canvas, 0, 0);
      return sheet;
    });
    this.canvas.before(...sheets);
    this.canvas.classList.add('replaced');
  }

  /** Pieces of the picture that fit on paper, from row to row. */
  sheets() {
    const pieces = [];
    let from = 0;
    let before = 0;
    for (const row of this.model.rows.filter((it) => !it.hidden)) {
      const end = row.y + row.height + 3;
      if (end - from > SHEET && before > from) {
        pieces.push([from, before]);
        from = before;
      }
      before = end;
    }
    pieces.push([from, before]);
    return pieces;
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const keys = {
      ' ': () => this.replay.toggle(),
      w: () => this.zoom(1 / 1.5), '+': () => this.zoom(1 / 1.5), '=': () => this.zoom(1 / 1.5),
      s: () => this.zoom(1.5), '-': () => this.zoom(1.5),
      a: () => this.scale.pan(-0.15), ArrowLeft: () => this.scale.pan(-0.15),
      d: () => this.scale.pan(0.15), ArrowRight: () => this.scale.pan(0.15),
      ArrowUp: () => { this.painter.scroll -= 40; }, ArrowDown: () => { this.painter.scroll += 40; },
      PageUp: () => { this.painter.scroll -= 200; }, PageDown: () => { this.painter.scroll += 200; },
      k: () => this.toRow(-1), j: () => this.toRow(1),
      '.': () => this.select(step(this, 1), true), ',': () => this.select(step(this, -1), true),
      ']': () => this.select(along(this, true), true), '[': () => this.select(along(this, false), true),
      f: () => this.fit(), 0: () => this.scale.all(),
      h: () => this.buttons.arrows.click(),
      Enter: () => this.fold(this.focus),
      Home: () => this.toTime(this.scale.first), End: () => this.toTime(this.scale.last),
      Escape: () => { this.selected = null; },
    };
    const action = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!action) return;
    event.preventDefault();
    action();
    this.changed();
  }

  toRow(by) {
    const rows = this.model.rows.filter((row) => !row.hidden);
    if (!rows.length) return;
    const next = Math.min(rows.length - 1, Math.max(0, rows.indexOf(this.focus) + by));
    this.bringRow(rows[next]);
    this.select({ row: rows[next], index: -1 });
  }

  toTime(time) {
    this.now = time;
    const length = this.scale.to - this.scale.from;
    if (time < this.scale.from || time > this.scale.to) this.scale.show(time - length / 2, time + length / 2);
  }

  wheel(event) {
    const rest = this.painter.height - (this.canvas.clientHeight - RULER);
    if (event.ctrlKey || event.altKey) {
      this.scale.zoom(1.0015 ** event.deltaY, this.scale.time(event.offsetX));
    } else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      this.scale.pan((event.deltaX || event.deltaY) / this.scale.width);
    } else if (rest > 0) {
      this.painter.scroll += event.deltaY;
    } else {
      return; // the page itself is scrolled
    }
    event.preventDefault();
    this.changed();
  }

  press(event) {
    this.canvas.focus({ preventScroll: true });
    this.canvas.setPointerCapture(event.pointerId);
    this.fingers.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
    if (this.fingers.size > 1) {
      this.drag = null;
      return;
    }
    this.drag = { x: event.offsetX, y: event.offsetY, moved: false, ruler: event.offsetY < RULER };
    if (this.drag.ruler) this.playheadTo(event.offsetX);
  }

  playheadTo(x) {
    this.now = Math.min(Math.max(this.scale.time(x), this.scale.first), this.scale.last);
    this.changed();
  }

  /** Two fingers: what was between them stays there. */
  pinch(event) {
    const ends = () => [...this.fingers.values()].slice(0, 2).map((it) => it.x);
    const [a, b] = ends();
    const from = this.scale.time((a + b) / 2);
    this.fingers.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
    const [c, d] = ends();
    this.scale.zoom(Math.max(20, Math.abs(a - b)) / Math.max(20, Math.abs(c - d)), from);
    this.scale.pan(((a + b) / 2 - (c + d) / 2) / this.scale.width);
    this.changed();
  }

  move(event) {
    if (this.fingers.size > 1 && this.fingers.has(event.pointerId)) {
      this.pinch(event);
      return;
    }
    if (!this.drag) {
      this.hovered = pick(this, event.offsetX, event.offsetY);
      this.changed();
      return;
    }
    if (this.drag.ruler) {
      this.playheadTo(event.offsetX);
      return;
    }
    const dx = event.offsetX - this.drag.x;
    const dy = event.offsetY - this.drag.y;
    if (!this.drag.moved && Math.hypot(dx, dy) < 4) return;
    this.drag = { ...this.drag, x: event.offsetX, y: event.offsetY, moved: true };
    this.scale.pan(-dx / this.scale.width);
    this.painter.scroll -= dy;
    this.changed();
  }

  release(event) {
    const drag = this.drag;
    this.drag = null;
    this.fingers.delete(event.pointerId);
    if (!drag || drag.moved || drag.ruler) return;
    const row = event.offsetX < this.painter.gutter && this.model.rows.find((it) => !it.hidden
      && event.offsetY >= this.painter.y(it) && event.offsetY < this.painter.y(it) + it.height);
    if (row && row.folds && event.offsetX < 34) {
      this.fold(row);
      return;
    }
    this.select(pick(this, event.offsetX, event.offsetY));
    if (this.selected && event.offsetX > this.painter.gutter) this.playheadTo(event.offsetX);
  }
}
