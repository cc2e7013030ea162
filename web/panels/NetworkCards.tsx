import type { Network, Organisation, PlaceProfile } from '@atlas/server/contracts';
import { type ReactElement, useState } from 'react';
import { useNetworks } from '../api.ts';
import { formatDay, formatNumber } from '../cartography/format.ts';
import { nameIn, nameOfPlace } from '../cartography/place-names.ts';
import { useLanguage, useText } from '../i18n/index.ts';
import { nameOfCode } from '../i18n/vocabulary.ts';
import { usePicture } from '../picture.ts';

const FIRST_CARDS = 3;

/** The networks of a place: counts only, never a member's name. */
export function NetworkCards({ profile }: { profile: PlaceProfile }): ReactElement {
  const text = useText();
  const language = useLanguage();
  const { edition, on } = usePicture();
  const [isAll, setAll] = useState(false);
  const { networks } = profile;
  const known = useNetworks(edition === undefined || networks.length === 0 ? undefined : { edition: edition.id, on });
  const number = (count: number) => formatNumber(language, count);
  const active = networks.filter(({ status }) => status === 'active').length;
  return (
    <section className="profile-part">
      <h3 className="panel-heading">{text('profile.networks')}</h3>
      {networks.length === 0 && <p>{text('profile.networksNone', { day: formatDay(language, on) })}</p>}
      {networks.length > 1 && <p>{text('profile.networkCounts', { active: number(active), dormant: number(networks.length - active) })}</p>}
      <ul className="card-list">
        {(isAll ? networks : networks.slice(0, FIRST_CARDS)).map((network) => (
          <NetworkCard key={network.code} network={network} organisations={known.data?.organisations ?? []} place={profile.place.pcode} />
        ))}
      </ul>
      {!isAll && networks.length > FIRST_CARDS && (
        <button type="button" className="panel-button" onClick={() => setAll(true)}>
          {text('profile.moreNetworks', { count: number(networks.length) })}
        </button>
      )}
    </section>
  );
}

type CardProps = { network: Network; organisations: readonly Organisation[]; place: string };

function NetworkCard({ network, organisations, place }: CardProps): ReactElement {
  const text = useText();
  const language = useLanguage();
  const { places } = usePicture();
  const organisation = organisations.find(({ id }) => id === network.organisation);
  const number = (count: number) => formatNumber(language, count);
  const last =
    network.lastActivityOn === null
      ? text('profile.lastActivityNone')
      : text('profile.lastActivity', { day: formatDay(language, network.lastActivityOn) });
  const members = Object.entries(network.members).map(([group, count]) => `${nameOfCode(language, 'group', group)} ${number(count)}`);
  return (
    <li className="card">
      <p className="card-title">
        <span className={`network-sign network-${network.status}`} aria-hidden="true" />
        {text(`map.${network.status}`)}
        <span className="fine">{network.code}</span>
      </p>
      <p className="fine">
        {[
          organisation === undefined ? network.organisation : nameIn(language, organisation),
          ...(network.pcode === place ? [] : [nameOfPlace(places, network.pcode, language)]),
          text('profile.founded', { day: formatDay(language, network.foundedOn) }),
          last,
        ].join(' · ')}
      </p>
      <p>
        {text('profile.members')}: {members.length === 0 ? text('profile.membersNone') : members.join(' · ')}
      </p>
      {network.childPeerEducators !== null && <p>{text('profile.peerEducators', { count: number(network.childPeerEducators) })}</p>}
      {network.villagesCovered !== null && <p>{text('profile.villagesOfNetwork', { count: number(network.villagesCovered) })}</p>}
    </li>
  );
}
