// The plain way: one player per tile, each with its library's own defaults, all of them muted.
const query = new URLSearchParams(new URLSearchParams(location.search).get('url'));
const base = query.get('base');
const player = query.get('player');
const tiles = Number(query.get('tiles'));
const live = query.get('live');

const load = (file) =>
  new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = `${base}/${file}`;
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
  });

const playlist = (tile) => live ?? `${base}/clip.m3u8?tile=${tile}`;

const players = {
  mp4(video, tile) {
    video.src = `${base}/clip.mp4?tile=${tile}`;
    void video.play();
  },
  hls(video, tile) {
    const hls = new window.Hls(live ? { liveSyncDurationCount: 1 } : {});
    hls.loadSource(playlist(tile));
    hls.attachMedia(video);
    void video.play();
  },
  videojs(video, tile) {
    const one = window.videojs(video, { autoplay: true, muted: true, controls: false });
    one.src({ src: playlist(tile), type: 'application/x-mpegURL' });
  },
};

async function start() {
  if (player === 'hls') await load('hls.js');
  if (player === 'videojs') await load('video.js');
  document.documentElement.style.setProperty('--side', String(Math.ceil(Math.sqrt(tiles))));
  for (let tile = 0; tile < tiles; tile += 1) {
    const section = document.createElement('section');
    const title = document.createElement('h2');
    const video = document.createElement('video');
    section.className = 'wall-tile';
    section.dataset.kind = 'camera';
    title.textContent = `${player} ${tile + 1}`;
    video.muted = true;
    video.crossOrigin = 'anonymous';
    video.playsInline = true;
    section.append(title, video);
    document.querySelector('main').append(section);
    players[player](video, tile);
  }
}

void start();
