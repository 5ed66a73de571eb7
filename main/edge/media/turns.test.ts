import { describe, expect, it } from 'vitest';
import {
  createTurns,
  MOST_CHECKED,
  MOST_CONNECTED,
  MOST_CONNECTING,
  MOST_FAILING,
  type Turn,
} from './turns.ts';

function aRoom() {
  let due: (() => void)[] = [];
  const clock = {
    after: (_ms: number, call: () => void) => {
      due.push(call);
      return () => void (due = due.filter((each) => each !== call));
    },
  };
  const turns = createTurns({ connected: 3, connecting: 2, failing: 1, checked: 1 }, clock);
  const going = new Map<string, Turn>();
  const ask = (name: string, place = 0, isCheck = () => false, attempts = 0) =>
    turns.ask({
      place: () => place,
      attempts: () => attempts,
      isCheck,
      go: (turn) => void going.set(name, turn),
      giveWay: () => void going.delete(name),
    });
  /** As long passes as a camera may be connecting. */
  const pass = (): void => due.splice(0).forEach((call) => call());
  return { turns, going, ask, pass, names: () => [...going.keys()] };
}

describe('cameras that want to connect', () => {
  it('go a few at a time, and the next one when one is connected', () => {
    const { going, ask, names } = aRoom();
    ['a', 'b', 'c'].forEach((name) => ask(name));
    expect(names()).toEqual(['a', 'b']);

    going.get('a')?.connected();

    expect(names()).toEqual(['a', 'b', 'c']);
  });

  it('go on when one never answers', () => {
    const { ask, pass, names } = aRoom();
    ['silent', 'mute', 'a'].forEach((name) => ask(name));
    expect(names()).toEqual(['silent', 'mute']);

    pass();
    expect(names()).toEqual(['silent', 'mute', 'a']);
  });

  it('go no further than the bound, however often one says that it is done', () => {
    const { turns, going, ask, names } = aRoom();
    ['a', 'b', 'c', 'd', 'e'].forEach((name) => ask(name));
    for (const name of ['a', 'b', 'c']) going.get(name)?.connected();
    expect(names()).toEqual(['a', 'b', 'c']);
    expect(turns.isFull()).toBe(true);

    going.get('b')?.leave();
    going.get('b')?.leave();
    going.get('b')?.connected();

    expect(names()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('go in the order of their places', () => {
    const { going, ask, names } = aRoom();
    const callOff = [ask('a'), ask('b'), ask('late', 5), ask('gone', 1), ask('wall', 2)][3];
    callOff?.();

    going.get('a')?.leave();
    going.get('b')?.leave();

    expect(names()).toEqual(['a', 'b', 'wall', 'late']);
  });

  it('leave a check its own turn, however full the wall is, and take none of it', () => {
    const { going, ask, names } = aRoom();
    for (const name of ['a', 'b', 'c', 'd']) {
      ask(name);
      going.get(name)?.connected();
    }
    const check = () => true;
    ask('first', 9, check);
    ask('second', 9, check);
    expect(names()).toEqual(['a', 'b', 'c', 'first']);

    going.get('first')?.leave();
    expect(names()).toEqual(['a', 'b', 'c', 'first', 'second']);
  });

  it('count as tiles once a tile wants what a check began', () => {
    const { ask, names } = aRoom();
    let isCheck = true;
    ask('checked', 0, () => isCheck);
    isCheck = false;
    ['a', 'b', 'c'].forEach((name) => ask(name));

    expect(names()).toEqual(['checked', 'a']);
  });

  it('have the turn of the one that matters least, and of none that matters as much', () => {
    const { turns, going, ask, names } = aRoom();
    const places = { wall: 1, alarm: 1, desk: 2 };
    for (const name of ['wall', 'alarm', 'desk'] as const) {
      turns.ask({
        place: () => places[name],
        attempts: () => 0,
        go: (turn) => void going.set(name, turn),
        giveWay: () => void going.delete(name),
      });
      going.get(name)?.connected();
    }

    ask('first', 1);
    expect(names()).toEqual(['wall', 'alarm', 'first']);
    going.get('first')?.connected();
    ask('second', 1);
    expect(names()).toEqual(['wall', 'alarm', 'first']);

    places.wall = 3;
    turns.reconsider();
    expect(names()).toEqual(['alarm', 'first', 'second']);
  });

  it('try beyond the turns that are given while they fail, and have another’s when their pictures are there', () => {
    const { turns, going, ask, names } = aRoom();
    for (const name of ['a', 'b', 'c']) {
      ask(name, 1);
      going.get(name)?.connected();
    }
    let attempts = 2;
    const again = (): void =>
      void turns.ask({
        place: () => 0,
        attempts: () => attempts,
        go: (turn) => void going.set('back', turn),
        giveWay: () => void going.delete('back'),
      });
    again();
    expect(names()).toEqual(['a', 'b', 'c', 'back']);

    going.get('back')?.connected();
    expect(names()).toEqual(['a', 'b', 'c', 'back']);
    ask('dead', 0, () => false, 7);
    expect(names()).not.toContain('dead');
    attempts = 0;
    going.get('back')?.connected();
    expect(names()).toEqual(['a', 'b', 'back', 'dead']);
    expect(turns.isFull()).toBe(true);
  });

  it('try nothing beyond the turns while they fail and matter no more than the others', () => {
    const { going, ask, names } = aRoom();
    for (const name of ['a', 'b', 'c']) {
      ask(name, 1);
      going.get(name)?.connected();
    }
    ask('dead', 1, () => false, 2);
    expect(names()).toEqual(['a', 'b', 'c']);

    going.get('a')?.leave();
    expect(names()).toContain('dead');
  });

  it('keep their turn while as many are connecting as may', () => {
    const { going, ask, names } = aRoom();
    for (const name of ['a', 'b', 'c']) {
      ask(name, 2);
      if (name === 'a') going.get(name)?.connected();
    }
    ask('alarm', 0);
    expect(names()).toEqual(['a', 'b', 'c']);

    going.get('b')?.connected();
    expect(names()).toEqual(['a', 'b', 'alarm']);
  });
});

describe('many dead cameras of a wall', () => {
  /** Sixteen that never answer, and are asked again half a second after they were given up. */
  function aDeadWall() {
    let now = 0;
    let due: { readonly at: number; readonly call: () => void }[] = [];
    const clock = {
      after(ms: number, call: () => void) {
        const entry = { at: now + ms, call };
        due.push(entry);
        return () => void (due = due.filter((each) => each !== entry));
      },
    };
    function pass(ms: number): void {
      for (const until = now + ms; now < until; now += 500) {
        const these = due.filter(({ at }) => at <= now);
        due = due.filter(({ at }) => at > now);
        for (const { call } of these) call();
      }
    }
    const turns = createTurns(
      {
        connected: MOST_CONNECTED,
        connecting: MOST_CONNECTING,
        failing: MOST_FAILING,
        checked: MOST_CHECKED,
      },
      clock,
    );
    for (let index = 0; index < 16; index += 1) {
      let attempts = index;
      const ask = (): void =>
        void turns.ask({
          place: () => 1,
          attempts: () => attempts,
          giveWay: () => undefined,
          go: (turn) =>
            void clock.after(3_000, () => {
              attempts += 1;
              turn.leave();
              clock.after(500, ask);
            }),
        });
      ask();
    }
    const goes = (place: number, attempts: number): (() => boolean) => {
      let gone = false;
      const go = (): void => void (gone = true);
      turns.ask({ place: () => place, attempts: () => attempts, giveWay: () => undefined, go });
      return () => gone;
    };
    return { pass, goes };
  }

  it('keep none of a console out, and none that was away for an hour', () => {
    const { pass, goes } = aDeadWall();
    pass(20_000);
    const onConsole = goes(2, 0);
    const longAway = goes(1, 1_000);
    const onConsoleAway = goes(2, 4);
    expect(onConsole()).toBe(true);

    pass(10_000);
    expect([longAway(), onConsoleAway()]).toEqual([true, true]);
  });
});
