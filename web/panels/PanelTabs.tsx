import type { KeyboardEvent, ReactElement } from 'react';
import { useText } from '../i18n/index.ts';
import { usePicture } from '../picture.ts';
import { PANEL_IDS, type PanelId } from '../view.ts';

/** Tabs of the right panel; arrow keys move between them. */
export function PanelTabs({ chosen }: { chosen: PanelId }): ReactElement {
  const { change } = usePicture();
  const text = useText();

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };
    const step = steps[event.key];
    if (step === undefined) return;
    const next = PANEL_IDS[(PANEL_IDS.indexOf(chosen) + step + PANEL_IDS.length) % PANEL_IDS.length];
    if (next === undefined) return;
    event.preventDefault();
    change({ panel: next }, 'replace');
    document.getElementById(tabId(next))?.focus();
  }

  return (
    <div className="tabs" role="tablist" aria-label={text('shell.details')} onKeyDown={onKeyDown}>
      {PANEL_IDS.map((id) => (
        <button
          key={id}
          id={tabId(id)}
          type="button"
          role="tab"
          className="tab"
          aria-selected={id === chosen}
          aria-controls={PANEL_BODY}
          tabIndex={id === chosen ? 0 : -1}
          onClick={() => change({ panel: id })}
        >
          {text(`shell.panel-${id}`)}
        </button>
      ))}
    </div>
  );
}

const PANEL_BODY = 'panel-body';

export const tabId = (panel: PanelId) => `tab-${panel}`;

/** Names that tie a tab to the panel it opens. */
export function panelAttributes(panel: PanelId) {
  return { id: PANEL_BODY, role: 'tabpanel', 'aria-labelledby': tabId(panel) } as const;
}
