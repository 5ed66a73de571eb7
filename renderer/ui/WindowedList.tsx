import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import './windowedList.css';

/** Rows drawn above and below what is seen, so that scrolling never shows a gap. */
const SPARE = 6;

/** A long list of which only what is seen is drawn. Every row has the same height. */
export function WindowedList(props: {
  readonly label: string;
  readonly count: number;
  readonly rowPx: number;
  readonly row: (index: number) => ReactNode;
}) {
  const { label, count, rowPx, row } = props;
  const box = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState({ topPx: 0, heightPx: 600 });
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const look = (): void => setSeen({ topPx: element.scrollTop, heightPx: element.clientHeight });
    const watch = new ResizeObserver(look);
    watch.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      watch.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, []);
  const from = Math.max(0, Math.min(Math.floor(seen.topPx / rowPx) - SPARE, count - 1));
  const to = Math.min(count, Math.ceil((seen.topPx + seen.heightPx) / rowPx) + SPARE);
  const indexes = Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
  return (
    <div ref={box} className="windowed" tabIndex={0}>
      <ul aria-label={label} style={{ height: count * rowPx }}>
        {indexes.map((index) => (
          <li
            key={index}
            aria-setsize={count}
            aria-posinset={index + 1}
            style={{ height: rowPx, transform: `translateY(${index * rowPx}px)` }}
          >
            {row(index)}
          </li>
        ))}
      </ul>
    </div>
  );
}
