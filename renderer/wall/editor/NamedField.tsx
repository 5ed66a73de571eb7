import { X } from 'lucide-react';
import { useMemo } from 'react';
import type { Bilingual } from '../../../domain/kernel/text.ts';
import type { EditingRoom } from '../../panels/editingDefinition.ts';
import { Icon } from '../../ui/Icon.tsx';
import { ChoiceField } from './ChoiceField.tsx';

/** Indicators or cameras in their order: one is exchanged, several are added and taken away. */
export function NamedField(props: {
  readonly label: string;
  readonly add: string;
  readonly value: readonly string[];
  readonly most: number;
  readonly room: EditingRoom;
  /** All that may be chosen, by id. */
  readonly register: Readonly<Record<string, { readonly name: Bilingual }>>;
  readonly onChange: (ids: readonly string[]) => void;
}) {
  const { label, add, value, most, room, register, onChange } = props;
  const { words, language } = room;
  const name = (id: string): string => register[id]?.name[language] ?? id;
  const options = useMemo(
    () => Object.entries(register).map(([id, item]) => ({ value: id, label: item.name[language] })),
    [register, language],
  );
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
          label={add}
          value=""
          options={[{ value: '', label: '–' }, ...rest]}
          onChange={(id) => id !== '' && onChange([...value, id])}
        />
      )}
    </fieldset>
  );
}
