import type { ReactElement } from 'react';
import { useText } from '../i18n/index.ts';
import { usePicture } from '../picture.ts';

const FORMATS = ['csv', 'xlsx', 'geojson'] as const;

/** The table as files for other hands: all places of the level, or of the province looked at. */
export function TableDownloads(): ReactElement | null {
  const text = useText();
  const { edition, indicator, view, period } = usePicture();
  if (edition === undefined || indicator === undefined) return null;
  const { level, province } = view;
  const hrefOf = (format: string) => {
    const query = new URLSearchParams({ edition: edition.id, indicator: indicator.id, level, period, format });
    if (province !== undefined) query.set('province', province);
    return `/api/exports/values?${query}`;
  };
  return (
    <p className="fine table-downloads">
      {text(province === undefined ? 'table.download' : 'table.downloadProvince')}
      {FORMATS.map((format) => (
        <a key={format} className="link" href={hrefOf(format)} download={true}>
          {text(`table.download-${format}`)}
        </a>
      ))}
      <a className="link" href={hrefOf('dictionary')} download={true}>
        {text('table.download-dictionary')}
      </a>
    </p>
  );
}
