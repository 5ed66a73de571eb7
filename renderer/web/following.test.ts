import { describe, expect, it } from 'vitest';
import { readState } from './following.ts';

describe('how a page stands', () => {
  it('is opening until the shell has said anything', () => {
    expect(readState(null)).toEqual({ state: 'loading', loadedAt: null });
  });

  it('is what the shell says, with the reason', () => {
    expect(readState('{"state":"live","loadedAt":5}')).toEqual({ state: 'live', loadedAt: 5 });
    expect(
      readState('{"state":"failed","fault":"certificate","detail":"CERT_DATE_INVALID","loadedAt":null}'),
    ).toEqual({ state: 'failed', fault: 'certificate', detail: 'CERT_DATE_INVALID', loadedAt: null });
  });

  it('is not failed for a reason that nobody knows', () => {
    expect(readState('{"state":"failed","fault":"constructor"}').state).toBe('loading');
  });
});
