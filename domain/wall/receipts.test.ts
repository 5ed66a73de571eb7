import { describe, expect, it } from 'vitest';
import { emptyHold, type Hold } from './holding.ts';
import type { Command, Receipt } from './model.ts';
import { overtakenReceipt, paintedReceipt } from './receipts.ts';

const author = { by: 'Trần Văn Nam', at: 5 };
const frozen: Hold = { ...emptyHold, freeze: { id: 'f1', ...author } };
const covered: Hold = { ...emptyHold, covers: { d1: author } };
const said = (kind: Command['kind'], hold: Hold) => {
  const { state, reason } = paintedReceipt({ command: { id: 'c1', kind, ...author }, hold }, 'd1', 7);
  return reason ?? state;
};

describe('what a display painted', () => {
  it('is not called shown while a cover or a still is in front of it', () => {
    expect([said('take', emptyHold), said('take', frozen), said('take', covered)]).toEqual([
      'shown',
      'frozen',
      'covered',
    ]);
    expect(said('take', { ...frozen, ...covered, freeze: frozen.freeze }), 'the cover is in front').toBe(
      'covered',
    );
  });

  it('is seen in front of what is held when it lies there: the hold itself, numbers, marks over a still', () => {
    expect([said('cover', covered), said('freeze', frozen), said('identify', covered)]).toEqual(
      Array(3).fill('shown'),
    );
    for (const kind of ['draw', 'wipe'] as const)
      expect([said(kind, frozen), said(kind, covered)]).toEqual(['shown', 'covered']);
  });
});

describe('a receipt that another command overtook', () => {
  const beneath: Receipt = { displayId: 'd1', state: 'beneath', reason: 'frozen', at: 7 };
  const shown: Receipt = { displayId: 'd1', state: 'shown', at: 9 };
  const kind: Command['kind'] = 'hear';
  const since = {
    command: { kind },
    hold: emptyHold,
    receipts: { d1: shown },
    fate: 'beside',
    at: 10,
  } as const;

  it('is shown once its display shows the present again', () => {
    expect(overtakenReceipt(beneath, since)).toEqual(shown);
    expect(overtakenReceipt(beneath, { ...since, hold: frozen })).toEqual(beneath);
    expect(overtakenReceipt(beneath, { ...since, receipts: {} })).toEqual(beneath);
  });

  it('was never seen when something else took its place beneath', () => {
    expect(overtakenReceipt(beneath, { ...since, fate: 'gone' })).toMatchObject({
      state: 'failed',
      reason: 'superseded',
    });
  });

  it('is not waited for any longer, and what was seen stays so', () => {
    expect(overtakenReceipt({ displayId: 'd1', state: 'queued', at: 7 }, since).reason).toBe('superseded');
    expect(overtakenReceipt(shown, { ...since, fate: 'gone' })).toBe(shown);
  });

  it('of the program that is on is seen with whatever is painted after it', () => {
    const queued: Receipt = { displayId: 'd1', state: 'queued', at: 7 };
    const failed: Receipt = { displayId: 'd1', state: 'failed', reason: 'window-missing', at: 9 };
    const on = { ...since, fate: 'on' } as const;
    expect(overtakenReceipt(queued, { ...on, receipts: { d1: { ...queued, at: 8 } } })).toBe(queued);
    expect(overtakenReceipt(queued, on)).toEqual(shown);
    expect(overtakenReceipt(queued, { ...on, hold: frozen })).toEqual({ ...beneath, at: 9 });
    expect(overtakenReceipt(queued, { ...on, receipts: { d1: failed } })).toEqual(failed);
  });

  describe('and the other was a stroke of the pen', () => {
    const queued: Receipt = { displayId: 'd1', state: 'queued', at: 7 };
    const drawn = { ...since, command: { kind: 'draw' } } as const;

    it('is waited for until the stroke is painted over it', () => {
      expect(overtakenReceipt(queued, { ...drawn, receipts: { d1: { ...queued, at: 8 } } })).toBe(queued);
      expect(overtakenReceipt(queued, drawn)).toEqual(shown);
    });

    it('is not called shown when the stroke lies in front of a still, and it behind', () => {
      expect(overtakenReceipt(queued, { ...drawn, hold: frozen })).toEqual({ ...beneath, at: 9 });
    });

    it('fails where the stroke failed, and where it is on no longer', () => {
      const failed: Receipt = { displayId: 'd1', state: 'failed', reason: 'window-silent', at: 9 };
      expect(overtakenReceipt(queued, { ...drawn, receipts: { d1: failed } })).toEqual(failed);
      expect(overtakenReceipt(queued, { ...drawn, fate: 'gone' }).reason).toBe('superseded');
    });
  });
});
