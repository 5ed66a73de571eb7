import type { LucideIcon } from 'lucide-react';
import { useId } from 'react';
import { Icon } from './Icon.tsx';
import './fileButton.css';

/** A button that asks for files of this machine; the same file can be brought again. */
export function FileButton(props: {
  readonly icon: LucideIcon;
  readonly label: string;
  /** What may be chosen, as the input's own `accept`. */
  readonly accept: string;
  readonly multiple?: boolean;
  readonly disabled?: boolean;
  readonly title?: string;
  readonly onFiles: (files: readonly File[]) => void;
}) {
  const { icon, label, title, onFiles, ...input } = props;
  const id = useId();
  return (
    <span className="file-button">
      <label htmlFor={id} title={title}>
        <Icon of={icon} /> {label}
      </label>
      <input
        {...input}
        id={id}
        type="file"
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </span>
  );
}
