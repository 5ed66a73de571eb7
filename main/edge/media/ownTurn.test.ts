import { expect, it } from 'vitest';
import { createLookers } from './lookers.ts';
import { createOwnTurn } from './ownTurn.ts';
import type { Claim, Password } from './refusals.ts';
import { createStanding } from './standing.ts';
import { createTurns } from './turns.ts';

function aSource() {
  let due: (() => void)[] = [];
  const clock = {
    now: () => 1_000_000,
    after: (_ms: number, call: () => void) => {
      due.push(call);
      return () => void (due = due.filter((each) => each !== call));
    },
  };
  let claim: Claim = { waitMs: 250, isRefused: false, isSilent: true };
  const password: Password = {
    refusedForMs: () => 0,
    claim: () => claim,
    refused: () => 60_000,
    accepted: () => undefined,
    unanswered: () => undefined,
  };
  const standing = createStanding(clock, () => undefined);
  const turns = createTurns({ connected: 1, connecting: 1, failing: 1, checked: 1 }, clock);
  const lookers = createLookers<string>();
  const turn = createOwnTurn({
    ...{ clock, turns, password, lookers, standing },
    attempts: () => 0,
    onTaken: () => undefined,
  });
  let connects = 0;
  return {
    ask: () => turn.ask(() => void (connects += 1)),
    leave: turn.leave,
    state: () => standing.now().state,
    connects: () => connects,
    mayGo: () => void (claim = { waitMs: 0, isRefused: false, isSilent: false }),
    /** All that was put off is done. */
    pass: () => due.splice(0).forEach((call) => call()),
  };
}

it('a source that is put off and asked for again meanwhile connects once', () => {
  const source = aSource();
  source.ask();
  expect([source.connects(), source.state()]).toEqual([0, 'offline']);

  source.mayGo();
  source.ask();
  source.pass();

  expect(source.connects()).toBe(1);
});

it('a source that was put off and is given up meanwhile connects never', () => {
  const source = aSource();
  source.ask();
  source.mayGo();
  source.leave();
  source.pass();

  expect(source.connects()).toBe(0);
});
