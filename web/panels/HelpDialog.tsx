import type { ReactElement } from 'react';
import { type TextKey, useText } from '../i18n/index.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Switch } from '../ui/Switch.tsx';

const KEYS: readonly { keys: readonly string[]; what: TextKey }[] = [
  { keys: ['p'], what: 'shell.keyPresent' },
  { keys: ['/'], what: 'shell.keySearch' },
  { keys: ['[', ']'], what: 'shell.keyYears' },
  { keys: ['l'], what: 'shell.keyLanguage' },
  { keys: ['d'], what: 'shell.keyTheme' },
  { keys: ['f'], what: 'shell.keyFold' },
  { keys: ['?'], what: 'shell.keyHelp' },
  { keys: ['Esc'], what: 'shell.keyEscape' },
];

type Props = { areKeysOn: boolean; onKeysChange: (areOn: boolean) => void; onClose: () => void };

/** The keys that do something anywhere on the page, and a switch for those who speak to their machine. */
export function HelpDialog({ areKeysOn, onKeysChange, onClose }: Props): ReactElement {
  const text = useText();
  return (
    <Dialog title={text('shell.help')} onClose={onClose}>
      <dl className="keys">
        {KEYS.map(({ keys, what }) => (
          <div key={what} className="keys-row">
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{text(what)}</dd>
          </div>
        ))}
      </dl>
      <Switch label={text('shell.keysOn')} description={text('shell.keysOnWhat')} isOn={areKeysOn} onChange={onKeysChange} />
    </Dialog>
  );
}
