import type { Edition, Indicator, PlaceProfile } from '@atlas/server/contracts';
import type { ReactElement } from 'react';
import { formatDay } from '../cartography/format.ts';
import { nameIn } from '../cartography/place-names.ts';
import { type Translate, useLanguage, useText } from '../i18n/index.ts';
import { usePicture } from '../picture.ts';
import type { Language } from '../view.ts';
import { WhereItStands } from './WhereItStands.tsx';

/** What the figures of a place rest on: the day each came in, its upload, and in a commune the lines of the file. */
export function SourceList({ profile }: { profile: PlaceProfile }): ReactElement {
  const text = useText();
  const language = useLanguage();
  const { indicators = [], editions = [] } = usePicture();
  const { sources, place } = profile;
  // The demonstration is made, not read.
  const isFromFiles = editions.find(({ id }) => id === profile.edition)?.isDemonstration === false;
  return (
    <section className="profile-part">
      <h3 className="panel-heading">{text('profile.sources')}</h3>
      <ul className="plain-list fine">
        {sources.length === 0 && <li>{text('profile.sourcesNone')}</li>}
        {sources.map(({ subject, ...where }) => (
          <li key={`${subject} ${where.upload}`}>
            {text('profile.source', {
              subject: subjectText(subject, { indicators, text, language }),
              source: where.source,
              day: formatDay(language, where.uploadedOn),
            })}
            {isFromFiles && <WhereItStands {...where} />}
          </li>
        ))}
        <li>
          {place.geometrySource === null
            ? text('profile.geometryNone')
            : text('profile.geometry', { source: boundaryText(place.geometrySource, editions, language) })}
        </li>
      </ul>
    </section>
  );
}

/** A boundary comes as `edition/pcode`: the name of that edition and the place's code in it. */
function boundaryText(source: string, editions: readonly Edition[], language: Language): string {
  const [id = source, pcode] = source.split('/');
  const edition = editions.find((candidate) => candidate.id === id);
  const name = edition === undefined ? id : nameIn(language, edition);
  return pcode === undefined ? name : `${name}, ${pcode}`;
}

type Wording = { indicators: readonly Indicator[]; text: Translate; language: Language };

const OWN_SUBJECTS = ['vsnp-assessments', 'population', 'networks', 'network-reports', 'workshops', 'presence', 'places'] as const;

/** Words of a subject: of the field's own datasets, of the indicator it feeds, or the subject itself. */
function subjectText(subject: string, { indicators, text, language }: Wording): string {
  const own = OWN_SUBJECTS.find((candidate) => candidate === subject);
  if (own !== undefined) return text(`profile.subject-${own}`);
  return indicators.find((indicator) => indicator.subject === subject)?.name[language] ?? subject;
}
