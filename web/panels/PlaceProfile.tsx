import { levelOf, type PlaceProfile as Profile } from '@atlas/server/contracts';
import type { ReactElement } from 'react';
import { useProfile } from '../api.ts';
import { nameIn } from '../cartography/place-names.ts';
import { useLanguage, useText } from '../i18n/index.ts';
import { usePicture } from '../picture.ts';
import { ActionPlan } from './ActionPlan.tsx';
import { Composition } from './Composition.tsx';
import { GapCard } from './GapCard.tsx';
import { KeyFigures } from './KeyFigures.tsx';
import { Loaded } from './Loaded.tsx';
import { NetworkCards } from './NetworkCards.tsx';
import { PresenceList } from './PresenceList.tsx';
import { Prints } from './Prints.tsx';
import { SourceList } from './SourceList.tsx';
import { TrendChart } from './TrendChart.tsx';
import { WhyHatched } from './WhyHatched.tsx';
import { WorkshopList } from './WorkshopList.tsx';
import '../i18n/later.ts';
import './panels.css';

/** All that is known of the place looked at. */
export function PlaceProfile(): ReactElement {
  const text = useText();
  const { edition, indicators, view, period } = usePicture();
  const profile = useProfile(indicators === undefined ? undefined : edition?.id, view.place, period);
  const isUnknown = profile.error?.code === 'not-found' && profile.data === undefined;
  return (
    <section className="panel-part">
      {isUnknown ? (
        <p>{text('profile.unknown', { code: view.place ?? '' })}</p>
      ) : (
        <Loaded query={profile}>{(answer) => <Known profile={answer} />}</Loaded>
      )}
    </section>
  );
}

function Known({ profile }: { profile: Profile }): ReactElement {
  return (
    <>
      <Heading place={profile.place} />
      <KeyFigures profile={profile} />
      <WhyHatched profile={profile} />
      <TrendChart profile={profile} />
      <GapCard profile={profile} />
      <Composition profile={profile} />
      <NetworkCards profile={profile} />
      <PresenceList profile={profile} />
      <WorkshopList workshops={profile.workshops} />
      <ActionPlan actions={profile.actions} />
      <SourceList profile={profile} />
      <Prints province={profile.place.pcode.slice(0, 2)} />
    </>
  );
}

function Heading({ place }: { place: Profile['place'] }): ReactElement {
  const text = useText();
  const language = useLanguage();
  const { view } = usePicture();
  const parents = place.parentsEn.map((nameEn, index) => nameIn(language, { nameEn, nameKm: place.parentsKm[index] ?? '' }));
  return (
    <header className="place-heading">
      <h2 className="place-name">{nameIn(language, place)}</h2>
      <p className="fine">
        {parents.length === 0 ? text('shell.level-province') : parents.join(' › ')} · {place.pcode}
      </p>
      {view.place !== undefined && levelOf(view.place) === 'village' && (
        <p className="fine">{text('profile.villageNote', { code: view.place })}</p>
      )}
    </header>
  );
}
