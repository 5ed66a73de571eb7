import { useCallback, useEffect, useState } from 'react';
import type { Answer, Refusal } from '../../domain/contract/calls.ts';
import { vietnamDay } from '../../domain/kernel/time.ts';
import type { Use, UseSpan } from '../../domain/usage/model.ts';
import { useNow } from '../replica/clock.ts';
import { useWorld } from '../replica/store.ts';
import { useName, useText } from '../text/language.ts';
import type { NamedUse } from './table.ts';

type Read = Extract<Answer<'usage.read'>, { ok: true }>['value'];
export type Usage = Read | { readonly refusal: Refusal } | null;

/** What was seen in a span of days that ends today; asked for when the span changes, when a day begins, and by `again`. */
export function useUsage(days: UseSpan): { readonly usage: Usage; readonly again: () => void } {
  const [usage, setUsage] = useState<Usage>(null);
  const [asked, ask] = useState(0);
  const today = vietnamDay(useNow());
  useEffect(() => {
    let stopped = false;
    void window.ioc.call('usage.read', { days }).then((answer) => {
      if (!stopped) setUsage(answer.ok ? answer.value : { refusal: answer.reason });
    });
    return () => {
      stopped = true;
    };
  }, [days, asked, today]);
  return { usage, again: useCallback(() => ask((count) => count + 1), []) };
}

function isKind<Kinds extends object>(kinds: Kinds, kind: string): kind is Extract<keyof Kinds, string> {
  return Object.hasOwn(kinds, kind);
}

/** Gives each use the name that people know it by; what is gone keeps the name it had. */
export function useNamed(wallId: string): (use: Use) => NamedUse {
  const text = useText().usage;
  const nameOf = useName();
  const scenes = useWorld((world) => world.walls[wallId]?.scenes);
  const indicators = useWorld((world) => world.indicators.catalogue);
  const cameras = useWorld((world) => world.cameras.byId);
  const documents = useWorld((world) => world.documents.byId);
  return (use) => {
    const { kind, subject, label } = use;
    const kindWord = isKind(text.kinds, kind) ? text.kinds[kind] : kind;
    const known =
      kind === 'scene' ? scenes?.[subject]?.name : (indicators[subject]?.shortName ?? cameras[subject]?.name);
    const document = documents[subject]?.name;
    const past = label === '' ? subject : label;
    const isGone = kind === 'scene' && known === undefined;
    const name = known ? nameOf(known) : (document ?? (isGone ? `${past} (${text.gone})` : past));
    return { use, kind: kindWord, name: name === '' ? kindWord : name };
  };
}
