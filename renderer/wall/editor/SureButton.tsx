import type { LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';

/** A button that asks once more: the second press does it, leaving it takes the question back. */
export function SureButton(props: {
  readonly icon?: LucideIcon;
  readonly sure: string;
  readonly onSure: () => void;
  readonly children: string;
}) {
  const { icon, sure, onSure, children } = props;
  const [asked, setAsked] = useState(false);
  return (
    <Button
      {...(icon && { icon })}
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
