import { useState } from 'react';
import type { Person } from '../../../domain/access/model.ts';
import { useText } from '../../text/language.ts';
import { CheckView } from './CheckView.tsx';
import { EditView } from './EditView.tsx';
import { useEdit } from './editStore.ts';
import { useList } from './importStore.ts';
import { ImportView } from './ImportView.tsx';
import { ListView, type Bring } from './ListView.tsx';
import { SearchView } from './SearchView.tsx';
import { useSeenCameras } from './seen.ts';
import type { Hand } from '../hand.ts';
import { UnitsView } from './UnitsView.tsx';
import './cameraDesk.css';

const views = ['list', 'units', 'check', 'search'] as const;
type View = (typeof views)[number];

/** The room's register of cameras: found, taken in from lists, and how they stand. */
export function CameraDesk(props: {
  readonly blocked: string | null;
  readonly bring: Bring;
  readonly hand: Hand;
  readonly person: Person | null;
}) {
  const { blocked, bring, hand, person } = props;
  const text = useText().registry;
  const [view, show] = useState<View>('list');
  const cameras = useSeenCameras(person);
  const previewing = useList(({ coming }) => coming?.stage === 'preview');
  const editing = useEdit(({ edited }) => edited !== null);
  return (
    <section className="registry" aria-label={text.title}>
      <ImportView person={person} />
      {!previewing && editing && <EditView />}
      {!previewing && !editing && (
        <>
          <div className="registry-views" role="radiogroup" aria-label={text.view}>
            {views.map((one) => (
              <label key={one}>
                <input type="radio" name="registry-view" checked={one === view} onChange={() => show(one)} />{' '}
                {text.views[one]}
              </label>
            ))}
          </div>
          {view === 'list' && (
            <ListView cameras={cameras} bring={bring} hand={hand} blocked={blocked} person={person} />
          )}
          {view === 'search' && <SearchView person={person} />}
          {view === 'check' && <CheckView person={person} />}
          {view === 'units' && <UnitsView cameras={cameras} />}
        </>
      )}
    </section>
  );
}
