import { BellRing, Check } from 'lucide-react';
import type { Dictionary } from '../text/vi.ts';
import { Icon } from '../ui/Icon.tsx';
import type { Measure } from '../ui/measure.ts';
import { Sign } from '../ui/Sign.tsx';
import { detailFit, type DetailFit } from './detailFit.ts';
import { severityShapes } from './severityIcons.ts';
import type { WallRow } from './wallRows.ts';
import '../ui/pulse.css';

/** What the sign with its gap takes of a row of two lines, in font sizes. */
const SIGN_EM = 2.9;

function Since({ row, icon }: { readonly row: WallRow; readonly icon: boolean }) {
  return (
    <span className={row.unseen ? 'incident-since unseen' : 'incident-since'}>
      {icon && <Icon of={row.unseen ? BellRing : Check} />}
      <span>{row.since}</span>
    </span>
  );
}

function Detail({ row, fit }: { readonly row: WallRow; readonly fit: DetailFit }) {
  return (
    <span className="incident-line incident-detail">
      <span className="incident-words">
        <b>{row.severityWord}</b> · {fit.where}
      </span>
      {fit.known !== '' && (
        <span className={row.unseen ? 'incident-known unseen' : 'incident-known'}>
          <Icon of={row.unseen ? BellRing : Check} />
          <span>{fit.known}</span>
        </span>
      )}
    </span>
  );
}

/** One incident: its sign, what and where, since when, and who knows. Its text is drawn as text. */
export function WallRowView(props: {
  readonly row: WallRow;
  readonly widthEm: number;
  readonly twoLines: boolean;
  /** Marks a sample: only where not all rows are samples. */
  readonly markSample: boolean;
  readonly words: Dictionary;
  readonly measure: Measure;
}) {
  const { row, widthEm, twoLines, markSample, words, measure } = props;
  const alarm = row.unseen && row.severity === 'emergency';
  const name = words.incidentList.row(row.severityWord, row.title, row.place, row.since, row.known[0] ?? '', row.state);
  const classes = ['incident', `severity-${row.severity}`, twoLines ? 'two' : 'one', row.unseen && 'unseen', alarm && 'alarm'];
  return (
    <li className={classes.filter(Boolean).join(' ')} aria-label={name}>
      <span className={alarm ? 'incident-sign pulse' : 'incident-sign'}>
        <Sign shape={severityShapes[row.severity]} filled={row.unseen} />
      </span>
      <span className="incident-lines">
        <span className="incident-line incident-title">
          <span className="incident-words">
            {!twoLines && <b>{row.severityWord} · </b>}
            {row.title}
          </span>
          <Since row={row} icon={!twoLines} />
        </span>
        {twoLines && <Detail row={row} fit={detailFit(row, widthEm - SIGN_EM, markSample, words, measure)} />}
      </span>
    </li>
  );
}
