import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGatewayRoom, until } from '../support/cameras/gatewayRoom.ts';
import { startReplayFleet, type ReplayFleet } from '../support/cameras/replayFleet.ts';

describe('a camera that speaks rtsps under a certificate that it signed itself', () => {
  const folder = mkdtempSync(join(tmpdir(), 'toan-canh-rtsps-'));
  const tls = { key: join(folder, 'key.pem'), cert: join(folder, 'cert.pem') };
  let fleet: ReplayFleet;

  beforeAll(async () => {
    const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', tls.key];
    const cert = ['-x509', '-out', tls.cert, '-days', '2', '-subj', '/CN=camera'];
    execFileSync('openssl', ['req', ...key, ...cert], { stdio: 'pipe' });
    fleet = await startReplayFleet({ count: 1, clip: { frames: 25, size: '320x176' }, tls });
  });

  afterAll(async () => {
    await fleet.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is shown where the room knows its certificate, and told apart where it does not', async () => {
    const room = openGatewayRoom();
    const url = fleet.urls[0] ?? '';
    const { fingerprint256 } = new X509Certificate(readFileSync(tls.cert));

    const known = room.show({ url, certificate: fingerprint256 });
    const unknown = room.show(url);
    const another = room.show({ url, certificate: fingerprint256.replaceAll(/[0-9]/g, '0') });

    const told = [unknown, another];
    await until('known', () => known.units.length > 5);
    await until('told', () => told.every((tile) => tile.states.at(-1)?.trouble === 'certificate'));
    expect(told.flatMap(({ units }) => units)).toEqual([]);
    expect(room.logged.map(({ fields }) => String(fields['detail']))).toContain(
      fingerprint256.replaceAll(':', '').toLowerCase(),
    );
    room.close();
  });

  it('is told apart from one that does not speak TLS at all', async () => {
    const plain = await startReplayFleet({ count: 1, clip: { frames: 25, size: '320x176' } });
    const room = openGatewayRoom();

    const tile = room.show((plain.urls[0] ?? '').replace('rtsp:', 'rtsps:'));

    await until('told', () => tile.state() === 'offline');
    room.close();
    await plain.stop();
  });
});
