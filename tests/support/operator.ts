// What an operator does at the console, by role and Vietnamese name.
import { expect, type Page } from '@playwright/test';

export const demonstrationPin = '246810';

/** Signs the demonstration person in; does nothing when somebody is on duty already. */
export async function signIn(desk: Page, pin: string = demonstrationPin): Promise<void> {
  const onDuty = desk.getByRole('button', { name: 'Rời bàn' });
  if (await onDuty.isVisible()) return;
  await desk.getByRole('button', { name: 'Vào ca trực' }).click();
  await desk.getByLabel('Mã PIN').fill(pin);
  await desk.getByRole('button', { name: 'Vào ca', exact: true }).click();
  await expect(onDuty).toBeVisible();
}

/** Chooses a scene and takes it; resolves when every display says that it is shown, or what is `said` of it. */
export async function takeScene(
  desk: Page,
  sceneId: string,
  said: RegExp = /(\d+)\/\1 màn hình đã hiển thị/,
): Promise<void> {
  const scene = desk.locator(`button[data-scene="${sceneId}"]`);
  await scene.click();
  await desk.keyboard.press('Enter');
  await expect(scene.getByText('Đang phát')).toBeVisible({ timeout: 10_000 });
  const receipts = desk.getByRole('region', { name: 'Xác nhận hiển thị' });
  await expect(receipts).toContainText(said, { timeout: 10_000 });
}
