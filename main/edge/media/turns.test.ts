import { describe, expect, it } from 'vitest';
import { createTurns, type Turn } from './turns.ts';

function aRoom() {
  let due: (() => void)[] = [];
  const clock = {
    after: (_ms: number, call: () => void) => {
      due.push(call);
      return () => void (due = due.filter((each) => each !== call));
    },
  };
  const turns = createTurns({ connected: 3, connecting: 2, checked: 1 }, clock);
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

  it('have none of another’s while they fail, however much they matter', () => {
    const { going, ask, names } = aRoom();
    for (const name of ['a', 'b', 'c']) {
      ask(name, 1);
      going.get(name)?.connected();
    }
    ask('dead', 0, () => false, 2);
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
