/* Which stretch of time is in sight, and how times are written. */

class Scale {
  constructor(from, to) {
    this.first = from;
    this.last = Math.max(to, from + 1);
    this.from = this.first;
    this.to = this.last;
    this.left = 0;
    this.width = 1;
  }

  x(time) {
    return this.left + ((time - this.from) / (this.to - this.from)) * this.width;
  }

  time(x) {
    return this.from + ((x - this.left) / this.width) * (this.to - this.from);
  }

  show(from, to) {
    const room = (this.last - this.first) * 0.02;
    const length = Math.min(Math.max(to - from, 20), this.last - this.first + 2 * room);
    const begin = Math.min(Math.max(from, this.first - room), this.last + room - length);
    this.from = begin;
    this.to = begin + length;
  }

  all() {
    this.show(this.first, this.last + (this.last - this.first) * 0.01);
  }

  zoom(factor, around) {
    const at = around === undefined ? (this.from + this.to) / 2 : around;
    this.show(at - (at - this.from) * factor, at + (this.to - at) * factor);
  }

  pan(share) {
    const by = (this.to - this.from) * share;
    this.show(this.from + by, this.to + by);
  }

  /** Round times, about so many pixels apart. */
  ticks(apart) {
    const rough = Math.max(counting ? counting.model.step : 0, ((this.to - this.from) * apart) / this.width);
    const power = 10 ** Math.floor(Math.log10(rough));
    const step = [1, 2, 5, 10].map((it) => it * power).find((it) => it >= rough);
    const ticks = [];
    for (let t = Math.ceil(this.from / step) * step; t <= this.to; t += step) ticks.push(t);
    return { step, ticks };
  }
}

const UNITS = [[1e9, 's'], [1e6, 'ms'], [1e3, 'µs'], [1, 'ns']];

/** The page, where its time counts the steps of a run under control. */
let counting = null;

function duration(ns) {
  if (counting) {
    const steps = Math.round(ns / counting.model.step);
    const one = steps === 1 && counting.model.words[counting.language]['steps.one'];
    return counting.word(one ? 'steps.one' : 'steps', steps);
  }
  const [size, unit] = UNITS.find(([size]) => Math.abs(ns) >= size) || UNITS[3];
  return Number((ns / size).toPrecision(3)) + '\u202f' + unit;
}

/** A moment, as exact as the ticks around it ask for. */
function moment(ns, step) {
  if (counting) return counting.word('step', Math.floor(ns / counting.model.step + 0.01));
  const [size, unit] = UNITS.find(([size]) => step * 5 >= size) || UNITS[3];
  const digits = Math.max(0, Math.ceil(-Math.log10(step / size)));
  return (ns / size).toFixed(Math.min(digits, 9)) + '\u202f' + unit;
}
