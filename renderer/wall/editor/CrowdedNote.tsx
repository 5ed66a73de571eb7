import { OctagonAlert } from 'lucide-react';
import { MOST_PAGES } from '../../../domain/web/limits.ts';
import { Icon } from '../../ui/Icon.tsx';
import { crowdedDisplays } from './crowded.ts';
import type { Stage } from './stage.ts';

/** Says which displays would leave pages of this draft without a picture. */
export function CrowdedNote({ stage }: { readonly stage: Stage }) {
  const { editor } = stage.room.words;
  return crowdedDisplays(stage.wall.canvas, stage.scene).map(({ display, pages }) => (
    <p key={display.id} className="edit-arc poor" role="status">
      <Icon of={OctagonAlert} /> {editor.crowded(editor.display(display.order), pages, MOST_PAGES)}
    </p>
  ));
}
