import type { ReactElement } from 'react';
import { useText } from '../i18n/index.ts';
import { usePicture } from '../picture.ts';
import '../i18n/later.ts';
import './panels.css';

const FORMATS = ['gpkg', 'geojson', 'csv', 'xlsx'] as const;

type LayerFile = 'networks' | 'workshops' | 'flows' | 'crossings' | 'presence' | 'social-services';

/** A layer of the year looked at as files for other hands, with points or lines for programs that draw maps. */
export function LayerDownloads({ layer }: { layer: LayerFile }): ReactElement | null {
  const { edition, period, on } = usePicture();
  const text = useText();
  if (edition === undefined) return null;
  const query = new URLSearchParams({ edition: edition.id, period, on });
  return (
    <p className="fine downloads">
      {text(`table.download-${layer}`)}
      {FORMATS.map((format) => (
        <a key={format} className="link" href={`/api/exports/layers/${layer}?${query}&format=${format}`} download={true}>
          {text(`table.download-${format}`)}
        </a>
      ))}
    </p>
  );
}
