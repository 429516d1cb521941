/* A page of one run. */

unpack(document.getElementById('data').textContent.trim()).then(
  (model) => {
    window.interleave = new Page(model, null);
    document.documentElement.dataset.ready = 'true';
  },
  (failure) => { document.getElementById('sentence').textContent = String(failure); });
