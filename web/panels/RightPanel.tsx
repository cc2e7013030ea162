import type { ReactElement } from 'react';
import { useText } from '../i18n/index.ts';
import { usePicture } from '../picture.ts';
import { PanelBody } from './PanelBody.tsx';
import { PanelTabs, panelAttributes } from './PanelTabs.tsx';

/** A place, the gaps, the table, the trainings and the campaign, beside the map. */
export function RightPanel({ isHidden }: { isHidden: boolean }): ReactElement {
  const { view } = usePicture();
  const text = useText();
  const panel = view.panel ?? 'place';
  return (
    <aside className="side" aria-label={text('shell.details')} hidden={isHidden}>
      <PanelTabs chosen={panel} />
      <div className="panel-body" {...panelAttributes(panel)}>
        <PanelBody panel={panel} />
      </div>
    </aside>
  );
}
