import type { ReactElement } from 'react';
import { useText } from '../i18n/index.ts';
import { Prints } from './Prints.tsx';

const FORMATS = ['csv', 'xlsx', 'geojson', 'gpkg', 'dictionary'] as const;

type Props = { what: 'values' | 'gaps'; parameters: Readonly<Record<string, string | undefined>> };

/** What is listed as files for other hands: all of the country, or of the province looked at. */
export function Downloads({ what, parameters }: Props): ReactElement {
  const text = useText();
  const hrefOf = (format: string) => {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...parameters, format })) if (value !== undefined) query.set(name, value);
    return `/api/exports/${what}?${query}`;
  };
  return (
    <>
      <p className="fine downloads">
        {text(parameters['province'] === undefined ? 'table.download' : 'table.downloadProvince')}
        {FORMATS.map((format) => (
          <a key={format} className="link" href={hrefOf(format)} download={true}>
            {text(`table.download-${format}`)}
          </a>
        ))}
      </p>
      <Prints province={parameters['province']} />
    </>
  );
}
