import { FileDown, FileSpreadsheet, ListChecks, X } from 'lucide-react';
import type { Person } from '../../../domain/access/model.ts';
import { may } from '../../../domain/access/rights.ts';
import { checkSums, type CheckLine } from '../../../domain/cameras/check.ts';
import { csv } from '../../../domain/kernel/csv.ts';
import { vietnamDate } from '../../../domain/kernel/time.ts';
import { currentTime } from '../../replica/clock.ts';
import { useWorld } from '../../replica/store.ts';
import { formatMoment, formatNumber } from '../../text/format.ts';
import { useLanguage, useName, useText } from '../../text/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { saveBlob, saveFile } from '../../ui/saveFile.ts';
import { WindowedList } from '../../ui/WindowedList.tsx';
import { isTrouble, stateIcons, stateTones } from '../marks.ts';
import { useUnitName } from './ListView.tsx';
import { sheetOf, xlsxOf, type LineNames } from './sheet.ts';
import { useCheck, type Check } from './useCheck.ts';
import { useCount } from './useCount.ts';

const LINE_PX = 52;

function useNamesOf(): (cameraId: string) => LineNames {
  const byId = useWorld((world) => world.cameras.byId);
  const nameOf = useName();
  const unitName = useUnitName();
  return (cameraId) => {
    const camera = byId[cameraId];
    return camera ? { name: nameOf(camera.name), unit: unitName(camera.unit) } : { name: cameraId, unit: '' };
  };
}

function Line({ line, names }: { readonly line: CheckLine; readonly names: LineNames }) {
  const words = useText();
  const text = words.registry.check;
  const language = useLanguage();
  const { state, trouble, serverOnly, codec, widthPx, heightPx, fps, firstPictureMs } = line;
  const facts = [
    words.cameras.states[state],
    ...(trouble === undefined ? [] : [words.cameras.troubles[trouble]]),
    ...(serverOnly ? [text.serverOnly] : []),
    ...(codec === undefined ? [] : [codec]),
    ...(widthPx === undefined || heightPx === undefined ? [] : [text.size(widthPx, heightPx)]),
    ...(fps === undefined ? [] : [text.fps(formatNumber(fps, 1, language))]),
    ...(firstPictureMs === undefined ? [] : [text.first(formatNumber(firstPictureMs, 0, language))]),
    names.unit,
  ];
  return (
    <div className="registry-row" role="group" aria-label={words.cameras.row(names.name, facts.join(', '))}>
      <span className={`camera-sign tone-${stateTones[state]}`}>
        <Icon of={stateIcons[state]} />
      </span>
      <div>
        <strong>{names.name}</strong>
        <span className={isTrouble(state) ? 'trouble' : 'quiet'}>{facts.join(' · ')}</span>
      </div>
    </div>
  );
}

function Standing({ check }: { readonly check: Check }) {
  const text = useText().registry.check;
  const count = useCount();
  const { report, lines } = check;
  if (report === null) return <p className="quiet">{text.never}</p>;
  const { done, total, running, startedAt, by } = report;
  const sums = checkSums(lines);
  return (
    <div className="registry-check" role="status">
      {running ? (
        <label>
          {text.going(count(done), count(total))}
          <progress value={done} max={total} />
        </label>
      ) : (
        <p>{text.done(count(done), count(total), formatMoment(startedAt, currentTime()), by)}</p>
      )}
      <p>{text.sums(count(sums.works), count(sums.troubled), count(sums.unknown))}</p>
    </div>
  );
}

/** Every camera asked once: which of them give pictures, of what kind, how soon, and why the others do not. */
export function CheckView({ person }: { readonly person: Person | null }) {
  const words = useText();
  const text = words.registry.check;
  const check = useCheck();
  const namesOf = useNamesOf();
  const allowed = person !== null && may(person.role, 'camera.check');
  const { report, lines, refusal } = check;
  const running = report?.running ?? false;
  const name = (): string => `${text.file}-${vietnamDate(currentTime()).replaceAll('/', '-')}`;
  const table = () => sheetOf(lines, namesOf, words);
  return (
    <>
      <p className="quiet">{text.help}</p>
      <div className="registry-buttons">
        {running ? (
          <Button icon={X} onClick={check.stop}>
            {text.stop}
          </Button>
        ) : (
          <Button icon={ListChecks} disabled={!allowed} onClick={check.start}>
            {text.start}
          </Button>
        )}
        <Button
          icon={FileDown}
          look="quiet"
          disabled={lines.length === 0}
          onClick={() => saveFile(`${name()}.csv`, 'text/csv', csv(table()))}
        >
          {text.csv}
        </Button>
        <Button
          icon={FileSpreadsheet}
          look="quiet"
          disabled={lines.length === 0}
          onClick={() => void xlsxOf(table()).then((file) => saveBlob(`${name()}.xlsx`, file))}
        >
          {text.xlsx}
        </Button>
      </div>
      {refusal !== null && <p role="alert">{words.refusals[refusal]}</p>}
      <Standing check={check} />
      <WindowedList
        label={text.sheet}
        count={lines.length}
        rowPx={LINE_PX}
        row={(at) => {
          const line = lines[at];
          return line && <Line line={line} names={namesOf(line.cameraId)} />;
        }}
      />
    </>
  );
}
