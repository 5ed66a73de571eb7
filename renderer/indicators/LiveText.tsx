import { useLayoutEffect, useRef } from 'react';
import { onReading } from '../replica/store.ts';

/** Text that follows the readings of one key by itself: written straight to its node, no render per value. */
export function LiveText(props: {
  readonly of: string;
  readonly words: () => string;
  readonly className: string;
}) {
  const { of: key, words, className } = props;
  const node = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const text = document.createTextNode('');
    node.current?.replaceChildren(text);
    function write(): void {
      const next = words();
      if (text.data !== next) text.data = next;
    }
    write();
    return onReading(key, write);
  }, [key, words]);
  return <span ref={node} className={className} />;
}
