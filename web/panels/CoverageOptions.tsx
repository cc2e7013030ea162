import { type ReactElement, useEffect } from 'react';
import { useCoverage, useNetworks } from '../api.ts';
import { formatKilometers, formatNumber, formatPercent } from '../cartography/format.ts';
import { useText } from '../i18n/index.ts';
import { coverageWanted } from '../layers/coverage.ts';
import { usePicture } from '../picture.ts';
import { LayerDownloads } from './LayerDownloads.tsx';

const NEAREST_KM = 5;
const FARTHEST_KM = 30;

/** How far a network reaches, whose networks are looked at, and what share of the identified children that covers. */
export function CoverageOptions(): ReactElement {
  const { view, change } = usePicture();
  const text = useText();
  const reach = formatKilometers(view.language, view.reachKm * 1000);
  return (
    <>
      <label className="field">
        <span className="field-label field-value">
          <span>{text('layers.reach')}</span>
          <output>{reach}</output>
        </span>
        <input
          type="range"
          className="range"
          min={NEAREST_KM}
          max={FARTHEST_KM}
          step={1}
          value={view.reachKm}
          aria-valuetext={reach}
          onChange={({ target }) => change({ reachKm: Number(target.value) }, 'replace')}
        />
      </label>
      <ShareCovered reach={reach} />
      <OrganisationChoice />
      <LayerDownloads layer="networks" />
    </>
  );
}

function ShareCovered({ reach }: { reach: string }): ReactElement {
  const picture = usePicture();
  const text = useText();
  const coverage = useCoverage(coverageWanted(picture));
  const { language } = picture.view;
  if (coverage.isError) return <p className="layer-note">{text('layers.shareFailed')}</p>;
  if (coverage.data === undefined) return <p className="layer-note">{text('layers.shareWaiting')}</p>;
  const { identified, identifiedInReach } = coverage.data.summary;
  if (identified === 0) return <p className="layer-note">{text('layers.shareNobody')}</p>;
  const share = formatPercent(language, identifiedInReach / identified);
  return (
    <p className="layer-note" role="status">
      {text('layers.sharePlain', { share, identified: formatNumber(language, identified), reach })}
    </p>
  );
}

function OrganisationChoice(): ReactElement {
  const { view, change, edition, on } = usePicture();
  const text = useText();
  const networks = useNetworks(edition === undefined ? undefined : { edition: edition.id, on });
  const organisations = networks.data?.organisations ?? [];
  const isUnknown = networks.data !== undefined && !organisations.some(({ id }) => id === view.organisation);
  // A link may name an organisation that is not here any more: then all are shown, as the list says.
  useEffect(() => {
    if (view.organisation !== undefined && isUnknown) change({ organisation: undefined }, 'replace');
  }, [change, isUnknown, view.organisation]);
  const isKhmer = view.language === 'km';
  return (
    <label className="field">
      <span className="field-label">{text('layers.organisation')}</span>
      <select
        className="select"
        value={view.organisation ?? ''}
        onChange={({ target }) => change({ organisation: target.value === '' ? undefined : target.value })}
      >
        <option value="">{text('layers.organisationAll')}</option>
        {organisations.map(({ id, nameEn, nameKm }) => (
          <option key={id} value={id}>
            {isKhmer && nameKm !== '' ? nameKm : nameEn}
          </option>
        ))}
      </select>
    </label>
  );
}
