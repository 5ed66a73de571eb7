import { Search } from 'lucide-react';
import type { InputHTMLAttributes } from 'react';
import { Icon } from './Icon.tsx';
import './searchField.css';

/** A field to search in; its label is said, and stands in it while it is empty. */
export function SearchField(
  props: { readonly label: string } & Omit<
    InputHTMLAttributes<HTMLInputElement>,
    'aria-label' | 'placeholder'
  >,
) {
  const { label, className = '', ...input } = props;
  return (
    <label className={`search-field ${className}`}>
      <Icon of={Search} />
      <input {...input} aria-label={label} placeholder={label} />
    </label>
  );
}
