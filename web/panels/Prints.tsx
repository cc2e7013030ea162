import { type ReactElement, useState } from 'react';
import { useCrossings } from '../api.ts';
import { useText } from '../i18n/index.ts';
import { useSeenBounds } from '../map/seen-bounds.ts';
import { usePicture } from '../picture.ts';
import { Choice } from '../ui/Choice.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { layersOf, type PrintParameters, sectionOf } from './print-view.ts';
import '../i18n/later.ts';
import './panels.css';

type Part = 'seen' | 'country' | 'province';
type Sheet = { part: Part; paper: 'a4' | 'a3'; orientation: 'landscape' | 'portrait' };

/**
 * The map as files to print, with the layers that are switched on: the part looked at unless another is chosen. And a
 * province on one page; all of them where no province is named.
 */
export function Prints({ province }: { province: string | undefined }): ReactElement | null {
  const { edition, indicator, period, on, view } = usePicture();
  const bounds = useSeenBounds();
  const { data } = useCrossings(view.crossing !== undefined && view.layers.includes('routes') ? on : undefined);
  const [sheet, setSheet] = useState<Sheet>({ part: 'seen', paper: 'a4', orientation: 'landscape' });
  const text = useText();
  if (edition === undefined || indicator === undefined) return null;
  const about = { edition: edition.id, indicator: indicator.id, period, language: view.language };
  const part = sheet.part === 'seen' ? sectionOf({ view, bounds }) : sheet.part === 'province' ? { province } : {};
  const { paper, orientation } = sheet;
  const map = { ...about, level: view.level, paper, orientation, ...part, ...layersOf({ view, on, crossings: data?.crossings }) };
  const links = [
    { name: 'map-pdf', href: hrefOf('map', map) },
    { name: 'map-png', href: hrefOf('map', { ...map, format: 'png' }) },
    ...(province === undefined
      ? ([{ name: 'briefs', href: hrefOf('briefs', about) }] as const)
      : ([
          { name: 'brief-pdf', href: hrefOf('brief', { ...about, province }) },
          { name: 'brief-png', href: hrefOf('brief', { ...about, province, format: 'png' }) },
        ] as const)),
  ] as const;
  return (
    <>
      <p className="fine downloads">
        {text('prints.title')}
        {links.map(({ name, href }) => (
          <a key={name} className="link" href={href} download={true}>
            {text(`prints.${name}`)}
          </a>
        ))}
        {province === undefined && <span>{text('prints.briefNeedsProvince')}</span>}
      </p>
      <Disclosure label={text('prints.options')}>
        <SheetOptions sheet={sheet} hasProvince={province !== undefined} onChange={setSheet} />
      </Disclosure>
    </>
  );
}

type OptionProps = { sheet: Sheet; hasProvince: boolean; onChange: (sheet: Sheet) => void };

/** What part of the map is printed, and on what paper. */
function SheetOptions({ sheet, hasProvince, onChange }: OptionProps): ReactElement {
  const text = useText();
  return (
    <div className="print-options">
      <Choice
        label={text('prints.part')}
        options={[
          { value: 'seen', label: text('prints.part-seen') },
          { value: 'country', label: text('panels.wholeCountry') },
          ...(hasProvince ? [{ value: 'province' as const, label: text('panels.province') }] : []),
        ]}
        chosen={sheet.part}
        onChoose={(part: Part) => onChange({ ...sheet, part })}
      />
      <Choice
        label={text('prints.paper')}
        options={(['a4', 'a3'] as const).map((value) => ({ value, label: text(`prints.paper-${value}`) }))}
        chosen={sheet.paper}
        onChoose={(paper) => onChange({ ...sheet, paper })}
      />
      <Choice
        label={text('prints.orientation')}
        options={(['landscape', 'portrait'] as const).map((value) => ({ value, label: text(`prints.orientation-${value}`) }))}
        chosen={sheet.orientation}
        onChoose={(orientation) => onChange({ ...sheet, orientation })}
      />
      <p>{text('prints.withLayers')}</p>
    </div>
  );
}

function hrefOf(what: 'map' | 'brief' | 'briefs', parameters: PrintParameters): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) query.set(name, value);
  return `/api/prints/${what}?${query}`;
}
