import { Download, RotateCw } from 'lucide-react';
import { useState } from 'react';
import { csv } from '../../domain/kernel/csv.ts';
import { vietnamClock, vietnamDate } from '../../domain/kernel/time.ts';
import { UNUSED_DAYS, useSpans, type UseSpan } from '../../domain/usage/model.ts';
import { unusedOf } from '../../domain/usage/rules.ts';
import type { Wall } from '../../domain/wall/model.ts';
import { currentTime } from '../replica/clock.ts';
import { useWorld } from '../replica/store.ts';
import { formatMoment, spanWords } from '../text/format.ts';
import { useLanguage, useName, useText } from '../text/language.ts';
import { Button } from '../ui/Button.tsx';
import { saveFile } from '../ui/saveFile.ts';
import { sorted, tableOf, type NamedUse, type Order } from './table.ts';
import { useNamed, useUsage, type Usage } from './useUsage.ts';
import './usage.css';

const MINUTE_MS = 60_000;
const orders = ['time', 'name', 'last'] as const;

function UseTable({ title, uses }: { readonly title: string; readonly uses: readonly NamedUse[] }) {
  const words = useText();
  const text = words.usage;
  const language = useLanguage();
  const now = currentTime();
  if (uses.length === 0) return null;
  return (
    <table className="usage-table">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{text.columns.name}</th>
          <th scope="col">{text.columns.time}</th>
          <th scope="col">{text.columns.times}</th>
          <th scope="col">{text.columns.last}</th>
        </tr>
      </thead>
      <tbody>
        {uses.map(({ use, name, kind }) => (
          <tr key={`${use.kind} ${use.subject}`}>
            <th scope="row">
              {name} {use.kind !== 'scene' && name !== kind && <span className="quiet">{kind}</span>}
            </th>
            <td>{use.shownMs < MINUTE_MS ? text.under : spanWords(use.shownMs, words.span, language)}</td>
            <td>{use.times}</td>
            <td>{formatMoment(use.lastAt, now)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Found = Exclude<Usage, null | { readonly refusal: unknown }>;

function Unused({ wall, found }: { readonly wall: Wall; readonly found: Found }) {
  const text = useText().usage;
  const name = useName();
  const catalogue = useWorld((world) => world.indicators.catalogue);
  const known = { scenes: Object.keys(wall.scenes), indicators: Object.keys(catalogue) };
  const unused = unusedOf(known, found.lately);
  const names = (ids: readonly string[], of: (id: string) => Wall['scenes'][string]['name'] | undefined) =>
    ids.map((id) => {
      const known = of(id);
      return known ? name(known) : id;
    });
  const scenes = names(unused.scenes, (id) => wall.scenes[id]?.name);
  const indicators = names(unused.indicators, (id) => catalogue[id]?.shortName);
  return (
    <section className="usage-unused" aria-label={text.unused(UNUSED_DAYS)}>
      <h3>{text.unused(UNUSED_DAYS)}</h3>
      {found.countedSince !== null && (
        <p className="quiet">{text.countedSince(vietnamDate(found.countedSince))}</p>
      )}
      {scenes.length + indicators.length === 0 && <p>{text.allUsed}</p>}
      {scenes.length > 0 && (
        <p>
          <strong>
            {text.unusedScenes} ({scenes.length}):
          </strong>{' '}
          {scenes.join(', ')}
        </p>
      )}
      {indicators.length > 0 && (
        <p>
          <strong>
            {text.unusedIndicators} ({indicators.length}):
          </strong>{' '}
          {indicators.join(', ')}
        </p>
      )}
    </section>
  );
}

function Choices(props: {
  readonly days: UseSpan;
  readonly onDays: (days: UseSpan) => void;
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
}) {
  const text = useText().usage;
  const { days, order } = props;
  return (
    <>
      <div className="usage-choices" role="radiogroup" aria-label={text.span}>
        {useSpans.map((one) => (
          <label key={one}>
            <input type="radio" name="usage-span" checked={one === days} onChange={() => props.onDays(one)} />{' '}
            {text.spans[one]}
          </label>
        ))}
      </div>
      <div className="usage-choices" role="radiogroup" aria-label={text.order}>
        <span className="quiet">{text.order}</span>
        {orders.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="usage-order"
              checked={one === order}
              onChange={() => props.onOrder(one)}
            />{' '}
            {text.orders[one]}
          </label>
        ))}
      </div>
    </>
  );
}

/** Which scenes and tiles were really seen, how long; and which nobody has shown for a month. */
export function UsageDesk({ wall }: { readonly wall: Wall }) {
  const { usage: text, refusals } = useText();
  const [days, setDays] = useState<UseSpan>(7);
  const [order, setOrder] = useState<Order>('time');
  const [said, say] = useState('');
  const { usage, again } = useUsage(days);
  const named = useNamed(wall.id);
  const found = usage === null || 'refusal' in usage ? null : usage;
  const uses = sorted((found?.uses ?? []).map(named), order);
  const save = (): void => {
    const moment = (at: number): string => `${vietnamDate(at)} ${vietnamClock(at)}`;
    const day = vietnamDate(currentTime()).replaceAll('/', '-');
    saveFile(`su-dung-${day}.csv`, 'text/csv', csv(tableOf(uses, text.heads, moment)));
    say(text.exported(uses.length));
  };
  return (
    <section className="usage" aria-label={text.title}>
      <p className="quiet">{text.help}</p>
      <Choices days={days} onDays={setDays} order={order} onOrder={setOrder} />
      <div className="usage-choices">
        <Button icon={RotateCw} onClick={again}>
          {text.again}
        </Button>
        <Button icon={Download} disabled={uses.length === 0} onClick={save}>
          {text.export}
        </Button>
        <span role="status">{said}</span>
      </div>
      {usage !== null && 'refusal' in usage && <p role="alert">{refusals[usage.refusal]}</p>}
      <div className="usage-found">
        {found && uses.length === 0 && <p className="empty">{text.none}</p>}
        <UseTable title={text.scenes} uses={uses.filter(({ use }) => use.kind === 'scene')} />
        {found && <Unused wall={wall} found={found} />}
        <UseTable title={text.tiles} uses={uses.filter(({ use }) => use.kind !== 'scene')} />
      </div>
    </section>
  );
}
