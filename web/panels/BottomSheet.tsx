import { type KeyboardEvent, type PointerEvent, type ReactElement, useRef, useState } from 'react';
import { useText } from '../i18n/index.ts';
import { usePicture } from '../picture.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { SheetBody } from './SheetBody.tsx';

const STOPS = ['peek', 'half', 'full'] as const;
type Stop = (typeof STOPS)[number];

/** A move of the finger below this is a tap on the handle. */
const TAP_PIXELS = 6;

/**
 * The sheet of a narrow screen, with three stops. It opens by itself on what was chosen, and stays where the hand put
 * it until something else is.
 */
export function BottomSheet(): ReactElement {
  const { view, change } = usePicture();
  const text = useText();
  const of = `${view.panel}|${view.place}`;
  const [moved, setMoved] = useState<{ of: string; stop: Stop }>();
  const stop = moved?.of === of ? moved.stop : view.panel === undefined ? 'peek' : 'half';
  const moveTo = (next: Stop | undefined) => next !== undefined && setMoved({ of, stop: next });
  const index = STOPS.indexOf(stop);
  const drag = useDrag({ onTap: () => moveTo(STOPS[(index + 1) % STOPS.length]), onDrop: moveTo });

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    moveTo(STOPS[index + (event.key === 'ArrowUp' ? 1 : -1)]);
  }

  return (
    <section
      className="sheet"
      aria-label={text('shell.sheet')}
      data-stop={stop}
      style={drag.height === undefined ? undefined : { height: drag.height, transition: 'none' }}
    >
      <div className="sheet-head">
        {view.panel === undefined ? (
          <span />
        ) : (
          <button type="button" className="link" onClick={() => change({ panel: undefined })}>
            {text('shell.backToMap')}
          </button>
        )}
        <button type="button" className="sheet-handle" aria-label={text('shell.sheetDrag')} onKeyDown={onKeyDown} {...drag.handlers}>
          <span className="sheet-bar" aria-hidden="true" />
        </button>
        <span className="sheet-buttons">
          {stop !== 'peek' && <IconButton icon="down" label={text('shell.sheetLower')} onPress={() => moveTo(STOPS[index - 1])} />}
          {stop !== 'full' && <IconButton icon="up" label={text('shell.sheetHigher')} onPress={() => moveTo(STOPS[index + 1])} />}
        </span>
      </div>
      <div className="sheet-body" key={view.panel ?? 'map'}>
        <SheetBody panel={view.panel} />
      </div>
    </section>
  );
}

/** Follows the finger on the handle; `height` in pixels while it is down. */
function useDrag({ onTap, onDrop }: { onTap: () => void; onDrop: (stop: Stop) => void }) {
  const [height, setHeight] = useState<number>();
  const start = useRef(0);
  const heightAt = (event: PointerEvent) => Math.min(window.innerHeight - event.clientY + TAP_PIXELS * 2, window.innerHeight);
  const isTap = (event: PointerEvent) => Math.abs(event.clientY - start.current) < TAP_PIXELS;
  const handlers = {
    onPointerDown: (event: PointerEvent<HTMLButtonElement>) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      start.current = event.clientY;
    },
    onPointerMove: (event: PointerEvent<HTMLButtonElement>) => {
      if (event.currentTarget.hasPointerCapture(event.pointerId) && (height !== undefined || !isTap(event))) setHeight(heightAt(event));
    },
    onPointerUp: (event: PointerEvent<HTMLButtonElement>) => {
      if (height !== undefined) onDrop(nearestStop(heightAt(event) / window.innerHeight));
      setHeight(undefined);
    },
    onPointerCancel: () => setHeight(undefined),
    onClick: (event: { detail: number; clientY: number }) => {
      // A click at the end of a drag is none; one of the keyboard has no detail.
      if (event.detail === 0 || Math.abs(event.clientY - start.current) < TAP_PIXELS) onTap();
    },
  };
  return { height, handlers };
}

/** @example nearestStop(0.4) // 'half' */
function nearestStop(share: number): Stop {
  if (share < 0.35) return 'peek';
  return share < 0.7 ? 'half' : 'full';
}
