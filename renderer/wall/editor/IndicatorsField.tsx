import { X } from 'lucide-react';
import { Icon } from '../../ui/Icon.tsx';
import type { EditingRoom } from '../../panels/editingDefinition.ts';
import { ChoiceField } from './ChoiceField.tsx';

/** Indicators in their order: one is exchanged, several are added and taken away. */
export function IndicatorsField(props: {
  readonly label: string;
  readonly value: readonly string[];
  readonly most: number;
  readonly room: EditingRoom;
  readonly onChange: (ids: readonly string[]) => void;
}) {
  const { label, value, most, room, onChange } = props;
  const { words, language } = room;
  const { catalogue } = room.world.indicators;
  const name = (id: string): string => catalogue[id]?.name[language] ?? id;
  const options = Object.keys(catalogue).map((id) => ({ value: id, label: name(id) }));
  if (most === 1) {
    const change = (id: string): void => onChange([id]);
    return <ChoiceField label={label} value={value[0] ?? ''} options={options} onChange={change} />;
  }
  const rest = options.filter((option) => !value.includes(option.value));
  return (
    <fieldset className="edit-indicators">
      <legend>{label}</legend>
      <ol>
        {value.map((id) => (
          <li key={id}>
            <span>{name(id)}</span>
            {value.length > 1 && (
              <button
                type="button"
                aria-label={words.editor.fields.removeIndicator(name(id))}
                onClick={() => onChange(value.filter((other) => other !== id))}
              >
                <Icon of={X} />
              </button>
            )}
          </li>
        ))}
      </ol>
      {value.length < most && rest.length > 0 && (
        <ChoiceField
          label={words.editor.fields.addIndicator}
          value=""
          options={[{ value: '', label: '–' }, ...rest]}
          onChange={(id) => id !== '' && onChange([...value, id])}
        />
      )}
    </fieldset>
  );
}
