import { ADMIN_LEVELS } from '@atlas/server/contracts';
import type { ReactElement } from 'react';
import { useText } from '../i18n/index.ts';
import { usePicture } from '../picture.ts';
import { Choice } from '../ui/Choice.tsx';

/** Shows the values by province, district or commune. */
export function LevelSwitch(): ReactElement {
  const { view, change } = usePicture();
  const text = useText();
  const options = ADMIN_LEVELS.map((value) => ({ value, label: text(`shell.level-${value}`) }));
  return <Choice label={text('shell.level')} isLabelHidden options={options} chosen={view.level} onChoose={(level) => change({ level })} />;
}
