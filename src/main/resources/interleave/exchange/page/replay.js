/* What everyone does at one moment: the tableau, and the lines of the source. */

const MOST_BOXES = 40;

/** So many threads are named at a line of the source. */
const MOST_NAMED = 4;

class Tableau {
  constructor(page) {
    this.page = page;
    this.list = document.getElementById('tableau');
    const { rows } = page.model;
    this.locks = rows.filter((row) => row.kind === 'lock');
    this.boxes = rows
      .filter((row) => ['thread', 'variable', 'queue', 'synchronizer'].includes(row.kind))
      .slice(0, 400)
      .map((row) => this.box(row));
  }

  box(row) {
    const box = { row, item: element('li'), name: element('b'), state: element('span'), more: element('span') };
    box.more.className = 'aside';
    box.item.append(box.name, box.state, box.more);
    this.list.append(box.item);
    return box;
  }

  show() {
    const time = this.page.now;
    const held = new Map();
    for (const lock of this.locks) {
      for (const i of thingsAt(lock, time)) {
        const who = lock.things.thread[i] - 1;
        held.set(who, [...(held.get(who) || []), this.page.text(lock.name)]);
      }
    }
    let shown = 0;
    for (const box of this.boxes) {
      box.item.hidden = box.row.hidden || ++shown > MOST_BOXES;
      if (!box.item.hidden) this.fill(box, time, held.get(box.row.index));
    }
  }

  fill(box, time, held) {
    const { page } = this;
    const { row } = box;
    write(box.name, row.who || page.rowName(row));
    if (row.values) {
      const i = lastAt(row.things.start, time);
      const variable = row.kind === 'variable';
      write(box.state, i < 0 ? (variable ? '' : '0') : variable ? page.text(row.things.label[i]) : shown(row.values[i]));
      box.item.style.borderLeftColor = 'var(--message)';
      return;
    }
    const i = thingAt(row, time);
    const look = i < 0 ? '' : page.model.looks[row.things.look[i]];
    const before = row.things.size > 0 && time < row.things.start[0];
    write(box.state, i < 0 ? page.word(before ? 'not-begun' : 'ended') : page.thingName(row, i));
    box.item.style.borderLeftColor = look ? 'var(--' + variable(look) + ')' : 'var(--rule)';
    const more = [];
    if (held) more.push(page.word('holds', held.join(', ')));
    const about = i < 0 ? 0 : row.things.about[i];
    if (about) more.push(page.word('about', page.called(page.model.rows[about - 1])));
    write(box.more, more.join(' · '));
  }
}

class Source {
  constructor(page) {
    this.page = page;
    this.pane = document.getElementById('source');
    this.list = document.getElementById('lines');
    this.choice = document.getElementById('file');
    this.files = page.model.files.map(([name, text], index) => ({ name, text, index })).filter((it) => it.text);
    for (const file of this.files) {
      const option = element('option', file.name);
      option.value = file.index;
      this.choice.append(option);
    }
    this.choice.addEventListener('change', () => { this.open(Number(this.choice.value)); this.show(); });
    this.threads = page.model.rows.filter((row) => row.kind === 'thread' && row.shade >= 0);
    this.opened = -1;
    this.marked = '';
    if (this.files.length) this.open(this.files[0].index);
  }

  open(index) {
    const file = this.files.find((it) => it.index === index);
    if (!file || this.opened === index) return;
    this.opened = index;
    this.choice.value = index;
    this.marked = '';
    this.list.replaceChildren(...file.text.replace(/\r?\n$/, '').split(/\r?\n/).map((line, n) => {
      const item = element('li');
      const number = element('span', String(n + 1));
      number.className = 'number';
      item.append(number, element('span', line || ' '));
      return item;
    }));
  }

  /** The place where a thread is, or was last. */
  site(row, time) {
    for (let i = lastAt(row.things.start, time), n = 0; i >= 0 && n < 100; i--, n++) {
      if (row.things.site[i]) return row.things.site[i];
    }
    return 0;
  }

  show() {
    if (this.pane.hidden) return;
    const here = [];
    for (const row of this.threads) {
      const site = thingAt(row, this.page.now) < 0 ? 0 : this.site(row, this.page.now);
      const place = site && this.page.model.sites[site - 1];
      if (place && place[0] === this.opened) here.push([place[1], row]);
    }
    const key = here.map(([line, row]) => line + ':' + row.index).join();
    if (key === this.marked) return;
    this.marked = key;
    for (const old of this.list.querySelectorAll('.who')) old.remove();
    for (const old of this.list.querySelectorAll('.here')) old.classList.remove('here');
    const lines = new Map();
    for (const [line, row] of here) lines.set(line, [...(lines.get(line) || []), row]);
    for (const [line, rows] of lines) this.name(this.list.children[line - 1], rows);
    if (here.length && (!this.shown || this.page.replay.playing)) this.scrollTo(here[0][0]);
    this.shown = this.shown || here.length > 0;
  }

  /** Says at a line who is there. */
  name(item, rows) {
    if (!item) return;
    const who = element('span');
    who.className = 'who';
    for (const row of rows.slice(0, MOST_NAMED)) {
      const name = element('span', row.who);
      name.style.background = 'var(--thread-' + row.shade + ')';
      name.style.color = 'var(--on-thread-' + row.shade + ')';
      who.append(name);
    }
    if (rows.length > MOST_NAMED) who.append(element('b', '+' + (rows.length - MOST_NAMED)));
    item.append(who);
    item.classList.add('here');
  }

  /** Brings the place of what was selected into sight. */
  reveal(site) {
    if (!site) return;
    const [file, line] = this.page.model.sites[site - 1];
    this.open(file);
    this.shown = true;
    if (this.opened === file) this.scrollTo(line);
  }

  /** Where that line is not in sight. */
  scrollTo(line) {
    const item = this.list.children[line - 1];
    if (!item || this.pane.hidden) return;
    const top = item.offsetTop - this.list.offsetTop;
    if (top < this.list.scrollTop + 20 || top > this.list.scrollTop + this.list.clientHeight - 40) {
      this.list.scrollTop = top - this.list.clientHeight / 2;
    }
  }
}

class Replay {
  constructor(page) {
    this.page = page;
    this.playing = false;
    this.seconds = 12;
  }

  toggle() {
    this.playing = !this.playing;
    const { page } = this;
    if (this.playing) {
      if (page.now >= page.scale.to || page.now < page.scale.from || page.now >= page.scale.last) {
        page.now = page.scale.from;
      }
      this.last = performance.now();
      requestAnimationFrame((time) => this.frame(time));
    }
    page.named();
  }

  frame(time) {
    if (!this.playing) return;
    const { page } = this;
    const past = Math.max(0, Math.min(time - this.last, 250));
    this.last = time;
    page.now += ((page.scale.to - page.scale.from) * past) / 1000 / this.seconds;
    const end = Math.min(page.scale.to, page.scale.last);
    if (page.now >= end) {
      page.now = end;
      this.playing = false;
      page.named();
    }
    page.changed();
    if (this.playing) requestAnimationFrame((next) => this.frame(next));
  }
}
