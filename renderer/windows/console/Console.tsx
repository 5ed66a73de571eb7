import { useMemo } from 'react';
import { seenScene } from '../../../domain/wall/holdRules.ts';
import type { Wall } from '../../../domain/wall/model.ts';
import { may } from '../../../domain/access/rights.ts';
import { useSession } from '../../access/session.ts';
import { SignInPanel } from '../../access/SignInPanel.tsx';
import { OnTheWall } from '../../documents/OnTheWall.tsx';
import { IncidentDesk } from '../../incidents/IncidentDesk.tsx';
import { AlarmBanner } from '../../notices/AlarmBanner.tsx';
import { DoubtBanner } from '../../room/DoubtBanner.tsx';
import { NoticeStrip } from '../../notices/NoticeStrip.tsx';
import { Palette } from '../../palette/Palette.tsx';
import { useReplica } from '../../replica/store.ts';
import { PlanBar } from '../../schedule/PlanBar.tsx';
import type { Plans } from '../../schedule/usePlans.ts';
import { useText } from '../../text/language.ts';
import { CoverKey, DisplayMarks } from '../../wall/hold/DisplayMarks.tsx';
import { HoldBar } from '../../wall/hold/HoldBar.tsx';
import { PenSurface } from '../../wall/hold/PenSurface.tsx';
import type { Holding } from '../../wall/hold/useHold.ts';
import { ControlStrip } from '../../wall/ControlStrip.tsx';
import { ReceiptStrip } from '../../wall/ReceiptStrip.tsx';
import { Editor } from '../../wall/editor/Editor.tsx';
import { TilePicker } from '../../wall/editor/TilePicker.tsx';
import type { Editor as EditorOfWall } from '../../wall/editor/useEditor.ts';
import { SceneList } from '../../wall/SceneList.tsx';
import { TakeDesk } from '../../wall/TakeDesk.tsx';
import type { Operator } from '../../wall/useOperator.ts';
import { PutLine, PutOnBoard } from '../../wall/put/PutOnBoard.tsx';
import type { Putting } from '../../wall/put/usePutting.ts';
import { WallBoard } from '../../wall/WallBoard.tsx';
import { DeskTabs } from './DeskTabs.tsx';
import { Header } from './Header.tsx';
import { KeyHelp } from './KeyHelp.tsx';
import { openDesk, ROOM } from './openDesk.ts';
import { useConsole } from './useConsole.ts';

/** The wall in small, drawn anew only when what it shows is another: an edit of a draft is none of its business. */
function Board(props: {
  readonly wall: Wall;
  readonly holding: Holding;
  readonly putting: Putting;
  readonly remote: boolean;
}) {
  const { wall, holding, putting, remote } = props;
  const { id, canvas, receipts, hold, program } = wall;
  const ofPen = wall.command?.kind === 'draw';
  return useMemo(
    () => (
      <WallBoard
        canvas={canvas}
        receipts={receipts}
        ofPen={ofPen}
        marks={(display) => <DisplayMarks wall={wall} display={display} />}
        keys={(display) => <CoverKey wall={wall} display={display} holding={holding} />}
        surface={(places) => (
          <>
            <PenSurface wall={wall} places={places} holding={holding} />
            <PutOnBoard wallId={id} places={places} putting={putting} />
          </>
        )}
        drawing={remote && program ? seenScene(wall, program.scene) : undefined}
      />
    ),
    [id, canvas, receipts, ofPen, hold, program, holding.blocked, putting.onAir, remote],
  );
}

function Centre(props: {
  readonly wall: Wall | undefined;
  readonly operator: Operator;
  readonly editor: EditorOfWall;
  readonly holding: Holding;
  readonly plans: Plans;
  readonly putting: Putting;
}) {
  const { wall, operator, editor, holding, plans, putting } = props;
  const text = useText().console;
  const role = useSession((session) => session.person?.role ?? null);
  const remote = useReplica((state) => state.link.wallLive !== null);
  return (
    <main className="console-wall" aria-label={text.name}>
      <ControlStrip wall={wall} mayTake={role !== null && may(role, 'control.take')} />
      {wall === undefined ? (
        <p className="empty">{text.starting}</p>
      ) : (
        <>
          {editor.open ? (
            <Editor wall={wall} editor={editor} role={role} />
          ) : (
            <Board wall={wall} holding={holding} putting={putting} remote={remote} />
          )}
          <div>
            <HoldBar wall={wall} holding={holding} />
            <OnTheWall
              scene={wall.program?.scene}
              blocked={operator.blocked !== null || operator.askedAt !== null}
              put={operator.putTile}
            />
            <PutLine />
          </div>
          <TakeDesk operator={operator} wall={wall} />
          <PlanBar wall={wall} preview={plans.preview} blocked={operator.blocked} />
        </>
      )}
    </main>
  );
}

/** The operator's screen: the wall as it is in the middle, what can be done with it around it; nothing covers it. */
export function Console() {
  const { wall, operator, editor, holding, desk, signIn, help, palette, plans, putting, near } = useConsole();
  // Screens are given their place at the wall's machine.
  const atWall = useReplica((state) => state.link.wallLive === null);
  return (
    <div className="console">
      <Header onSignIn={signIn.show} onHelp={help.toggle} onEdit={editor.toggle} editing={editor.open} />
      <AlarmBanner>
        <DoubtBanner wall={atWall ? wall : undefined} onAnswer={() => openDesk(ROOM)} />
      </AlarmBanner>
      <div className="console-left">
        {editor.stage ? (
          <TilePicker stage={editor.stage} />
        ) : (
          wall && <SceneList wall={wall} selectedId={operator.scene?.id} onSelect={operator.select} />
        )}
        {signIn.open && (
          <SignInPanel asked={signIn.asked} onEntered={signIn.settle} onCancel={signIn.putAway} />
        )}
      </div>
      <Centre
        wall={wall}
        operator={operator}
        editor={editor}
        holding={holding}
        plans={plans}
        putting={putting}
      />
      <div className="console-right">
        <DeskTabs
          wall={wall}
          blocked={operator.blocked}
          bring={editor.bring}
          hand={putting.hand}
          incidents={<IncidentDesk desk={desk} beside={near.beside} />}
        />
      </div>
      <footer className="console-footer">
        {wall && <ReceiptStrip wall={wall} />}
        <NoticeStrip />
      </footer>
      {palette.open && (
        <Palette entries={palette.entries} onChoose={palette.choose} onClose={palette.close} />
      )}
      {help.open && <KeyHelp onClose={help.toggle} />}
    </div>
  );
}
