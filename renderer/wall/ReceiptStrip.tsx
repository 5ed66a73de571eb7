import { useState } from 'react';
import { newestOf } from '../../domain/wall/pastCommands.ts';
import type { Canvas, PastCommand, Wall } from '../../domain/wall/model.ts';
import { useNow } from '../replica/clock.ts';
import { formatMoment } from '../text/format.ts';
import { useName, useText } from '../text/language.ts';
import { commandWords, receiptWords } from './receiptWords.ts';
import './receiptStrip.css';

/** What became of a command: in total, and for each display that has not shown it. */
function Outcome({ of, canvas, at }: { of: PastCommand; canvas: Canvas; at?: string }) {
  const words = useText();
  const { receipts: text, wallBoard } = words;
  const name = useName();
  const now = useNow();
  const { displays, unseen } = of;
  const beneath = unseen.filter(({ state }) => state === 'beneath').length;
  const late = canvas.displays.flatMap((display) => {
    const receipt = unseen.find(({ displayId }) => displayId === display.id);
    return receipt ? [{ display, receipt }] : [];
  });
  return (
    <>
      <p>
        {at !== undefined && `${at} `}
        {commandWords(of, words, name)} – <strong>{text.progress(displays - unseen.length, displays)}</strong>
        {beneath > 0 && text.beneath(beneath)}
      </p>
      <ul>
        {late.map(({ display, receipt }) => (
          <li key={display.id} className={receipt.state}>
            {wallBoard.display(display.order)}: {receiptWords(receipt, now, wallBoard.receipt)}
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
  const newest = newestOf(wall);
  return (
    <section className="receipts" aria-label={text.label}>
      <h2>{text.label}</h2>
      <div aria-live="polite">
        {newest === null || commandWords(newest, words, name) === null ? (
          <p className="empty">{text.none}</p>
        ) : (
          <Outcome of={newest} canvas={wall.canvas} />
        )}
      </div>
      <Past past={wall.past} canvas={wall.canvas} />
    </section>
  );
}
