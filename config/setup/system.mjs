// Debian and Ubuntu packages that a step needs. `a|b`: the same library under its newer name.
import { spawnSync } from 'node:child_process';
import { isRoot, onLinux } from './places.mjs';
import { runLong, say, Stop } from './say.mjs';

const electron = [
  'libgtk-3-0|libgtk-3-0t64',
  'libnss3',
  'libgbm1',
  'libasound2|libasound2t64',
  'libatk-bridge2.0-0|libatk-bridge2.0-0t64',
  'libcups2|libcups2t64',
  'libdrm2',
  'libxkbcommon0',
  'unzip',
];
// xhost, xrandr and xset: a wall asks its screens and keeps them awake.
const screens = ['x11-xserver-utils'];
const displays = ['xserver-xorg-core', 'xserver-xorg-video-dummy', ...screens, 'openbox', 'imagemagick'];
const cameras = [
  'gstreamer1.0-tools',
  'gstreamer1.0-plugins-base',
  'gstreamer1.0-plugins-good',
  'gstreamer1.0-plugins-bad',
  'gstreamer1.0-plugins-ugly',
  'gir1.2-gst-rtsp-server-1.0',
  'python3-gi',
];
// A WebRTC server, for the cameras that come over one.
const webRtc = ['janus'];

const neededBy = {
  start: [...electron, ...screens],
  pack: electron,
  demo: [...electron, ...displays, ...cameras],
  bench: [...electron, ...displays, ...cameras],
  soak: [...electron, ...displays, ...cameras],
  test: [...electron, ...displays, ...cameras, ...webRtc],
};

export async function ensureSystemPackages(step) {
  const needed = neededBy[step] ?? [];
  if (!onLinux || needed.length === 0) return;
  if (spawnSync('dpkg-query', ['--version']).status !== 0) {
    say(
      'Không phải Debian/Ubuntu: bỏ qua việc kiểm tra gói hệ thống',
      'not Debian or Ubuntu: system packages are not checked',
    );
    return;
  }
  if (missing(needed).length === 0) return;
  if (!isRoot) {
    throw new Stop(
      `Còn thiếu gói hệ thống. Chạy lệnh này rồi thử lại / system packages are missing, run:\n\n` +
        `  sudo apt-get update && sudo apt-get install -y ${missing(needed).map(available).join(' ')}\n`,
    );
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runLong('Đang cập nhật danh mục gói (apt-get update)', 'apt-get', ['update'], { env });
  const wanted = missing(needed).map(available);
  await runLong(
    `Đang cài gói hệ thống: ${wanted.join(' ')}`,
    'apt-get',
    ['install', '-y', '--no-install-recommends', ...wanted],
    { env },
  );
  const still = missing(needed);
  if (still.length > 0) throw new Stop(`apt-get không cài được / could not install: ${still.join(' ')}`);
}

function missing(needed) {
  const names = needed.flatMap((entry) => entry.split('|'));
  const listed = spawnSync('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\n', ...names], {
    encoding: 'utf8',
  }).stdout;
  const installed = new Set(
    listed
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  );
  return needed.filter((entry) => !entry.split('|').some((name) => installed.has(name)));
}

/** The first of the names that this release really offers; a virtual name has no candidate. */
function available(entry) {
  const names = entry.split('|');
  const offered = names.find((name) =>
    /Candidate: (?!\(none\))/.test(
      spawnSync('apt-cache', ['policy', name], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } })
        .stdout,
    ),
  );
  return offered ?? names[0];
}
