// The demonstration room with the reference backend, as `npm start` brings it up.
import { rm } from 'node:fs/promises';
import { newToken, startBackend, type Backend } from '../../../config/referenceBackend.ts';
import { demoSiteFile, readProvince, readSite } from '../../../config/roomFiles.ts';
import { profileDir } from '../../../config/runtime.ts';
import type { Stage } from '../harness/stage.ts';
import { createDemoRoom, type Room } from './benchRoom.ts';

export const DEMO_WINDOWS = 4;

export type DemoRoom = Room & { readonly backend: Backend };

/** Starts the backend and lays out the room; the app is the caller's to start. */
export async function prepareDemo(stage: Stage): Promise<DemoRoom> {
  const { province, wallId } = readSite(demoSiteFile);
  const { unit } = readProvince(province);
  const token = newToken();
  const dataDir = profileDir('bench-backend');
  stage.later(() => rm(dataDir, { recursive: true, force: true }));
  const backend = await startBackend({
    province,
    dataDir,
    tokens: { [token]: { role: 'wall', unit, wallIds: [wallId] } },
  });
  stage.later(() => backend.stop());
  return { ...(await createDemoRoom(stage, DEMO_WINDOWS, { url: backend.url, token })), backend };
}
