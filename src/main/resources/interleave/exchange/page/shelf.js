/* Several runs: all of them as cards, or the one that the address tells. */

class Shelf {
  constructor() {
    this.index = document.getElementById('shelf');
    this.run = document.getElementById('run');
    this.language = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
    this.theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
    this.number = 0;
    this.page = null;
    document.getElementById('shelf-theme').addEventListener('click', () => {
      this.theme = this.theme === 'dark' ? 'light' : 'dark';
      this.said();
    });
    document.getElementById('shelf-language').addEventListener('click', () => {
      this.language = this.language === 'zh' ? 'en' : 'zh';
      this.said();
    });
    document.getElementById('shelf-tools').hidden = false;
    addEventListener('hashchange', () => this.follow());
    this.follow();
  }

  follow() {
    const asked = new URLSearchParams(location.hash.slice(1));
    if (asked.get('theme')) this.theme = asked.get('theme') === 'dark' ? 'dark' : 'light';
    if (asked.get('lang')) this.language = asked.get('lang') === 'zh' ? 'zh' : 'en';
    const wanted = Number(asked.get('run')) || 0;
    const number = this.run && document.getElementById('data-' + wanted) ? wanted : 0;
    if (number === this.number && (number || this.shown)) {
      if (!number) this.said();
      return; // within a run its page follows the address
    }
    const before = this.number;
    this.close();
    this.number = number;
    if (number) this.open(number);
    else this.back(before);
  }

  /** Everything in the language that is read. */
  said() {
    document.documentElement.lang = this.language === 'zh' ? 'zh-Hans' : 'en';
    document.documentElement.dataset.theme = this.theme;
    document.title = document.querySelector('#shelf-title [data-in=' + this.language + ']').textContent;
    for (const each of document.querySelectorAll('#shelf [data-in]')) each.hidden = each.dataset.in !== this.language;
    for (const each of document.querySelectorAll('#shelf-theme [data-for]')) each.hidden = each.dataset.for !== this.theme;
    document.documentElement.dataset.ready = 'true';
  }

  open(number) {
    this.shown = false;
    this.index.hidden = true;
    this.within = document.createElement('div');
    this.within.append(this.run.content.cloneNode(true));
    document.body.prepend(this.within);
    unpack(document.getElementById('data-' + number).textContent.trim()).then(
      (model) => {
        if (this.number !== number) return; // somewhere else by now
        this.page = window.interleave = new Page(model, this);
        document.documentElement.dataset.ready = 'true';
        document.getElementById('title').focus({ preventScroll: true });
        scrollTo(0, 0);
      },
      (failure) => { document.getElementById('sentence').textContent = String(failure); });
  }

  close() {
    delete document.documentElement.dataset.ready;
    if (this.page) {
      this.language = this.page.language;
      this.theme = this.page.theme;
      this.page.close();
    }
    this.page = null;
    if (this.within) this.within.remove();
    this.within = null;
  }

  back(from) {
    this.shown = true;
    this.index.hidden = false;
    this.said();
    const card = document.getElementById('card-' + from);
    if (card) card.focus();
  }
}

window.shelf = new Shelf();
