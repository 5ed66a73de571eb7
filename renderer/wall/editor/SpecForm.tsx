import { same } from '../../../domain/kernel/same.ts';
import type { PanelSpec } from '../../../domain/wall/model.ts';
import { fieldsOf } from '../../panels/editing.ts';
import type { EditingRoom, SpecField } from '../../panels/editingDefinition.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { NamedField } from './NamedField.tsx';
import { NumberField } from './NumberField.tsx';
import { TextField } from './TextField.tsx';

function FieldOf(props: {
  readonly field: SpecField;
  readonly room: EditingRoom;
  readonly onChange: (spec: PanelSpec) => void;
}) {
  const { field, room, onChange } = props;
  const label = field.label(room.words);
  switch (field.control) {
    case 'choice':
      return (
        <ChoiceField
          label={label}
          value={field.value}
          options={field.options(room)}
          onChange={(value) => onChange(field.put(value))}
        />
      );
    case 'number': {
      const { value, min, max, step } = field;
      return (
        <NumberField {...{ label, value, min, max, step }} onChange={(next) => onChange(field.put(next))} />
      );
    }
    case 'text': {
      const { value, lines, maxLength } = field;
      return (
        <TextField
          {...{ label, value, lines, maxLength }}
          problem={(text) => field.problem?.(text, room.words)}
          onChange={(next) => onChange(field.put(next))}
        />
      );
    }
    case 'check':
      return (
        <label className="edit-check">
          <input
            type="checkbox"
            checked={field.value}
            onChange={({ target }) => onChange(field.put(target.checked))}
          />
          {label}
        </label>
      );
    case 'indicators':
    case 'cameras': {
      const { value, most, control } = field;
      const { fields } = room.words.editor;
      const register = control === 'cameras' ? room.world.cameras.byId : room.world.indicators.catalogue;
      const add = control === 'cameras' ? fields.addCamera : fields.addIndicator;
      return (
        <NamedField
          {...{ label, value, most, room, register, add }}
          onChange={(ids) => onChange(field.put(ids))}
        />
      );
    }
  }
}

/** The properties that a tile's own kind has. */
export function SpecForm(props: {
  readonly spec: PanelSpec;
  readonly room: EditingRoom;
  readonly onChange: (spec: PanelSpec) => void;
}) {
  const { spec, room, onChange } = props;
  // The same said in other words is no edit.
  const change = (next: PanelSpec): void => void (same(next, spec) || onChange(next));
  return fieldsOf(spec).map((field) => (
    <FieldOf key={field.id} field={field} room={room} onChange={change} />
  ));
}
