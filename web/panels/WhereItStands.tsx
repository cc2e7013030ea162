import type { WhereFrom } from '@atlas/server/contracts';
import type { ReactElement } from 'react';
import { formatDay, formatNumber } from '../cartography/format.ts';
import { useLanguage, useText } from '../i18n/index.ts';
import { whereText } from './where-text.ts';

/** The upload a number came in by, its file and the lines in it, in one line of small print. */
export function WhereItStands({ upload, file, isEstimated, writtenIn }: WhereFrom): ReactElement {
  const text = useText();
  const language = useLanguage();
  return (
    <span className="source-where">
      {[
        text('profile.upload', { upload: formatNumber(language, upload), file }),
        ...(isEstimated ? [text('profile.estimated')] : []),
        ...writtenIn.flatMap((parts) => parts.split('; ')).map((where) => whereText(where, { text, language })),
      ].join(' · ')}
    </span>
  );
}

/** The uploads that what is shown rests on: the day each came in, its file and the lines in it. Nothing of what was made, not read. */
export function UploadList({ uploads }: { uploads: readonly WhereFrom[] }): ReactElement | null {
  const text = useText();
  const language = useLanguage();
  if (uploads.length === 0) return null;
  return (
    <ul className="plain-list fine">
      {uploads.map((where) => (
        <li key={where.upload}>
          {text('profile.cameIn', { source: where.source, day: formatDay(language, where.uploadedOn) })}
          <WhereItStands {...where} />
        </li>
      ))}
    </ul>
  );
}
