import { own } from '../../domain/kernel/own.ts';
import type { Wall } from '../../domain/wall/model.ts';
import { useName, useText } from '../text/language.ts';
import { countReceipts, receiptWords } from './receiptWords.ts';
import './receiptStrip.css';

/** What became of the take that is on: in total, and for each display that has not shown it. */
export function ReceiptStrip({ wall }: { readonly wall: Wall }) {
  const { receipts: text, wallBoard } = useText();
  const name = useName();
  const { program, command, canvas, receipts } = wall;
  const held = command === null ? undefined : own(text.commands, command.kind);
  const late = canvas.displays.filter(
    ({ id }) => receipts[id] !== undefined && receipts[id].state !== 'shown',
  );
  const { shown } = countReceipts(Object.values(receipts));
  return (
    <section className="receipts" aria-label={text.label} aria-live="polite">
      <h2>{text.label}</h2>
      {program === null ? (
        <p className="empty">{text.none}</p>
      ) : (
        <p>
          {held ?? text.take(program.revision, name(program.scene.name))} –{' '}
          <strong>{text.progress(shown, Object.keys(receipts).length)}</strong>
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
