import { BellRing, Check } from 'lucide-react';
import { Icon } from '../ui/Icon.tsx';
import { Sign } from '../ui/Sign.tsx';
import { detailFit, severityFits, titleFit, type DetailFit, type RowFit } from './detailFit.ts';
import { severityShapes } from './severityIcons.ts';
import type { WallRow } from './wallRows.ts';
import type { Dictionary } from '../text/vi.ts';
import '../ui/pulse.css';

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

type RowInput = {
  readonly row: WallRow;
  readonly fit: RowFit;
  readonly shape: 'narrow' | 'one' | 'two';
  readonly words: Dictionary;
};

function Label({ fit }: Pick<RowInput, 'fit'>) {
  return fit.label === '' ? null : <span className="tile-label">{fit.label}</span>;
}

function SignOf({ row }: { readonly row: WallRow }) {
  const alarm = row.unseen && row.severity === 'emergency';
  return (
    <span className={alarm ? 'incident-sign pulse' : 'incident-sign'}>
      <Sign shape={severityShapes[row.severity]} filled={row.unseen} />
    </span>
  );
}

function NarrowRow({ row, fit }: RowInput) {
  return (
    <span className="incident-lines">
      <span className="incident-title incident-wrapped">{row.title}</span>
      <span className="incident-line incident-detail">
        <SignOf row={row} />
        {(fit.label === '' || severityFits(row, fit)) && (
          <span className="incident-words">
            <b>{row.severityWord}</b>
          </span>
        )}
        <Label fit={fit} />
        <span className={row.unseen ? 'incident-since unseen' : 'incident-since'}>{row.sinceShort}</span>
      </span>
    </span>
  );
}

function WideRow({ row, fit, shape }: RowInput) {
  const { hasSeverity, title, hasPlace } = titleFit(row, fit, shape === 'two' ? 'two' : 'one');
  return (
    <>
      <SignOf row={row} />
      <span className="incident-lines">
        <span className="incident-line incident-title">
          <span className="incident-words">
            {hasSeverity && <b>{row.severityWord} · </b>}
            {title}
            {hasPlace && <i> · {row.place}</i>}
          </span>
          <Label fit={fit} />
          <Since row={row} icon={shape === 'one'} />
        </span>
        {shape === 'two' && <Detail row={row} fit={detailFit(row, fit)} />}
      </span>
    </>
  );
}

/** One incident: its sign, what and where, since when, and who knows. Its text is drawn as text. */
export function WallRowView(props: RowInput) {
  const { row, shape, words, fit } = props;
  const alarm = row.unseen && row.severity === 'emergency';
  const said = words.incidentList.row({ ...row, severity: row.severityWord, known: row.known[0] ?? '' });
  const name = fit.label === '' ? said : `${said}, ${fit.label}`;
  const classes = ['incident', `severity-${row.severity}`, shape, row.unseen && 'unseen', alarm && 'alarm'];
  return (
    <li className={classes.filter(Boolean).join(' ')} aria-label={name}>
      {shape === 'narrow' ? <NarrowRow {...props} /> : <WideRow {...props} />}
    </li>
  );
}
