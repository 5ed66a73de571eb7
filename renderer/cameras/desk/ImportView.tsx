import { Check, Download, FileDown, RotateCcw, Upload, X } from 'lucide-react';
import type { Person } from '../../../domain/access/model.ts';
import { may } from '../../../domain/access/rights.ts';
import { importColumns } from '../../../domain/cameras/columns.ts';
import type { ImportPreview } from '../../../domain/cameras/importList.ts';
import type { RowProblem } from '../../../domain/cameras/rowReader.ts';
import { MOST_PROBLEMS } from '../../../domain/cameras/limits.ts';
import { csv } from '../../../domain/kernel/csv.ts';
import { useNow } from '../../replica/clock.ts';
import { useWorld } from '../../replica/store.ts';
import { formatMoment } from '../../text/format.ts';
import { useText } from '../../text/language.ts';
import { useCount } from './useCount.ts';
import type { Dictionary } from '../../text/vi.ts';
import { Button } from '../../ui/Button.tsx';
import { FileButton } from '../../ui/FileButton.tsx';
import { saveFile } from '../../ui/saveFile.ts';
import { WindowedList } from '../../ui/WindowedList.tsx';
import {
  bringList,
  dropList,
  stopList,
  takeList,
  undoList,
  useList,
  type ListProblem,
} from './importStore.ts';

const PROBLEM_PX = 44;

function sentenceOf({ expected, other }: RowProblem, text: Dictionary['registry']): string {
  return expected === 'twice' && other !== undefined ? text.twice(other) : text.expected[expected];
}

function problemSentence(problem: ListProblem, { registry, refusals }: Dictionary): string {
  if ('problem' in problem) return registry.problems[problem.problem];
  if ('refusal' in problem) return refusals[problem.refusal];
  return registry.missing(problem.missing.map((column) => registry.columnNames[column]).join(', '));
}

function saveWrongCells(file: string, problems: readonly RowProblem[], text: Dictionary['registry']): void {
  const { row, column, found, expected } = text.heads;
  const rows = problems.map((each) => [
    each.row,
    text.columnNames[each.column],
    each.found ?? '',
    sentenceOf(each, text),
  ]);
  saveFile(
    `${text.wrongName}-${file.replace(/\.\w+$/, '')}.csv`,
    'text/csv',
    csv([[row, column, found, expected], ...rows]),
  );
}

function Wrong({ file, preview }: { readonly file: string; readonly preview: ImportPreview }) {
  const text = useText().registry;
  const count = useCount();
  const { problems, wrongRows } = preview;
  if (wrongRows === 0) return <p>{text.allRight}</p>;
  return (
    <>
      <p className="registry-wrong">
        <strong>{text.wrong(count(wrongRows))}</strong>
        <Button icon={FileDown} look="quiet" onClick={() => saveWrongCells(file, problems, text)}>
          {text.saveWrong}
        </Button>
      </p>
      <WindowedList
        label={text.wrongList}
        count={problems.length}
        rowPx={PROBLEM_PX}
        row={(index) => {
          const problem = problems[index];
          if (problem === undefined) return null;
          const { row, column, found = '' } = problem;
          return (
            <p className="registry-problem">
              {text.problem(row, text.columnNames[column], sentenceOf(problem, text), found)}
            </p>
          );
        }}
      />
      {problems.length >= MOST_PROBLEMS && <p className="quiet">{text.more(count(MOST_PROBLEMS))}</p>}
    </>
  );
}

function Preview({ file, preview }: { readonly file: string; readonly preview: ImportPreview }) {
  const text = useText().registry;
  const count = useCount();
  const { rows, fresh, changed, same, secrets, columns } = preview;
  const known = columns.flatMap(({ column }) => (column === null ? [] : [text.columnNames[column]]));
  const ignored = columns.flatMap(({ header, column }) => (column === null && header !== '' ? [header] : []));
  return (
    <section className="registry-preview" aria-label={text.preview(file)}>
      <h3>{text.preview(file)}</h3>
      <p>
        {text.sums(count(rows), count(fresh), count(changed), count(same))}
        {secrets > 0 && `, ${text.secrets(count(secrets))}`}
      </p>
      <p className="quiet">
        {text.columns}: {known.join(', ')}. {ignored.length > 0 && text.ignored(ignored.join(', '))}
      </p>
      <Wrong file={file} preview={preview} />
      <div className="registry-buttons">
        <Button icon={Check} look="primary" disabled={fresh + changed === 0} onClick={() => void takeList()}>
          {text.take(count(fresh + changed))}
        </Button>
        <Button icon={X} onClick={dropList}>
          {text.drop}
        </Button>
      </div>
    </section>
  );
}

function Coming() {
  const words = useText();
  const text = words.registry;
  const count = useCount();
  const { coming, refused } = useList();
  if (coming?.stage === 'preview') return <Preview file={coming.file} preview={coming.preview} />;
  if (coming !== null) {
    const judging = coming.stage === 'judging';
    return (
      <div className="registry-coming">
        <label>
          {judging
            ? text.judging(coming.file, count(coming.done), count(coming.all))
            : text[coming.stage](coming.file)}
          {judging ? <progress value={coming.done} max={coming.all} /> : <progress />}
        </label>
        {coming.stage !== 'taking' && (
          <Button icon={X} onClick={stopList}>
            {text.cancel}
          </Button>
        )}
      </div>
    );
  }
  return refused === null ? null : (
    <p role="alert">{text.refused(refused.file, problemSentence(refused, words))}</p>
  );
}

function Last({ mayEdit }: { readonly mayEdit: boolean }) {
  const text = useText().registry;
  const now = useNow();
  const count = useCount();
  const last = useWorld((world) => world.cameras.lastImport);
  const busy = useList(({ coming }) => coming !== null);
  if (last === null) return null;
  return (
    <p className="registry-last" role="status">
      <span>
        {text.last[last.what ?? 'list'](last.file, count(last.fresh), count(last.changed))} (
        {[formatMoment(last.at, now), last.by].filter((word) => word !== '').join(', ')})
      </span>
      <Button
        icon={RotateCcw}
        look="quiet"
        disabled={!mayEdit || busy}
        onClick={() => void undoList(last.importId, last.file)}
      >
        {text.undo}
      </Button>
    </p>
  );
}

/** Lists of cameras: chosen, looked at, taken in, taken back. */
export function ImportView({ person }: { readonly person: Person | null }) {
  const text = useText().registry;
  const mayEdit = person !== null && may(person.role, 'camera.edit');
  const busy = useList(({ coming }) => coming !== null);
  const template = (): void =>
    saveFile(
      `${text.templateName}.csv`,
      'text/csv',
      csv([importColumns.map((column) => text.columnNames[column])]),
    );
  return (
    <div className="registry-import">
      <div className="registry-buttons">
        <FileButton
          icon={Upload}
          label={text.import}
          title={mayEdit ? text.importHelp : text.noRight}
          accept=".xlsx,.csv,.txt,.json"
          disabled={!mayEdit || busy}
          onFiles={([file]) => file && void bringList(file)}
        />
        <Button icon={Download} look="quiet" onClick={template}>
          {text.template}
        </Button>
      </div>
      {!mayEdit && <p className="quiet">{text.noRight}</p>}
      <Coming />
      <Last mayEdit={mayEdit} />
    </div>
  );
}
