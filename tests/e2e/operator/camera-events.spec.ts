import type { CameraSighting } from '../../../domain/cameras/sightings.ts';
import { openOnvifCamera } from '../../support/cameras/onvifCamera.ts';
import { signIn, signInAdministrator, takeScene } from '../../support/operator.ts';
import { bring, type Item } from '../../support/province.ts';
import { snapshotOf } from '../../support/replica.ts';
import { expect, test } from '../../support/roomTest.ts';

const camera: { told: readonly string[] } = { told: [] };

/** The square's camera turns; nothing but what the test brings is read. */
async function turning() {
  const opened = await openOnvifCamera();
  camera.told = opened.told;
  const source = { kind: 'rtsp', main: 'rtsp://127.0.0.1:9/none', onvif: opened.url };
  return { cameras: { 'cam-05': source }, stop: () => opened.close() };
}

test.use({ roomRequest: { pace: 0, sources: turning } });

function plate(id: string): Item {
  const at = Date.now();
  const event: CameraSighting = {
    kind: 'plate',
    id,
    cameraId: 'cam-01',
    unit: '05443',
    at,
    confidence: 0.97,
    provenance: 'live',
    plate: '20A-123.45',
  };
  return { kind: 'fact', topic: 'cameras/19', asOf: at, body: { type: 'cameras.eventSeen', event } };
}

test('a plate is masked for the operator and on the wall; the administrator sees it whole, and that is written down', async ({
  room,
  desk,
  wall,
}) => {
  await signIn(desk);
  await desk.getByRole('tab', { name: 'Sự kiện camera' }).click();
  await bring(room, plate('lpr-1'));
  const log = desk.getByRole('region', { name: 'Nhật ký biển số' });
  await log.getByRole('button', { name: 'Tìm lại' }).click();
  await expect(log.getByText('20A-•••.45')).toBeVisible();
  await expect(log.getByRole('button', { name: /Xem đủ biển số/ })).toHaveCount(0);
  const snapshots = await Promise.all([desk, wall(1)].map(snapshotOf));
  expect(JSON.stringify(snapshots)).not.toMatch(/123\.?45/);

  await signInAdministrator(desk);
  await log.getByRole('button', { name: 'Xem đủ biển số 20A-•••.45' }).click();
  await expect(log.getByText('20A-123.45')).toBeVisible();
  await desk.getByRole('tab', { name: 'Nhật ký thao tác', exact: true }).click();
  await expect(desk.getByText('Xem biển số đầy đủ').first()).toBeVisible();
});

function card(id: string, more: Partial<Extract<CameraSighting, { kind: 'jam' | 'crowd' | 'smoke' }>>): Item {
  const at = Date.now() - 60_000;
  const common = { id, cameraId: 'cam-01', unit: '05443', at, confidence: 0.92, provenance: 'live' } as const;
  const event: CameraSighting = { kind: 'jam', ...common, ...more };
  return { kind: 'fact', topic: 'cameras/19', asOf: at, body: { type: 'cameras.eventSeen', event } };
}

test('what cameras tell stands on the wall, newest first, with how sure they are', async ({
  room,
  desk,
  wall,
}) => {
  await signIn(desk);
  await takeScene(desk, 'watch');
  await bring(room, card('ai-1', {}));
  await bring(room, card('ai-2', { kind: 'smoke', cameraId: 'cam-06', confidence: 0.7, at: Date.now() }));

  const tile = wall(4).getByRole('list', { name: 'Sự kiện camera' });
  await expect(tile.getByRole('listitem')).toHaveCount(2);
  await expect(tile.getByRole('listitem').first()).toHaveText(/Khói.*Đập hồ Núi Cốc.*70% ?\(?khá/);
  await expect(tile.getByRole('listitem').last()).toHaveText(/Ùn tắc.*Nút giao Đồng Quang.*92% ?\(?cao/);
});

test('an operator turns a camera by its keys; it stops when the key comes up', async ({ desk }) => {
  await signIn(desk);
  await desk.getByRole('tab', { name: 'Quay quét' }).click();
  await desk.getByRole('combobox', { name: 'Camera' }).selectOption({ label: 'Quảng trường' });
  const pad = desk.getByRole('group', { name: 'Quay và thu phóng' });
  await pad.focus();
  await desk.keyboard.down('ArrowLeft');
  await expect.poll(() => camera.told.at(-1)).toMatch(/^ContinuousMove -0.5 0 0$/);
  await expect(desk.getByText(/đang điều khiển/)).toBeVisible();
  await desk.keyboard.up('ArrowLeft');
  await expect.poll(() => camera.told.at(-1)).toBe('Stop');

  // A plus that is an equals sign by the time it comes up.
  await desk.keyboard.down('Shift');
  await desk.keyboard.down('Equal');
  await expect.poll(() => camera.told.at(-1)).toBe('ContinuousMove 0 0 0.5');
  await desk.keyboard.up('Shift');
  await desk.keyboard.up('Equal');
  await expect.poll(() => camera.told.at(-1)).toBe('Stop');

  await desk.getByRole('button', { name: 'Ngã tư' }).click();
  await expect.poll(() => camera.told.at(-1)).toBe('GotoPreset 2');
});
