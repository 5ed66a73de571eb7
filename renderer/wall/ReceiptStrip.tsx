import type { Wall } from '../../domain/wall/model.ts';
import { useName, useText } from '../text/language.ts';
import { commandWords, countReceipts, receiptWords } from './receiptWords.ts';
import './receiptStrip.css';

/** What became of the last command that changed the wall: in total, and for each display that has not shown it. */
export function ReceiptStrip({ wall }: { readonly wall: Wall }) {
  const words = useText();
  const { receipts: text, wallBoard } = words;
  const name = useName();
  const { canvas, receipts } = wall;
  const command = commandWords(wall, words, name);
  const late = canvas.displays.filter(
    ({ id }) => receipts[id] !== undefined && receipts[id].state !== 'shown',
  );
  const { shown, beneath } = countReceipts(Object.values(receipts));
  return (
    <section className="receipts" aria-label={text.label} aria-live="polite">
      <h2>{text.label}</h2>
      {command === null ? (
        <p className="empty">{text.none}</p>
      ) : (
        <p>
          {command} – <strong>{text.progress(shown, Object.keys(receipts).length)}</strong>
          {beneath > 0 && text.beneath(beneath)}
        </p>
      )}
      <ul>
        {late.map((display) => (
          <li key={display.id} className={receipts[display.id]?.state}>
            {wallBoard.display(display.order)}: {receiptWords(receipts[display.id], wallBoard.receipt)}
          </li>
        ))}
      </ul>
    </section>
  );
}
