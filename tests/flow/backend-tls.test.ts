import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONSOLE, openBackendRoom, type BackendRoom } from '../support/backendRoom.ts';
import { openWireClient } from '../support/wireClient.ts';

let folder: string;
let room: BackendRoom;
const file = (name: string): string => join(folder, name);
const openssl = (...args: readonly string[]): Buffer =>
  execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });

/** An authority of the site and a certificate for 127.0.0.1, as a province would make them. */
function makeCertificates(): void {
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  openssl(
    'req',
    '-x509',
    ...key,
    '-keyout',
    'ca.key',
    '-out',
    'ca.pem',
    '-days',
    '2',
    '-subj',
    '/CN=CA thu nghiem',
  );
  openssl('req', ...key, '-keyout', 'server.key', '-out', 'server.csr', '-subj', '/CN=backend');
  writeFileSync(file('names.txt'), 'subjectAltName=IP:127.0.0.1\n');
  openssl(
    'x509',
    '-req',
    '-in',
    'server.csr',
    '-CA',
    'ca.pem',
    '-CAkey',
    'ca.key',
    '-days',
    '2',
    '-out',
    'server.pem',
    '-extfile',
    'names.txt',
  );
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'backend-tls-'));
  makeCertificates();
  room = await openBackendRoom(
    {},
    { cert: readFileSync(file('server.pem'), 'utf8'), key: readFileSync(file('server.key'), 'utf8') },
  );
});
afterAll(async () => {
  await room.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('a backend with TLS', () => {
  it('serves whoever knows the authority of the site', async () => {
    const options = { ca: readFileSync(file('ca.pem')) };
    const client = await openWireClient({ url: room.url, token: CONSOLE, options });
    expect(await client.until('welcome')).toMatchObject({ grant: { unit: '19' } });
    await client.drop();
  });

  it('is not believed without that authority', async () => {
    await expect(openWireClient({ url: room.url, token: CONSOLE })).rejects.toThrow(
      /certificate|self-signed|verify/i,
    );
  });

  it('does not answer plain requests on the same port', async () => {
    await expect(openWireClient({ url: room.url.replace('wss:', 'ws:'), token: CONSOLE })).rejects.toThrow();
  });
});
