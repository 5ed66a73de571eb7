// A socket in every window, JSON.parse per frame, one hundred values painted as text.
const query = new URLSearchParams(location.search);
const first = Number(query.get('window')) * 249;
const probeKey = 'bench.probe';
const painted = [
  probeKey,
  ...Array.from({ length: 99 }, (_, index) => `bench.${String(first + index).padStart(4, '0')}`),
];
const cells = new Map();

for (const key of painted) {
  const tile = document.createElement('section');
  const title = document.createElement('h2');
  const value = document.createElement('b');
  title.textContent = key;
  tile.className = 'wall-tile';
  tile.setAttribute('aria-label', key);
  tile.append(title, value);
  document.querySelector('main')?.append(tile);
  cells.set(key, value);
}

new WebSocket(`${query.get('url')}raw`).addEventListener('message', ({ data }) => {
  const { key, value } = JSON.parse(data).body;
  const cell = cells.get(key);
  if (cell) cell.textContent = String(value);
});
