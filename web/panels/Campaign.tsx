import type { Campaign as CampaignYears } from '@atlas/server/contracts';
import { type ReactElement, useState } from 'react';
import { useCampaign } from '../api.ts';
import { formatNumber, formatYear } from '../cartography/format.ts';
import { nameOfPlace } from '../cartography/place-names.ts';
import { useLanguage, useText } from '../i18n/index.ts';
import { usePicture } from '../picture.ts';
import { Choice } from '../ui/Choice.tsx';
import { CAMPAIGN_MEASURES, type CampaignMeasure, toProvincePairs, toTotals } from './campaign-years.ts';
import { Loaded } from './Loaded.tsx';
import { YearPair } from './YearPair.tsx';
import { YearSelect } from './YearSelect.tsx';
import '../i18n/later.ts';
import './panels.css';

/** The 12 December campaign of the period beside the year before, on one scale. */
export function Campaign(): ReactElement {
  const text = useText();
  const language = useLanguage();
  const { edition, indicators, period } = usePicture();
  const campaign = useCampaign(edition === undefined || indicators === undefined ? undefined : { edition: edition.id, year: period });
  return (
    <section className="panel-part">
      <h2 className="panel-title">{text('programme.campaign', { year: formatYear(language, period) })}</h2>
      <YearSelect />
      <Loaded query={campaign}>{(years) => <BothYears campaign={years} />}</Loaded>
    </section>
  );
}

function BothYears({ campaign }: { campaign: CampaignYears }): ReactElement {
  const text = useText();
  const language = useLanguage();
  const years = { year: formatYear(language, campaign.year.year), previous: formatYear(language, campaign.previous.year) };
  const totals = toTotals(campaign);
  if (totals.events.maximum === 0) return <p>{text('programme.campaignEmpty', years)}</p>;
  return (
    <>
      {campaign.year.events === 0 && <p>{text('programme.campaignEmptyYear', years)}</p>}
      <dl className="pair-list">
        {([...CAMPAIGN_MEASURES, 'provinces'] as const).map((measure) => (
          <YearPair key={measure} label={text(`programme.${measure}`)} pair={totals[measure]} years={years} />
        ))}
      </dl>
      <p className="fine">
        {text('programme.onceNote')} {text('programme.sameScale')}
      </p>
      <ByProvince campaign={campaign} years={years} />
      <p className="fine">{text('programme.campaignSource', years)}</p>
    </>
  );
}

function ByProvince({ campaign, years }: { campaign: CampaignYears; years: { year: string; previous: string } }): ReactElement {
  const text = useText();
  const language = useLanguage();
  const { places } = usePicture();
  const [measure, setMeasure] = useState<CampaignMeasure>('events');
  const pairs = toProvincePairs(campaign, measure);
  const others = (places?.levels.province?.pcodes.length ?? pairs.length) - pairs.length;
  return (
    <>
      <h3 className="panel-heading">{text('programme.byProvince')}</h3>
      <Choice
        label={text('programme.measure')}
        options={CAMPAIGN_MEASURES.map((value) => ({ value, label: text(`programme.${value}`) }))}
        chosen={measure}
        onChoose={setMeasure}
      />
      <dl className="pair-list">
        {pairs.map(({ pcode, ...pair }) => (
          <YearPair key={pcode} label={nameOfPlace(places, pcode, language)} pair={pair} years={years} />
        ))}
      </dl>
      {others > 0 && <p className="fine">{text('programme.otherProvinces', { count: formatNumber(language, others) })}</p>}
    </>
  );
}
