import type { LucideIcon } from 'lucide-react';
import type { ButtonHTMLAttributes } from 'react';
import { Icon } from './Icon.tsx';
import './button.css';

type ButtonLook = {
  /** One `primary` at most in a group; `quiet` has no frame until it is pointed at. */
  readonly look?: 'plain' | 'primary' | 'quiet';
  readonly icon?: LucideIcon;
  /** Keys that do the same, shown beside the word: `Enter`. */
  readonly keys?: string;
};

/** A button with a word; the icon is never alone. */
export function Button(props: ButtonLook & ButtonHTMLAttributes<HTMLButtonElement>) {
  const { look = 'plain', icon, keys, className, children, type = 'button', ...rest } = props;
  return (
    <button {...rest} type={type} className={`button button-${look} ${className ?? ''}`}>
      {icon && <Icon of={icon} />}
      <span>{children}</span>
      {keys !== undefined && <kbd className="button-keys">{keys}</kbd>}
    </button>
  );
}
