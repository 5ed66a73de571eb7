import type { LucideIcon } from 'lucide-react';
import './icon.css';

/** One family, two sizes. It is decoration: the word beside it carries the meaning. */
export function Icon(props: { readonly of: LucideIcon; readonly size?: 'text' | 'large' }) {
  const Shape = props.of;
  return <Shape className={`icon icon-${props.size ?? 'text'}`} aria-hidden="true" focusable="false" />;
}
