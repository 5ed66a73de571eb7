import type { CamerasState } from '../domain/cameras/state.ts';
import type { ProvinceFile } from '../domain/contract/provinceFile.ts';
import type { SiteFile } from '../domain/contract/siteFile.ts';
import type { Change, World } from '../domain/contract/world.ts';
import { applyChange } from '../domain/contract/world.ts';
import { same } from '../domain/kernel/same.ts';
import type { Registry } from './cameras/registry.ts';
import { provincePlans } from './schedule/plans.ts';

/** Cameras come in the order of their lists, and out of the book in another. */
function inOrder({ byId, lastImport }: CamerasState) {
  return [Object.values(byId).sort((a, b) => (a.id < b.id ? -1 : 1)), lastImport];
}

/** What the province's and the site's files say, as changes of the World: only those that change anything. */
export function contentChanges(
  world: World,
  province: ProvinceFile,
  site: Pick<SiteFile, 'wallId' | 'displays' | 'retention'>,
  registry: Pick<Registry, 'catalogue' | 'lastImport'>,
): readonly Change[] {
  const { id, unit, name, centre, units, map, indicators } = province;
  const scenes = province.scenes.map((scene) => scene.id);
  const plans = [...province.plans.tours, ...province.plans.entries].map((plan) => plan.id);
  const { wallId, displays, retention } = site;
  // What goes up by itself, and how long its events are kept, is said by the machine that drives the wall.
  const ofWall: readonly Change[] =
    displays.arrangement === 'remote'
      ? []
      : [
          { type: 'schedule.provinceSet', wallId, ...provincePlans(province.plans, name.vi) },
          { type: 'cameras.retentionSet', days: retention.cameraEventDays },
        ];
  const said: readonly Change[] = [
    { type: 'province.set', province: { id, unit, name, centre, units, map, scenes, plans } },
    { type: 'indicators.catalogueSet', indicators },
    { type: 'cameras.lightsSet', lights: province.lights },
    { type: 'cameras.catalogueSet', cameras: registry.catalogue(), lastImport: registry.lastImport() },
    ...ofWall,
  ];
  return said.filter((change) => {
    const next = applyChange(world, change);
    return !(
      same(world.province, next.province) &&
      same(world.indicators.catalogue, next.indicators.catalogue) &&
      same(world.lights, next.lights) &&
      same(inOrder(world.cameras), inOrder(next.cameras)) &&
      same(world.schedules, next.schedules) &&
      same(world.cameraEvents.days, next.cameraEvents.days)
    );
  });
}
