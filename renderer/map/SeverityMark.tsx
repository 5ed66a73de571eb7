import type { Severity } from '../../domain/incidents/model.ts';
import { Sign } from '../ui/Sign.tsx';
import { marks } from './marks.ts';

/** A severity's mark, as the map draws it. A word or the list beside it carries the meaning. */
export function SeverityMark({
  severity,
  known = false,
}: {
  readonly severity: Severity;
  readonly known?: boolean;
}) {
  const { shape, sizeEm } = marks[severity];
  return (
    <span className={`map-mark map-${severity}`} style={{ fontSize: `${sizeEm}em` }}>
      <Sign shape={shape} filled={!known} />
    </span>
  );
}
