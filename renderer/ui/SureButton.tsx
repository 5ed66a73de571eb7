import type { LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { Button } from './Button.tsx';

/** A button that asks once more: the second press does it, leaving it takes the question back. */
export function SureButton(props: {
  readonly icon?: LucideIcon;
  readonly look?: 'plain' | 'quiet';
  /** What it is called where its word alone stands for several, such as a line of a list. */
  readonly label?: string;
  readonly sure: string;
  readonly onSure: () => void;
  readonly children: string;
}) {
  const { icon, look = 'plain', label, sure, onSure, children } = props;
  const [asked, setAsked] = useState(false);
  return (
    <Button
      {...(icon && { icon })}
      {...(label !== undefined && { 'aria-label': asked ? `${sure}: ${label}` : label })}
      look={look}
      onBlur={() => setAsked(false)}
      onClick={() => {
        if (asked) onSure();
        setAsked(!asked);
      }}
    >
      {asked ? sure : children}
    </Button>
  );
}
