import { signIn, takeScene } from '../../support/operator.ts';
import { expect, test } from '../../support/roomTest.ts';

test.use({ roomRequest: { walls: 1 } });

const INCIDENT = 'Cháy nhà xưởng tại cụm công nghiệp Cao Ngạn';
test.beforeEach(async ({ desk }) => {
  await signIn(desk);
});

test('the map shows where cameras are; the four nearest to an incident go up by one key and come down by another', async ({
  desk,
  wall,
}) => {
  await takeScene(desk, 'map');
  const painted = wall(1).getByRole('list', { name: 'Camera trên bản đồ' }).locator('[data-painted="true"]');
  await expect(painted.first()).toBeAttached();

  await desk.getByRole('button', { name: INCIDENT, exact: true }).click();
  const near = desk.getByRole('region', { name: 'Camera gần sự cố' });
  await expect(near.getByRole('listitem')).toHaveCount(4);
  await desk.keyboard.press('q');
  await expect(desk.getByText('Đã đưa 4 camera gần nhất lên tường.')).toBeVisible();
  await expect(wall(1).getByRole('figure')).toHaveCount(4);

  await desk.keyboard.press('Backspace');
  await expect(wall(1).getByRole('figure')).toHaveCount(0);
});
