import { useText } from '../../text/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

/** All keys of the console; it stands beside the wall, never over it. */
export function KeyHelp({ onClose }: { readonly onClose: () => void }) {
  const words = useText();
  const text = words.console.keys;
  const edit = words.editor.keys;
  const { names } = text;
  const lines: readonly (readonly [keys: readonly string[], meaning: string])[] = [
    [['1–9'], text.select],
    [[names.enter], text.take],
    [[names.backspace], text.rollBack],
    [['F'], text.freeze],
    [['B'], text.cover],
    [['R'], text.back],
    [['M'], text.mute],
    [['V'], text.pen],
    [['C'], text.wipe],
    [['L'], text.lookBack],
    [['N'], text.toLive],
    [['T'], text.tour],
    [['G'], text.arm],
    [[names.up, names.down], text.incidents],
    [['X'], text.acknowledge],
    [['Q'], text.near],
    [['/'], text.search],
    [['Ctrl+K'], text.palette],
    [['I'], text.identify],
    [['E'], edit.edit],
    [['Ctrl+Z', 'Ctrl+Y'], edit.undo],
    [['←↑↓→'], edit.move],
    [['Ctrl+A'], edit.all],
    [['Ctrl+C', 'X', 'V', 'D'], edit.copy],
    [['Delete'], edit.remove],
    [['F6'], edit.region],
    [['Ctrl+S'], edit.keep],
    [['P'], text.signIn],
    [[names.escape], text.drop],
    [['?'], text.help],
  ];
  return (
    <Dialog title={text.title} onClose={onClose}>
      <dl className="key-help">
        {lines.map(([keys, meaning]) => (
          <div key={meaning}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <Button onClick={onClose}>{text.close}</Button>
    </Dialog>
  );
}
