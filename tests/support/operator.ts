// What an operator does at the console, by role and Vietnamese name.
import type { Page } from '@playwright/test';
import { expect, PATIENCE_MS } from './patience.ts';

export const demonstrationPin = '246810';

/** Signs the demonstration person in; does nothing when somebody is on duty already. */
export async function signIn(desk: Page, pin: string = demonstrationPin): Promise<void> {
  const onDuty = desk.getByRole('button', { name: 'Rời ca' });
  if (await onDuty.isVisible()) return;
  await desk.getByRole('button', { name: 'Vào ca trực' }).click();
  await desk.getByLabel('Mã PIN').fill(pin);
  await desk.getByRole('button', { name: 'Vào ca', exact: true }).click();
  await expect(onDuty).toBeVisible();
}

/** Signs the demonstration's administrator in, who takes over from whoever is on duty. */
export async function signInAdministrator(desk: Page): Promise<void> {
  const onDuty = desk.getByRole('banner').getByText('Quản trị trình diễn');
  if (await onDuty.isVisible()) return;
  const asked = await desk.getByLabel('Mã PIN').isVisible();
  if (!asked) await desk.keyboard.press('p');
  await desk.getByRole('radio', { name: /Quản trị trình diễn/ }).check();
  await desk.getByLabel('Mã PIN').fill('135790');
  await desk.getByRole('button', { name: 'Vào ca', exact: true }).click();
  await expect(onDuty).toBeVisible();
  await expect(desk.getByLabel('Mã PIN')).toHaveCount(0);
}

/** Chooses a scene and takes it; resolves when every display says that it is shown, or what is `said` of it. */
export async function takeScene(
  desk: Page,
  sceneId: string,
  said: RegExp = /(\d+)\/\1 màn hình đã hiển thị/,
): Promise<void> {
  const scene = desk.locator(`button[data-scene="${sceneId}"]`);
  const receipts = desk.getByRole('region', { name: 'Xác nhận hiển thị' });
  const turn = (text: string): string | undefined => /Lượt \d+/.exec(text)?.[0];
  // What the wall said of the take before may say the same.
  const before = turn(await receipts.innerText());
  await scene.click();
  await desk.keyboard.press('Enter');
  await expect(scene.getByText('Đang phát')).toBeVisible();
  await expect(async () => {
    const text = await receipts.innerText();
    expect(turn(text)).not.toBe(before);
    expect(text).toMatch(said);
  }).toPass({ timeout: PATIENCE_MS });
}
