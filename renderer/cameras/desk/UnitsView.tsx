import { useMemo } from 'react';
import { knownState } from '../../../domain/cameras/check.ts';
import type { KnownCamera } from '../../../domain/cameras/state.ts';
import { healthByUnit, workingShare, type UnitHealth } from '../../../domain/cameras/unitHealth.ts';
import { currentTime } from '../../replica/clock.ts';
import { latestCameraHealth } from '../../replica/store.ts';
import { formatNumber } from '../../text/format.ts';
import { useLanguage, useText } from '../../text/language.ts';
import { useHealths } from '../useHealths.ts';
import { useUnitName } from './ListView.tsx';

function useShare(): (health: Pick<UnitHealth, 'works' | 'troubled'>) => string {
  const text = useText().registry;
  const language = useLanguage();
  return (health) => {
    const share = workingShare(health);
    return share === null ? text.unknownShare : `${formatNumber(share * 100, 0, language)}%`;
  };
}

function Line({ name, health }: { readonly name: string; readonly health: Omit<UnitHealth, 'unit'> }) {
  const share = useShare();
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{health.total}</td>
      <td>{health.works}</td>
      <td className={health.troubled > 0 ? 'trouble' : ''}>{health.troubled}</td>
      <td>{health.unknown}</td>
      <td>{share(health)}</td>
    </tr>
  );
}

/** How the cameras of each unit stand: working, in trouble, and those of which nobody knows. */
export function UnitsView({ cameras }: { readonly cameras: readonly KnownCamera[] }) {
  const text = useText().registry;
  const unitName = useUnitName();
  const byId = useMemo(() => Object.fromEntries(cameras.map((camera) => [camera.id, camera])), [cameras]);
  const rows = useHealths(byId);
  const units = useMemo(() => {
    const now = currentTime();
    const sourceless = new Set(cameras.flatMap(({ id, kind }) => (kind === 'none' ? [id] : [])));
    return healthByUnit(cameras, (id) =>
      sourceless.has(id) ? 'no-source' : knownState(latestCameraHealth(id), now),
    );
    // The rows change whenever the health of one of them does.
  }, [cameras, rows]);
  const sum = (of: 'total' | 'works' | 'troubled' | 'unknown'): number =>
    units.reduce((all, unit) => all + unit[of], 0);
  const whole = {
    total: sum('total'),
    works: sum('works'),
    troubled: sum('troubled'),
    unknown: sum('unknown'),
  };
  const { unit, total, works, troubled, unknown, share } = text.unitHeads;
  return (
    <div className="registry-units">
      <p className="quiet">{text.shareHelp}</p>
      <table className="usage-table" aria-label={text.unitsTable}>
        <thead>
          <tr>
            {[unit, total, works, troubled, unknown, share].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Line name={text.province} health={whole} />
          {units.map((health) => (
            <Line key={health.unit} name={unitName(health.unit)} health={health} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
