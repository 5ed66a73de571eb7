import { useCallback, useEffect, useState } from 'react';
import { whyBlocked } from '../../access/blocked.ts';
import { loadSession, useSession } from '../../access/session.ts';
import { BACK_MS, useLookBack, type LookBack } from '../../cameras/playback/useLookBack.ts';
import { useDesk, type Desk } from '../../incidents/useDesk.ts';
import { useReplica, useWorld } from '../../replica/store.ts';
import { usePlans, type Plans } from '../../schedule/usePlans.ts';
import { useText } from '../../text/language.ts';
import { choose, useEditorState } from '../../wall/editor/editorStore.ts';
import { useEditor, type Editor } from '../../wall/editor/useEditor.ts';
import { useControlSight } from '../../wall/ControlStrip.tsx';
import { whyNoControl } from '../../wall/controlSight.ts';
import { putPenDown } from '../../wall/hold/penStore.ts';
import { useHold, type Holding } from '../../wall/hold/useHold.ts';
import { letGo, usePut } from '../../wall/put/putStore.ts';
import { usePutting } from '../../wall/put/usePutting.ts';
import { useOperator, type Operator } from '../../wall/useOperator.ts';
import { useKeys } from './useKeys.ts';
import { useNear } from './useNear.tsx';
import { usePalette } from './usePalette.ts';

/** Why no command is taken now; the session is asked for at each opening of the replica. */
function useBlocked() {
  const openings = useReplica((state) => state.openings);
  const coreLost = useReplica((state) => state.coreLostAt !== null);
  const person = useSession((session) => session.person);
  useEffect(() => {
    if (openings > 0) void loadSession();
  }, [openings]);
  return whyBlocked({ open: openings > 0, coreLost, person });
}

/** The sign-in panel stands open while nobody is on duty, unless put away; `asked` counts the calls for it. */
function useSignIn() {
  const needed = useSession((session) => session.known && session.person === null);
  const [wanted, want] = useState<boolean | null>(null);
  const [asked, setAsked] = useState(0);
  return {
    open: wanted ?? needed,
    asked,
    show: useCallback(() => {
      want(true);
      setAsked((count) => count + 1);
    }, []),
    putAway: () => want(false),
    /** Someone came or went: back to standing open only while nobody is on duty. */
    settle: () => want(null),
  };
}

type Parts = {
  readonly holding: Holding;
  readonly operator: Operator;
  readonly editor: Editor;
  readonly desk: Desk;
  readonly signIn: ReturnType<typeof useSignIn>;
  readonly help: { readonly open: boolean; readonly toggle: () => void };
  readonly palette: ReturnType<typeof usePalette>;
  readonly plans: Plans;
  readonly lookBack: LookBack;
  readonly putNear: () => void;
};

/** The focus follows the choice: Enter must never press a control that had the focus before it. */
function focusScene(number: number): void {
  document.querySelector<HTMLElement>(`[data-scene][aria-keyshortcuts="${number}"]`)?.focus();
}

/** First the form goes, then the choice, then the editor; the draft stays. */
function leaveDraft(editor: Editor): void {
  const { chosen, side } = useEditorState.getState();
  if (editor.stage === null || (chosen.length === 0 && side === 'properties')) editor.close();
  else choose([]);
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

function useCommands(parts: Parts): void {
  const { operator, editor, holding, desk, signIn, help, palette, plans, lookBack, putNear } = parts;

  /** Closes what was opened last; the choice goes when nothing else is open. */
  function drop(): void {
    if (putPenDown()) return;
    if (usePut.getState().cargo !== null) return letGo();
    if (help.open) help.toggle();
    else if (signIn.open) signIn.putAway();
    else if (editor.open) return leaveDraft(editor);
    else operator.drop();
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  }
  useKeys((command) => {
    switch (command.do) {
      case 'select':
        operator.selectNumber(command.number);
        return focusScene(command.number);
      case 'take':
        return operator.take();
      case 'roll-back':
        return operator.rollBack();
      case 'move':
        return desk.move(command.step);
      case 'acknowledge':
        return desk.acknowledgeChosen();
      case 'search':
        return document.getElementById('incident-search')?.focus();
      case 'sign-in':
        return signIn.show();
      case 'turn-tour':
        return plans.turnTour();
      case 'look-back':
        return lookBack.act({ do: 'back', byMs: BACK_MS });
      case 'near':
        return putNear();
      case 'to-live':
        return lookBack.act({ do: 'live' });
      case 'arm':
        return plans.turnArm();
      case 'help':
        return help.toggle();
      case 'palette':
        return palette.show();
      case 'freeze':
        return holding.freeze();
      case 'cover':
        return holding.coverAll();
      case 'back':
        return holding.back();
      case 'mute':
        return holding.hear(null);
      case 'pen':
        return holding.pen();
      case 'wipe':
        return holding.wipe();
      case 'identify':
        return holding.identify();
      case 'editor':
        return editor.toggle();
      case 'edit':
        return editor.run(command.edit);
      case 'drop':
        return drop();
    }
  }, editor.stage !== null);
}

/** Everything the operator's screen shows and does, by mouse and by keyboard. */
export function useConsole() {
  const text = useText();
  const wallId = useReplica((state) => state.window?.wallId);
  const wall = useWorld((world) => (wallId === undefined ? undefined : world.walls[wallId]));
  const signIn = useSignIn();
  const [helpOpen, setHelpOpen] = useState(false);
  const help = { open: helpOpen, toggle: () => setHelpOpen(!helpOpen) };
  const reason = useBlocked();
  const blocked = reason === null ? null : text.console.blocked[reason];
  const { show } = signIn;
  const onBlocked = useCallback(() => {
    if (reason === 'nobody') show();
  }, [reason, show]);
  const noControl = whyNoControl(useControlSight(wall));
  const wallBlocked = blocked ?? (noControl === null ? null : text.console.blocked[noControl]);
  const operator = useOperator(wall, wallBlocked, onBlocked);
  const editor = useEditor(wall, operator, onBlocked);
  const desk = useDesk(blocked, onBlocked);
  const holding = useHold(wall, wallBlocked, onBlocked);
  const lookBack = useLookBack(wall, wallBlocked, onBlocked);
  const plans = usePlans({
    wall,
    scene: operator.scene,
    source: operator.selection?.source,
    blocked: wallBlocked,
    onBlocked,
  });
  const putting = usePutting(wall, wallBlocked, onBlocked);
  const near = useNear(putting.hand, desk.chosenId);
  const { putNear } = near;
  const acts = { operator, editor, holding, plans, desk, lookBack, putNear };
  const palette = usePalette({ ...acts, wallId, signIn: show, help: help.toggle });
  useCommands({ ...acts, signIn, help, palette });
  return { wall, operator, editor, holding, desk, signIn, help, palette, plans, putting, near };
}
