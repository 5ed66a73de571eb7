import { useEffect, useState } from 'react';
import { withCommand, type PastCommand } from '../../domain/wall/pastCommands.ts';
import type { Canvas, Wall } from '../../domain/wall/model.ts';
import { useNow } from '../replica/clock.ts';
import { formatMoment } from '../text/format.ts';
import { useName, useText } from '../text/language.ts';
import { commandWords, countReceipts, receiptWords } from './receiptWords.ts';
import './receiptStrip.css';

/** The commands before the last one, as this console saw them, newest first. */
function usePast({ command, program, receipts, hold }: Wall): readonly PastCommand[] {
  const [past, setPast] = useState<readonly PastCommand[]>([]);
  useEffect(
    () => setPast((before) => withCommand(before, { command, program, receipts, hold })),
    [command, program, receipts, hold],
  );
  return past.filter((each) => each.command.id !== command?.id);
}

/** What became of a command: in total, and for each display that has not shown it. */
function Outcome({ of, canvas, at }: { of: PastCommand; canvas: Canvas; at?: string }) {
  const words = useText();
  const { receipts: text, wallBoard } = words;
  const name = useName();
  const { receipts } = of;
  const late = canvas.displays.filter(
    ({ id }) => receipts[id] !== undefined && receipts[id].state !== 'shown',
  );
  const { shown, beneath } = countReceipts(Object.values(receipts));
  return (
    <>
      <p>
        {at !== undefined && `${at} `}
        {commandWords(of, words, name)} –{' '}
        <strong>{text.progress(shown, Object.keys(receipts).length)}</strong>
        {beneath > 0 && text.beneath(beneath)}
      </p>
      <ul>
        {late.map((display) => (
          <li key={display.id} className={receipts[display.id]?.state}>
            {wallBoard.display(display.order)}: {receiptWords(receipts[display.id], wallBoard.receipt)}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Drawn only while somebody looks. */
function Past({ past, canvas }: { past: readonly PastCommand[]; canvas: Canvas }) {
  const text = useText().receipts;
  const now = useNow();
  const [open, setOpen] = useState(false);
  if (past.length === 0) return null;
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{text.past(past.length)}</summary>
      {open &&
        past.map((each) => (
          <Outcome key={each.command.id} of={each} canvas={canvas} at={formatMoment(each.command.at, now)} />
        ))}
    </details>
  );
}

/** What became of the last command that changed the wall, and of those before it. */
export function ReceiptStrip({ wall }: { readonly wall: Wall }) {
  const words = useText();
  const text = words.receipts;
  const name = useName();
  const past = usePast(wall);
  const { canvas, command, program, receipts } = wall;
  return (
    <section className="receipts" aria-label={text.label}>
      <h2>{text.label}</h2>
      <div aria-live="polite">
        {command === null || commandWords(wall, words, name) === null ? (
          <p className="empty">{text.none}</p>
        ) : (
          <Outcome of={{ command, program, receipts }} canvas={canvas} />
        )}
      </div>
      <Past past={past} canvas={canvas} />
    </section>
  );
}
