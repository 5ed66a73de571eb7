// Chromium refuses to run as root with its sandbox on, and we never run it with the sandbox off:
// root starts it as an ordinary user of its own.
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isRoot, onLinux, repoDir } from './places.mjs';
import { say, Stop } from './say.mjs';

const name = 'toancanh';
const home = '/var/lib/toan-canh';

/** Steps that make screens of their own: the X server behind them starts for root alone. */
const withOwnScreens = ['demo', 'bench', 'soak', 'test'];

/** Stops who is not root before such a step, and before anything is fetched or built for it. */
export function requireRoot(step, args) {
  if (isRoot || !onLinux || !withOwnScreens.includes(step)) return;
  const words = args.length === 0 ? [step] : [step, '--', ...args.map(quoted)];
  throw new Stop(
    'Bước này tự dựng màn hình ảo, chỉ root làm được; Electron vẫn chạy bằng một người dùng thường. Chạy lệnh này / ' +
      'this step makes screens of its own, which only root may; Electron runs as an ordinary user all the same. Run:\n\n' +
      `  sudo env "PATH=$PATH" npm run ${words.join(' ')}\n`,
  );
}

/** An argument as a shell takes it. */
function quoted(arg) {
  return /^[\w./:=@%+-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", `'\\''`)}'`;
}

/** What root made in somebody's clone is theirs: else their next `npm start` could not write there. */
export function giveBack() {
  if (!isRoot || !onLinux) return;
  const { uid, gid } = statSync(repoDir);
  if (uid !== 0) spawnSync('chown', ['-R', '--from=0', `${uid}:${gid}`, repoDir], { stdio: 'ignore' });
}

/** The user that Electron runs as, or null when that is who we already are. */
export function ensureUser() {
  if (!isRoot || !onLinux) return null;
  if (identity('-u') === undefined) {
    const made = spawnSync(
      'useradd',
      ['--system', '--user-group', '--home-dir', home, '--shell', '/usr/sbin/nologin', name],
      { encoding: 'utf8' },
    );
    if (made.status !== 0) throw new Stop(`Không tạo được người dùng ${name}: ${made.stderr}`);
    say(
      `Đã tạo người dùng hệ thống «${name}» để chạy Electron với sandbox`,
      'created an ordinary user for Electron',
    );
  }
  const user = { name, uid: Number(identity('-u')), gid: Number(identity('-g')), home };
  for (const folder of [home, join(home, 'tmp'), join(home, 'profiles')]) {
    mkdirSync(folder, { recursive: true });
    chownSync(folder, user.uid, user.gid);
    chmodSync(folder, 0o700);
  }
  return user;
}

function identity(flag) {
  const asked = spawnSync('id', [flag, name], { encoding: 'utf8' });
  return asked.status === 0 ? asked.stdout.trim() : undefined;
}

/** Tries what Chromium's sandbox does: a user namespace with power over its own root folder. */
export function checkUserNamespaces(user) {
  if (!onLinux) return;
  const asUser =
    user === null ? [] : ['setpriv', `--reuid=${user.uid}`, `--regid=${user.gid}`, '--init-groups'];
  const probe = [...asUser, 'unshare', '--user', '--map-root-user', 'chroot', '/', '/bin/true'];
  if (spawnSync(probe[0], probe.slice(1), { stdio: 'ignore', cwd: '/' }).status === 0) return;
  throw new Stop(
    'Máy này cấm «user namespace» nên Chromium không bật được sandbox; Toàn Cảnh không chạy khi tắt sandbox.\n' +
      'This machine forbids user namespaces, which the sandbox needs. Run / chạy lệnh:\n\n' +
      `  ${isRoot ? '' : 'sudo '}sysctl -w ${blockedBy()}\n`,
  );
}

function blockedBy() {
  const read = (key) => {
    const file = `/proc/sys/${key.replaceAll('.', '/')}`;
    return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
  };
  if (read('kernel.apparmor_restrict_unprivileged_userns') === '1')
    return 'kernel.apparmor_restrict_unprivileged_userns=0';
  if (read('kernel.unprivileged_userns_clone') === '0') return 'kernel.unprivileged_userns_clone=1';
  return 'user.max_user_namespaces=15000';
}
