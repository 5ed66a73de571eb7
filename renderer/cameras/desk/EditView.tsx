import { ArrowLeft, Check, Trash2 } from 'lucide-react';
import { useId } from 'react';
import type { ImportColumn } from '../../../domain/cameras/columns.ts';
import { flagIn } from '../../../domain/cameras/cells.ts';
import { MOST_CELL } from '../../../domain/cameras/limits.ts';
import { useWorld } from '../../replica/store.ts';
import { useName, useText } from '../../text/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { keepCamera, leaveCamera, touch, useEdit, writeCell, type Edited } from './editStore.ts';
import { PasswordForm } from './PasswordForm.tsx';
import { RemoveCamera } from './RemoveCamera.tsx';

const parts = {
  what: ['id', 'name', 'english', 'unit'],
  where: ['latitude', 'longitude', 'bearing', 'field', 'range'],
  sort: ['groups', 'tags', 'owner'],
  source: ['kind', 'main', 'sub', 'onvif', 'suspect', 'certificate', 'recordings', 'days'],
} as const satisfies Readonly<Record<string, readonly ImportColumn[]>>;
const flags = ['ptz', 'restricted'] as const;

/** What is wrong in each field, by the rule that decides in the core, as far as somebody has been there. */
function useFaults({ touched, judged, faults }: Edited): ReadonlyMap<ImportColumn, string> {
  const text = useText().registry;
  const seen = judged.filter(({ column }) => touched === 'all' || touched.has(column));
  return new Map([...seen, ...faults].map(({ column, expected }) => [column, text.expected[expected]]));
}

/**
 * Whoever presses the button is told of all fields at once. A sentence that came up under one field meanwhile would move the
 * button from under the pointer, and the press would be lost.
 */
function isSubmit(target: EventTarget | null): boolean {
  return target instanceof HTMLButtonElement && target.type === 'submit';
}

function Cell(props: {
  readonly column: ImportColumn;
  readonly edited: Edited;
  readonly problem: string | undefined;
  readonly list?: string | undefined;
}) {
  const { column, edited, problem, list } = props;
  const { registry: text } = useText();
  const { needed } = text.edit;
  const hints: Readonly<Partial<Record<ImportColumn, string>>> = text.edit.hints;
  const isNeeded = ['id', 'name', 'unit', 'latitude', 'longitude'].includes(column);
  return (
    <Field
      label={isNeeded ? `${text.columnNames[column]} ${needed}` : text.columnNames[column]}
      value={edited.cells[column] ?? ''}
      problem={problem}
      list={list}
      maxLength={MOST_CELL}
      placeholder={hints[column] ?? ''}
      readOnly={column === 'id' && edited.cameraId !== null}
      spellCheck={false}
      onChange={({ target }) => writeCell(column, target.value)}
      onBlur={({ relatedTarget }) => isSubmit(relatedTarget) || touch(column)}
    />
  );
}

function Flag({ column, edited }: { readonly column: (typeof flags)[number]; readonly edited: Edited }) {
  const text = useText().registry;
  return (
    <label className="registry-flag">
      <input
        type="checkbox"
        checked={flagIn(edited.cells[column] ?? '') === true}
        onChange={({ target }) => writeCell(column, target.checked ? 'x' : '')}
      />
      <span>
        {text.columnNames[column]}
        <span className="quiet"> {text.edit.flags[column]}</span>
      </span>
    </label>
  );
}

function Fields({ edited }: { readonly edited: Edited }) {
  const text = useText().registry.edit;
  const faults = useFaults(edited);
  const units = useWorld((world) => world.province?.units) ?? [];
  const nameOf = useName();
  const unitsId = useId();
  const { ofProvince, ofSite } = edited.form;
  return (
    <>
      <datalist id={unitsId}>
        {units.map(({ code, name }) => (
          <option key={code} value={nameOf(name)} />
        ))}
      </datalist>
      {(['what', 'where', 'sort', 'source'] as const).map((part) => (
        <fieldset key={part} className="registry-part" disabled={ofProvince || (ofSite && part === 'source')}>
          <legend>{text.parts[part]}</legend>
          {part === 'source' && ofSite && <p className="quiet">{text.ofSite}</p>}
          <div className={`registry-fields registry-${part}`}>
            {parts[part].map((column) => (
              <Cell
                key={column}
                column={column}
                edited={edited}
                problem={faults.get(column)}
                list={column === 'unit' ? unitsId : undefined}
              />
            ))}
          </div>
          {part === 'sort' && flags.map((column) => <Flag key={column} column={column} edited={edited} />)}
        </fieldset>
      ))}
    </>
  );
}

function Said({ said }: Pick<Edited, 'said'>) {
  const { registry, refusals } = useText();
  if (said === null) return null;
  if (typeof said === 'object') return <p role="alert">{refusals[said.refusal]}</p>;
  return (
    <p role="status" className="registry-kept">
      {registry.edit.said[said]}
    </p>
  );
}

/** One camera of the registry: what it is, where, what it is reached by; its password; the way out of the registry. */
export function EditView() {
  const text = useText().registry.edit;
  const nameOf = useName();
  const edited = useEdit((state) => state.edited);
  const camera = useWorld((world) => world.cameras.byId[edited?.cameraId ?? '']);
  if (edited === null) return null;
  const title = camera ? text.title(nameOf(camera.name)) : text.newTitle;
  return (
    <section className="registry-edit" aria-label={title}>
      <div className="registry-buttons">
        <Button icon={ArrowLeft} look="quiet" onClick={leaveCamera}>
          {text.back}
        </Button>
        <h3>{title}</h3>
      </div>
      {edited.form.ofProvince && <p className="quiet">{text.ofProvince}</p>}
      <form
        noValidate
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          void keepCamera();
        }}
      >
        <Fields edited={edited} />
        <Said said={edited.said} />
        {!edited.form.ofProvince && (
          <div className="registry-buttons">
            <Button type="submit" look="primary" icon={Check}>
              {edited.cameraId === null ? text.addIt : text.keep}
            </Button>
          </div>
        )}
      </form>
      {edited.cameraId === null ? (
        <p className="quiet">{text.passwordLater}</p>
      ) : (
        <PasswordForm key={edited.cameraId} hasPassword={edited.form.hasPassword} />
      )}
      {edited.cameraId !== null && !edited.form.ofProvince && (
        <RemoveCamera
          icon={Trash2}
          cameraId={edited.cameraId}
          name={camera ? nameOf(camera.name) : edited.cameraId}
        />
      )}
    </section>
  );
}
