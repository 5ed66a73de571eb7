import type { Locator, Page } from '@playwright/test';
import { signIn, signInAdministrator } from '../../support/operator.ts';
import { expect, test } from '../../support/roomTest.ts';

test.use({ roomRequest: { walls: 1, pace: 0 } });
test.setTimeout(180_000);

type RoomFile = {
  readonly version: number;
  readonly room: { readonly panels: readonly Panel[]; readonly seatDistanceMm: number };
  readonly scenes: readonly Scene[];
};
type Area = {
  readonly xMm: number;
  readonly yMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
};
type Panel = { readonly id: string; readonly order: number; readonly area: Area };
type Scene = { readonly id: string; readonly tiles: Readonly<Record<string, { readonly area: Area }>> };

const roomDesk = (desk: Page): Locator => desk.getByRole('region', { name: 'Phòng', exact: true });
const chosen = (desk: Page): Locator => desk.getByRole('region', { name: 'Tệp phong.json' });

/** The file that the console would keep: the question where to is the system's own. */
async function exported(desk: Page): Promise<RoomFile> {
  const text = await desk.evaluate(async () => {
    const answer = await window.ioc.call('wall.exportRoom', { wallId: 'main' });
    if (!answer.ok) throw new Error(answer.reason);
    return answer.value.text;
  });
  return JSON.parse(text);
}

async function bring(desk: Page, file: object | string): Promise<void> {
  const buffer = Buffer.from(typeof file === 'string' ? file : JSON.stringify(file));
  await desk
    .getByLabel('Nhập tệp phòng')
    .setInputFiles({ name: 'phong.json', mimeType: 'application/json', buffer });
  await expect(chosen(desk)).toBeVisible();
}

/** Eight rows of eight. */
function manyPanels(first: Panel): readonly Panel[] {
  const { widthMm, heightMm } = first.area;
  return Array.from({ length: 64 }, (_, index) => ({
    ...first,
    id: `d${index + 1}`,
    order: index + 1,
    area: { ...first.area, xMm: (index % 8) * (widthMm + 8), yMm: Math.floor(index / 8) * (heightMm + 8) },
  }));
}

test.beforeEach(async ({ desk }) => {
  await signInAdministrator(desk);
  await desk.getByRole('tab', { name: 'Phòng' }).click();
});

test('a wrong file of the room is refused with its place and a sentence, and the room stays as it is', async ({
  desk,
}) => {
  const file = await exported(desk);
  const [panel] = file.room.panels;
  if (!panel) throw new Error('an empty room');
  const wrong = [
    ['{"format":', 'không phải tệp JSON, hoặc tệp bị cụt.'],
    [{ ...file, version: 2 }, 'tệp của phiên bản mới hơn; cập nhật ứng dụng rồi nhập lại.'],
    [
      { ...file, room: { ...file.room, panels: [panel, { ...panel, id: 'd2', order: 2 }] } },
      /room\.panels\[1\]\.area/,
    ],
  ] as const;

  for (const [bad, sentence] of wrong) {
    await bring(desk, bad);
    await expect(chosen(desk).getByRole('alert')).toContainText(sentence);
    await expect(chosen(desk).getByRole('button', { name: 'Nhập', exact: true })).toHaveCount(0);
    await desk.getByRole('button', { name: 'Bỏ tệp này' }).click();
  }

  expect(await exported(desk)).toEqual(file);
});

test('a scene that may not stand on the panels of its file is left out by name', async ({ desk }) => {
  const file = await exported(desk);
  const [panel] = file.room.panels;
  const [scene] = file.scenes;
  const [tile] = Object.values(scene?.tiles ?? {});
  if (!panel || !scene || !tile) throw new Error('an empty room');
  const area = { ...panel.area, xMm: 90_000 };
  const lost = {
    ...scene,
    id: 'lost',
    name: { vi: 'Màn hình đã bỏ', en: 'Lost' },
    tiles: { t: { ...tile, id: 't', area } },
  };

  await bring(desk, { ...file, scenes: [lost] });

  await expect(chosen(desk)).toContainText(
    'Không nhập kịch bản “Màn hình đã bỏ”: Ô phải nằm trọn trong tường.',
  );
  await expect(chosen(desk).getByRole('button', { name: 'Nhập', exact: true })).toBeVisible();
});

test('a wall of 64 panels is designed as a virtual one, comes in by its file, and stands in one window', async ({
  desk,
  room,
}) => {
  await roomDesk(desk).getByRole('button', { name: 'Sửa phòng' }).click();
  await desk.getByLabel('Ghế xa nhất cách tường (mm)').fill('4000');
  await desk.getByLabel('Tường ảo: mọi màn hình trong một cửa sổ').check();
  await desk.getByRole('button', { name: 'Áp dụng' }).click();
  await expect(roomDesk(desk)).toContainText('Ghế xa nhất cách tường 4 m.');

  const file = await exported(desk);
  const [first] = file.room.panels;
  if (!first) throw new Error('an empty room');
  await bring(desk, { ...file, scenes: [], room: { ...file.room, panels: manyPanels(first) } });
  await expect(chosen(desk)).toContainText('Thêm màn hình 2, 3, 4');
  await desk.getByRole('button', { name: 'Nhập', exact: true }).click();

  await expect(roomDesk(desk)).toContainText('64 màn hình');
  await expect
    .poll(async () => (await room.wall(1)).locator('[data-display]').count(), { timeout: 30_000 })
    .toBe(64);
  expect(await room.walls()).toHaveLength(1);
});

test('200 scenes are kept, one more is refused with a sentence, and the draft is still there', async ({
  desk,
}) => {
  const file = await exported(desk);
  const [scene] = file.scenes;
  if (!scene) throw new Error('no scene');
  const more = Array.from({ length: 200 - file.scenes.length }, (_, index) => {
    const name = `Kịch bản ${index + 1}`;
    return { ...scene, id: `many-${index + 1}`, name: { vi: name, en: name }, tags: [], pin: undefined };
  });
  await bring(desk, { ...file, scenes: [...file.scenes, ...more] });
  await desk.getByRole('button', { name: 'Nhập', exact: true }).click();
  await expect(chosen(desk)).toHaveCount(0);
  await signIn(desk);

  await desk.getByRole('heading', { name: 'Toàn Cảnh' }).click();
  await desk.keyboard.press('e');
  await desk.getByRole('button', { name: 'Trống' }).click();
  await desk.getByRole('button', { name: 'Lưu kịch bản', exact: true }).click();
  await desk.getByLabel('Tên kịch bản').fill('Kịch bản thứ 201');
  await desk.getByRole('button', { name: 'Lưu thành kịch bản mới' }).click();

  const word = desk.getByRole('region', { name: 'Phần soạn kịch bản' }).getByRole('status');
  await expect(word).toHaveText('Đã đủ 200 kịch bản; xóa bớt một kịch bản rồi lưu lại.');
  await expect(desk.getByLabel('Tên kịch bản')).toHaveValue('Kịch bản thứ 201');
});
