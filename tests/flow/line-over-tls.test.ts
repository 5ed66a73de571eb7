import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLink } from '../../main/edge/socket/link.ts';
import { CONSOLE, openBackendRoom, type BackendRoom } from '../support/backendRoom.ts';
import { fakeClock, fakeLog } from '../support/fakes.ts';
import { soon } from '../support/soon.ts';

let folder: string;
let province: BackendRoom;
const file = (name: string): string => join(folder, name);

/** A certificate for 127.0.0.1 that vouches for itself: the site's own authority. */
function makeCertificate(name: string): void {
  const key = [
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:prime256v1',
    '-nodes',
    '-keyout',
    `${name}.key`,
  ];
  const subject = ['-subj', `/CN=${name}`, '-addext', 'subjectAltName=IP:127.0.0.1', '-days', '2'];
  execFileSync('openssl', ['req', '-x509', ...key, '-out', `${name}.pem`, ...subject], {
    cwd: folder,
    stdio: 'pipe',
  });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'line-tls-'));
  ['province', 'stranger'].forEach(makeCertificate);
  const [cert, key] = ['province.pem', 'province.key'].map((name) => readFileSync(file(name), 'utf8'));
  if (cert === undefined || key === undefined) throw new Error('no certificate');
  province = await openBackendRoom({}, { cert, key });
});

afterAll(async () => {
  await province.stop();
  rmSync(folder, { recursive: true, force: true });
});

function open(caFile: string | undefined) {
  const states: string[] = [];
  let opened = 0;
  const link = openLink(
    { url: province.url, token: CONSOLE, caFile, clock: fakeClock(), log: fakeLog(), random: () => 0.5 },
    {
      opened: () => void (opened += 1),
      heard: () => undefined,
      text: () => undefined,
      state: (state) => states.push(state),
      rejected: () => undefined,
    },
  );
  return { link, states, opened: () => opened };
}

describe('the line over TLS', () => {
  it('opens when the site’s certificate file vouches for the province', async () => {
    const line = open(file('province.pem'));

    await soon(() => expect(line.opened()).toBe(1));
    line.link.close();
  });

  it.each([
    ['no certificate file', undefined],
    ['the file of a stranger', 'stranger.pem'],
  ])('never opens with %s, and says nothing to who answers', async (_what, name) => {
    const line = open(name === undefined ? undefined : file(name));

    await soon(() => expect(line.states.at(-1)).toBe('offline'));
    expect(line.opened()).toBe(0);
    expect(province.clients()).toBe(0);
    line.link.close();
  });
});
