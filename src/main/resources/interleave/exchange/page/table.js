/* What the picture shows, to be read: tables beside it. */

const MOST_LISTED = 300;

function element(name, text) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  return made;
}

/** Only where it says something else by now. */
function write(on, text) {
  if (on.textContent !== text) on.textContent = text;
}

function table(heads, rows, figures) {
  const made = element('table');
  const head = element('tr');
  heads.forEach((text, c) => {
    const cell = element('th', text);
    cell.scope = 'col';
    if (figures.includes(c)) cell.className = 'figure';
    head.append(cell);
  });
  const top = element('thead');
  top.append(head);
  const body = element('tbody');
  for (const cells of rows) {
    const line = element('tr');
    cells.forEach((text, c) => {
      const cell = element('td', text);
      if (figures.includes(c)) cell.className = 'figure';
      line.append(cell);
    });
    body.append(line);
  }
  made.append(top, body);
  return made;
}

/** Each thread, how long it did what, and what is said of it. */
function threadTable(page) {
  const { model } = page;
  const rows = model.rows.filter((row) => row.kind === 'thread').map((row) => {
    const sums = new Map();
    const { look, length, size } = row.things;
    for (let i = 0; i < size; i++) sums.set(look[i], (sums.get(look[i]) || 0) + length[i]);
    const told = [...sums].sort((a, b) => b[1] - a[1])
      .map(([which, ns]) => page.word('look.' + model.looks[which]) + ' ' + duration(ns)).join(', ');
    return [page.called(row), told, page.said(row.said)];
  });
  return table([page.word('kind.thread'), page.word('column.did'), page.word('column.sentence')], rows, []);
}

/** What goes on in sight, in the order of time. */
function thingTable(page) {
  const { model, scale } = page;
  const found = [];
  for (const row of model.rows) {
    const { start, size } = row.things;
    for (let i = Math.max(0, lastAt(row.ends, scale.from)), n = 0; i < size && start[i] <= scale.to && n < MOST_LISTED; i++, n++) {
      found.push({ row, index: i, start: start[i] });
    }
  }
  const { links } = model;
  for (let i = 0, n = 0; i < links.size && n < MOST_LISTED; i++) {
    if (links.start[i] <= scale.to && links.start[i] + links.length[i] >= scale.from) {
      found.push({ link: true, index: i, start: links.start[i] });
      n++;
    }
  }
  found.sort((a, b) => a.start - b.start);
  const { step } = scale.ticks(90);
  const rows = found.slice(0, MOST_LISTED).map((thing) => [
    moment(thing.start, step / 100),
    duration(thing.link ? links.length[thing.index] : thing.row.things.length[thing.index]),
    page.where(thing), page.nameOf(thing), page.sentence(thing),
  ]);
  return table(['when', 'long', 'where', 'what', 'sentence'].map((it) => page.word('column.' + it)), rows, [0, 1]);
}

/** In which functions threads were when they were looked at: share of samples, by themselves and in all. */
function functionTable(page) {
  const { functions } = page.model;
  const rows = functions.map(([name, place, self, all]) => [self, all, name, place]);
  return table(['self', 'total', 'function', 'place'].map((it) => page.word('column.' + it)), rows, [0, 1]);
}
