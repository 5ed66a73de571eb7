import { create } from 'zustand';
import type { DemonstrationPerson } from '../../domain/access/calls.ts';
import type { Person, PersonRole } from '../../domain/access/model.ts';
import type { Refusal } from '../../domain/contract/calls.ts';
import type { Language } from '../../domain/kernel/text.ts';
import { speak } from '../text/language.ts';

/** Who may sign in at this console and who has; asked of the core, kept by it. */
export type Session = {
  /** False until the core has answered for the first time. */
  readonly known: boolean;
  readonly people: readonly Person[];
  readonly person: Person | null;
  readonly demonstration: readonly DemonstrationPerson[];
};

export const useSession = create<Session>()(() => ({
  known: false,
  people: [],
  person: null,
  demonstration: [],
}));

/** Asks again; called whenever the core opens this window's replica. */
export async function loadSession(): Promise<void> {
  const answer = await window.ioc.call('access.people', {});
  if (!answer.ok) return;
  const { people, signedIn, language, demonstration } = answer.value;
  // Only once: what is chosen at this page afterwards holds, also when the disk does not keep it.
  if (!useSession.getState().known) speak(language);
  useSession.setState({ known: true, people, person: signedIn, demonstration });
}

/** Why signing in did not work, and from when it may be tried again (epoch ms). */
export type Held = { readonly reason: Refusal; readonly mayTryAt: number | null };

/** Signs in, or hands over when somebody is signed in already; the wall is not touched. Null: it worked. */
export async function enter(personId: string, pin: string): Promise<Held | null> {
  const answer = await window.ioc.call('access.enter', { personId, pin });
  if (!answer.ok)
    return { reason: answer.reason, mayTryAt: 'mayTryAt' in answer ? (answer.mayTryAt ?? null) : null };
  useSession.setState({ person: answer.value });
  return null;
}

export async function leave(): Promise<void> {
  const answer = await window.ioc.call('access.leave', {});
  if (answer.ok) useSession.setState({ person: null });
}

/** The words change at once; the machine keeps the choice for its next start. */
export function chooseLanguage(language: Language): void {
  speak(language);
  void window.ioc.call('access.chooseLanguage', { language });
}

/** Whoever keeps the list adds a person. Null: it worked. */
export async function addPerson(name: string, role: PersonRole, pin: string): Promise<Held | null> {
  const answer = await window.ioc.call('access.addPerson', { name, role, pin });
  if (!answer.ok) return { reason: answer.reason, mayTryAt: null };
  await loadSession();
  return null;
}

/** Makes the first person of a new machine and signs in. Null: it worked. */
export async function createFirst(name: string, role: PersonRole, pin: string): Promise<Held | null> {
  const answer = await window.ioc.call('access.addPerson', { name, role, pin });
  if (!answer.ok) return { reason: answer.reason, mayTryAt: null };
  await loadSession();
  return enter(answer.value.id, pin);
}

/** Takes somebody off the list; who takes off themselves is signed out. Null: it worked. */
export async function removePerson(personId: string): Promise<Held | null> {
  const answer = await window.ioc.call('access.removePerson', { personId });
  await loadSession();
  return answer.ok ? null : { reason: answer.reason, mayTryAt: null };
}

/** `currentPin`: one's own, before it changes. Null: it worked. */
export async function changePin(personId: string, pin: string, currentPin?: string): Promise<Held | null> {
  const input = { personId, pin, ...(currentPin !== undefined && { currentPin }) };
  const answer = await window.ioc.call('access.changePin', input);
  if (answer.ok) return null;
  return { reason: answer.reason, mayTryAt: 'mayTryAt' in answer ? (answer.mayTryAt ?? null) : null };
}
