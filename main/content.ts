import type { ProvinceFile } from '../domain/contract/provinceFile.ts';
import type { SiteFile } from '../domain/contract/siteFile.ts';
import type { Change, World } from '../domain/contract/world.ts';
import { applyChange } from '../domain/contract/world.ts';
import { own } from '../domain/kernel/own.ts';
import { same } from '../domain/kernel/same.ts';
import { provincePlans } from './schedule/plans.ts';

/** What the province's and the site's files say, as changes of the World: only those that change anything. */
export function contentChanges(
  world: World,
  province: ProvinceFile,
  site: Pick<SiteFile, 'cameras' | 'wallId'>,
): readonly Change[] {
  const { id, unit, name, centre, units, map, indicators } = province;
  const cameras = province.cameras.map((camera) => ({
    ...camera,
    kind: own(site.cameras, camera.id)?.kind ?? ('none' as const),
  }));
  const said: readonly Change[] = [
    { type: 'province.set', province: { id, unit, name, centre, units, map } },
    { type: 'indicators.catalogueSet', indicators },
    { type: 'cameras.catalogueSet', cameras },
    { type: 'cameras.lightsSet', lights: province.lights },
    { type: 'schedule.provinceSet', wallId: site.wallId, ...provincePlans(province.plans, name.vi) },
  ];
  return said.filter((change) => {
    const next = applyChange(world, change);
    return !(
      same(world.province, next.province) &&
      same(world.indicators.catalogue, next.indicators.catalogue) &&
      same(world.cameras, next.cameras) &&
      same(world.lights, next.lights) &&
      same(world.schedules, next.schedules)
    );
  });
}
