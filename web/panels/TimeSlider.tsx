import { type ReactElement, useEffect, useState } from 'react';
import { formatYear } from '../cartography/format.ts';
import { useText } from '../i18n/index.ts';
import { usePicture } from '../picture.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { lazyPart } from '../ui/lazy-part.tsx';
import { useMedia } from '../ui/media.ts';

const STEP_MILLISECONDS = 1400;
/** With more years than this, only the year looked at is written. */
const MOST_YEAR_BUTTONS = 7;

/** The year looked at, one stop for each year of the indicator that has figures. */
export function TimeSlider(): ReactElement | null {
  const { indicator, period, view, change } = usePicture();
  const text = useText();
  const years = indicator?.periods ?? [];
  const index = years.indexOf(period);
  const write = (year: string) => formatYear(view.language, year);
  const last = years.length - 1;
  if (last < 0) return null;
  if (last === 0) {
    return (
      <p className="time-slider time-only">
        <strong>{write(period)}</strong> {text('shell.onlyYear')}
      </p>
    );
  }
  return (
    <div className="time-slider">
      <PlayButton years={years} index={index} />
      <div className="time-scale" data-years={years.length > MOST_YEAR_BUTTONS ? 'many' : 'few'}>
        <input
          type="range"
          className="time-range"
          min={0}
          max={last}
          step={1}
          value={Math.max(index, 0)}
          aria-label={text('shell.year')}
          aria-valuetext={write(period)}
          onChange={({ target }) => change({ period: years[Number(target.value)] }, 'replace')}
        />
        <div className="time-years">
          {(years.length > MOST_YEAR_BUTTONS ? [period] : years).map((year) => (
            <button
              key={year}
              type="button"
              className="time-year"
              // The slider beside it is the keyboard's way to the same years.
              tabIndex={-1}
              aria-pressed={year === period}
              onClick={() => change({ period: year }, 'replace')}
            >
              {write(year)}
            </button>
          ))}
        </div>
      </div>
      <YearsButton />
    </div>
  );
}

const YearsDialog = lazyPart(() => import('./YearsDialog.tsx').then((module) => module.YearsDialog));

/** Opens all years side by side. */
function YearsButton(): ReactElement {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <IconButton icon="grid" label={text('shell.allYears')} onPress={() => setOpen(true)} />
      {isOpen && <YearsDialog onClose={() => setOpen(false)} />}
    </>
  );
}

/** Plays the years once, each when the one before is on the map; with reduced motion it steps a year at a time. */
function PlayButton({ years, index }: { years: readonly string[]; index: number }): ReactElement {
  const { change, shown, period } = usePicture();
  const text = useText();
  const [isPlaying, setPlaying] = useState(false);
  const isCalm = useMedia('(prefers-reduced-motion: reduce)');
  const isThere = shown?.period === period;

  useEffect(() => {
    if (!isPlaying || !isThere) return;
    const timer = window.setTimeout(() => {
      const next = years[index + 1];
      if (next === undefined) setPlaying(false);
      else change({ period: next }, 'replace');
    }, STEP_MILLISECONDS);
    return () => window.clearTimeout(timer);
  }, [isPlaying, isThere, years, index, change]);

  function press(): void {
    const isAtEnd = index >= years.length - 1;
    if (isCalm) change({ period: years[isAtEnd ? 0 : index + 1] }, 'replace');
    else {
      if (!isPlaying && isAtEnd) change({ period: years[0] }, 'replace');
      setPlaying(!isPlaying);
    }
  }

  if (isCalm) return <IconButton icon="next" label={text('shell.nextYear')} onPress={press} />;
  return <IconButton icon={isPlaying ? 'pause' : 'play'} label={text(isPlaying ? 'shell.pause' : 'shell.play')} onPress={press} />;
}
