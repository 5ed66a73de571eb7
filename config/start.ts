// `npm start`: the reference backend, demonstration cameras, and the app, kept running until it is closed.
import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Grant } from '../domain/access/model.ts';
import { startDemoCameras } from './demoCameras.ts';
import { startApp, type App } from './appProcess.ts';
import { newToken, startBackend } from './referenceBackend.ts';
import {
  demoSiteFile,
  provinceFileOf,
  readProvince,
  readSite,
  writeSecrets,
  writeSite,
} from './roomFiles.ts';
import { electronCommand, keptDir, runtime } from './runtime.ts';

const help = `Toàn Cảnh – màn hình ghép cho trung tâm điều hành (IOC)

  npm start -- [tùy chọn]

  --site TỆP        tệp mô tả phòng (màn hình, kích thước mm, máy chủ, camera); không có thì chạy phòng mẫu
  --province MÃ     nội dung của tỉnh trong config/provinces, ví dụ thai-nguyen
  --backend URL     máy chủ của tỉnh (wss://…); không có thì chạy máy chủ mẫu trên máy này
  --pack THƯ_MỤC    gói bản đồ ngoại tuyến
  --windowed        mở trong cửa sổ thường, không toàn màn hình
  --help            bản hướng dẫn này

Video wall for provincial operations centres. Without a site file it shows the demonstration room.
  --site FILE, --province ID, --backend URL (none: the reference backend of this repository), --pack DIR,
  --windowed, --help
`;

/** A site that names this address means the reference backend of this repository; it is then started on a free port. */
const referenceBackend = 'ws://127.0.0.1:17600/';

/** Nobody closes the room within this time. */
const tooShortMs = 3000;

const tell = (sentence: string): void => void process.stderr.write(`• ${sentence}\n`);

const stops: (() => Promise<void>)[] = [];
try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  for (const stop of stops.reverse()) await stop();
  process.exit();
}

async function main(): Promise<number> {
  const flags = readFlags();
  if (flags.help) {
    process.stdout.write(help);
    return 0;
  }
  requireDisplay();
  const siteFile = flags.site === undefined ? demoSiteFile : resolve(flags.site);
  const site = readSite(siteFile);
  const province = flags.province ?? site.province;
  // A room of one's own never meets the demonstration's people, whose PINs everybody can read.
  const profile = keptDir(flags.site === undefined ? 'app' : `site-${encodeURIComponent(site.id)}`);
  tell(`Thư mục dữ liệu của ứng dụng / the app's data folder: ${profile}`);

  await electronCommand(); // builds now, while nothing else runs
  const ownBackend = flags.backend ?? (site.backend.url === referenceBackend ? undefined : site.backend.url);
  const backendUrl = ownBackend ?? (await startReferenceBackend(province, siteFile, profile));
  const cameras = flags.site === undefined ? await demoCameras(province) : undefined;
  const written = writeSite({
    siteFile,
    profile,
    province,
    backendUrl,
    ...(cameras === undefined ? {} : { cameras }),
  });
  const app = await startApp({
    profile,
    province,
    siteFile: written,
    ...(flags.pack === undefined ? {} : { pack: flags.pack }),
    windowed: flags.windowed,
    supervised: true,
    onRestart: ({ code, signal }) =>
      tell(`Ứng dụng dừng bất ngờ (${signal ?? `mã ${code}`}), đang mở lại / restarted`),
  });
  stops.push(() => app.stop());
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void app.stop());
  return lastWord(app, (words) => words.replaceAll(written, siteFile));
}

/** Throws a sentence that says what is wrong with the command line, and what there is. */
function readFlags() {
  try {
    return parseArgs({
      options: {
        site: { type: 'string' },
        province: { type: 'string' },
        backend: { type: 'string' },
        pack: { type: 'string' },
        windowed: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`Dòng lệnh không đúng / the command line is wrong: ${reason}\n\n${help}`, {
      cause: error,
    });
  }
}

/** `ownNames` puts the technician's own file in the place of the copy that the app was given. */
async function lastWord(app: App, ownNames: (words: string) => string): Promise<number> {
  const { code, signal } = await app.ended;
  if (code === 0 && Date.now() - app.startedAt() < tooShortMs) {
    tell(
      'Ứng dụng đóng lại ngay: có lẽ một Toàn Cảnh khác đang chạy trên máy này. / Is another one running here?',
    );
  }
  if (signal === null && code !== 0) process.stderr.write(ownNames(app.log()));
  return signal === null ? (code ?? 1) : 0;
}

async function startReferenceBackend(province: string, siteFile: string, profile: string): Promise<string> {
  const { unit } = readProvince(province, siteFile);
  const token = newToken();
  const grant: Grant = { role: 'wall', unit, wallIds: [readSite(siteFile).wallId] };
  const backend = await startBackend({
    province: provinceFileOf(province, siteFile),
    dataDir: join(keptDir('backend'), province),
    tokens: { [token]: grant },
  });
  stops.push(() => backend.stop());
  void backend.ended.then(() => tell('Máy chủ mẫu đã dừng / the reference backend ended'));
  writeSecrets(profile, { backendToken: token });
  tell(`Máy chủ mẫu: ${backend.url}`);
  return backend.url;
}

/** As many as this machine encodes with ease; tiles of the others say that they have no source. */
async function demoCameras(province: string): Promise<Record<string, string>> {
  const ids = readProvince(province).cameras.map(({ id }) => id);
  const fleet = await startDemoCameras(Math.min(ids.length, Math.max(2, availableParallelism() * 2), 9));
  if (fleet === undefined) {
    tell('Không có GStreamer: các ô camera sẽ báo «chưa có nguồn» / no GStreamer, no demonstration cameras');
    return {};
  }
  stops.push(() => fleet.stop());
  return Object.fromEntries(fleet.urls.map((url, index) => [ids[index] ?? `camera-${index}`, url]));
}

function requireDisplay(): void {
  if (process.platform !== 'linux') return;
  if ((process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'] ?? '') === '') {
    throw new Error(
      'Máy này không có màn hình (DISPLAY trống). Để xem thử trên máy không màn hình:\n' +
        '  npm run demo -- --displays 4 --out anh-man-hinh\n' +
        'No display here; the line above runs the product on virtual displays and saves pictures.',
    );
  }
  const { user } = runtime();
  // root's own desktop must let the ordinary user in; elsewhere this does no harm.
  if (user !== null) spawnSync('xhost', [`+si:localuser:${user.name}`], { stdio: 'ignore' });
}
