import type { ReactElement } from 'react';
import { formatDay } from '../cartography/format.ts';
import { useLanguage, useText } from '../i18n/index.ts';
import { PlaceButton } from './PlaceButton.tsx';

type Trained = { pcode: string; trainedOn: string; until?: string };

/** Communes with a training, each to be shown on the map. `until` is said of those whose 12 months are not over. */
export function TrainedCommunes({ communes, isOpen = false }: { communes: readonly Trained[]; isOpen?: boolean }): ReactElement {
  const text = useText();
  const language = useLanguage();
  const noteOf = ({ trainedOn, until }: Trained) =>
    [
      text('programme.trainedOn', { day: formatDay(language, trainedOn) }),
      ...(isOpen && until !== undefined ? [text('programme.until', { day: formatDay(language, until) })] : []),
    ].join(' · ');
  return (
    <ul className="place-list">
      {communes.map((commune) => (
        <li key={commune.pcode}>
          <PlaceButton pcode={commune.pcode} note={noteOf(commune)} />
        </li>
      ))}
    </ul>
  );
}
