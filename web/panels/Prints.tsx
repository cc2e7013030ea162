import type { ReactElement } from 'react';
import { useText } from '../i18n/index.ts';
import { usePicture } from '../picture.ts';
import '../i18n/later.ts';
import './panels.css';

/** The map that is looked at, and a province on one page, as files to print; of the country where no province is named. */
export function Prints({ province }: { province: string | undefined }): ReactElement | null {
  const { edition, indicator, period, view } = usePicture();
  const text = useText();
  if (edition === undefined || indicator === undefined) return null;
  const about = { edition: edition.id, indicator: indicator.id, period, language: view.language };
  const map = { ...about, level: view.level, province };
  const links = [
    { name: 'map-pdf', href: hrefOf('map', map) },
    { name: 'map-a3', href: hrefOf('map', { ...map, paper: 'a3' }) },
    { name: 'map-png', href: hrefOf('map', { ...map, format: 'png' }) },
    ...(province === undefined
      ? ([{ name: 'briefs', href: hrefOf('briefs', about) }] as const)
      : ([
          { name: 'brief-pdf', href: hrefOf('brief', { ...about, province }) },
          { name: 'brief-png', href: hrefOf('brief', { ...about, province, format: 'png' }) },
        ] as const)),
  ] as const;
  return (
    <p className="fine downloads">
      {text('prints.title')}
      {links.map(({ name, href }) => (
        <a key={name} className="link" href={href} download={true}>
          {text(`prints.${name}`)}
        </a>
      ))}
      {province === undefined && <span>{text('prints.briefNeedsProvince')}</span>}
    </p>
  );
}

function hrefOf(what: 'map' | 'brief' | 'briefs', parameters: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) query.set(name, value);
  return `/api/prints/${what}?${query}`;
}
