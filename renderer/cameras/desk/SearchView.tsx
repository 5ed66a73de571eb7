import { Radar, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Person } from '../../../domain/access/model.ts';
import { mayPerson } from '../../../domain/access/rights.ts';
import type { FoundCamera, SearchReport } from '../../../domain/cameras/searchCalls.ts';
import type { Refusal } from '../../../domain/contract/calls.ts';
import { useWorld } from '../../replica/store.ts';
import { useName, useText } from '../../text/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { WindowedList } from '../../ui/WindowedList.tsx';
import { BatchForm } from './BatchForm.tsx';
import { showFound, useList } from './importStore.ts';
import { useCount } from './useCount.ts';
import { useSearch } from './useSearch.ts';

const ROW_PX = 52;

function addressOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

function Found(props: {
  readonly camera: FoundCamera;
  readonly chosen: boolean;
  readonly busy: boolean;
  readonly onChoose: (chosen: boolean) => void;
}) {
  const { camera, chosen, busy, onChoose } = props;
  const text = useText().registry.found;
  const nameOf = useName();
  const { url, name, maker, model, cameraId, state } = camera;
  const known = useWorld((world) =>
    cameraId === undefined ? undefined : world.cameras.byId[cameraId]?.name,
  );
  const notes = [
    addressOf(url),
    `${maker} ${model}`.trim(),
    ...(cameraId === undefined ? [] : [text.known(known ? nameOf(known) : cameraId)]),
    ...(state === 'heard' ? [] : [text.states[state]]),
  ].filter((note) => note !== '');
  const trouble = state !== 'heard' && state !== 'waits' && state !== 'read';
  return (
    <label className="registry-row">
      <input
        type="checkbox"
        checked={chosen}
        disabled={busy}
        onChange={({ target }) => onChoose(target.checked)}
      />
      <div>
        <strong>{name || text.nameless}</strong>
        <span className={trouble ? 'trouble' : 'quiet'}>{notes.join(' · ')}</span>
      </div>
    </label>
  );
}

function Progress({ report }: { readonly report: SearchReport | null }) {
  const text = useText().registry.found;
  const count = useCount();
  if (report === null) return null;
  const { stage, found, done, total } = report;
  if (stage === 'done') return <p role="status">{text.sum(count(found.length))}</p>;
  return (
    <div className="registry-coming">
      <label>
        {stage === 'searching'
          ? text.searching(count(found.length))
          : text.reading(count(done), count(total))}
        {stage === 'searching' ? <progress /> : <progress value={done} max={total} />}
      </label>
      <Button icon={X} onClick={() => void window.ioc.call('cameras.stopSearch', {})}>
        {text.stop}
      </Button>
    </div>
  );
}

/** What was read is looked at as any list, once for each reading. */
function useShowFound(report: SearchReport | null): void {
  const text = useText().registry.found;
  const importId = report?.importId;
  const shown = useList((state) => state.shownId);
  useEffect(() => {
    if (importId !== undefined && importId !== shown) void showFound(importId, text.list);
  }, [importId, shown, text]);
}

/** Cameras that the network answers with: found, chosen, read with one password, looked at before they are taken in. */
export function SearchView({ person }: { readonly person: Person | null }) {
  const words = useText();
  const text = words.registry.found;
  const report = useSearch();
  const [addresses, setAddresses] = useState('');
  const [left, leave] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [refusal, refuse] = useState<Refusal | null>(null);
  useShowFound(report);
  const allowed = mayPerson(person, 'camera.edit');
  const busy = report !== null && report.stage !== 'done';
  const found = report?.found ?? [];
  // What is in the registry already is read again only when somebody says so.
  const isChosen = ({ url, cameraId }: FoundCamera): boolean => left.get(url) ?? cameraId === undefined;
  const chosen = found.filter(isChosen);
  async function start(): Promise<void> {
    leave(new Map());
    const answer = await window.ioc.call('cameras.startSearch', { addresses });
    refuse(answer.ok ? null : answer.reason);
  }
  return (
    <>
      <p className="quiet">{allowed ? text.help : words.registry.noRight}</p>
      <form
        className="registry-ask"
        onSubmit={(event) => {
          event.preventDefault();
          if (allowed && !busy) void start();
        }}
      >
        <Field
          label={text.addresses}
          placeholder={text.addressesHint}
          value={addresses}
          maxLength={8_000}
          spellCheck={false}
          problem={refusal === 'addresses-wrong' ? words.refusals[refusal] : undefined}
          onChange={({ target }) => setAddresses(target.value)}
        />
        <Button
          type="submit"
          icon={Radar}
          look={found.length === 0 ? 'primary' : 'plain'}
          disabled={!allowed || busy}
        >
          {text.start}
        </Button>
      </form>
      {refusal !== null && refusal !== 'addresses-wrong' && <p role="alert">{words.refusals[refusal]}</p>}
      <Progress report={report} />
      {report?.stage === 'done' && found.length === 0 && <p className="empty">{text.nothing}</p>}
      {found.length > 0 && (
        <>
          <WindowedList
            label={text.title}
            count={found.length}
            rowPx={ROW_PX}
            row={(at) => {
              const camera = found[at];
              return (
                camera && (
                  <Found
                    camera={camera}
                    chosen={isChosen(camera)}
                    busy={report?.stage === 'reading'}
                    onChoose={(wanted) => leave(new Map([...left, [camera.url, wanted]]))}
                  />
                )
              );
            }}
          />
          <BatchForm
            urls={chosen.map(({ url }) => url)}
            blocked={!allowed || report?.stage === 'reading'}
            onAnswer={refuse}
          />
        </>
      )}
    </>
  );
}
