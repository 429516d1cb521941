/* What is below the pointer, and where keys lead. */

/** What stands at a place of the picture; null where nothing does. */
function pick(page, x, y) {
  const { painter, scale, model } = page;
  if (y < RULER) return null;
  const link = x >= painter.gutter ? nearestLink(page, x, y) : -1;
  if (link >= 0) return { link: true, index: link };
  const row = model.rows.find((it) => !it.hidden && y >= painter.y(it) && y < painter.y(it) + it.height + 2);
  if (!row) return null;
  if (x < painter.gutter) return { row, index: -1 };
  const time = scale.time(x);
  const moment = momentAt(row, time, scale.time(x + 7) - time);
  if (moment >= 0) return { row, index: moment };
  const here = thingAt(row, time);
  if (here >= 0) return { row, index: here };
  const near = lastAt(row.things.start, scale.time(x + 3));
  if (near >= 0 && scale.x(row.things.start[near] + row.things.length[near]) >= x - 3) {
    return { row, index: near };
  }
  return null;
}

function nearestLink(page, x, y) {
  let nearest = -1;
  let least = 5;
  for (const i of page.painter.drawn) {
    const far = distance(x, y, page.painter.ends(i));
    if (far < least) {
      least = far;
      nearest = i;
    }
  }
  return nearest;
}

function distance(x, y, [x0, y0, x1, y1]) {
  const dx = x1 - x0;
  const dy = y1 - y0;
  const along = Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - x0 - along * dx, y - y0 - along * dy);
}

/** The next thing on the row, or the one before; from nothing on, the one at the playhead. */
function step(page, by) {
  const selected = page.selected;
  if (selected && selected.link) return { link: true, index: wrap(selected.index + by, page.model.links.size) };
  const row = selected ? selected.row : page.focus;
  if (!row || row.things.size === 0) return selected;
  if (!selected || selected.index < 0) return { row, index: Math.max(0, lastAt(row.things.start, page.now)) };
  return { row, index: Math.min(row.things.size - 1, Math.max(0, selected.index + by)) };
}

function wrap(index, size) {
  return (index + size) % size;
}

/** Along an arrow that begins or ends where the selected thing is. */
function along(page, forward) {
  const { links, rows } = page.model;
  const thing = page.selected;
  if (!thing) return null;
  if (thing.link) {
    const row = rows[(forward ? links.to : links.from)[thing.index] - 1];
    const time = links.start[thing.index] + (forward ? links.length[thing.index] : 0);
    return { row, index: Math.max(-1, lastAt(row.things.start, time)) };
  }
  if (thing.index < 0) return thing;
  const from = thing.row.things.start[thing.index];
  const to = from + thing.row.things.length[thing.index];
  for (let n = 0; n < links.size; n++) {
    const i = forward ? n : links.size - 1 - n;
    const time = links.start[i] + (forward ? 0 : links.length[i]);
    const own = rows[(forward ? links.from : links.to)[i] - 1];
    if (own === thing.row && time >= from && time <= to && links.from[i] !== links.to[i]) {
      return { link: true, index: i };
    }
  }
  return thing;
}
