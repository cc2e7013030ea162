import type { TrainingFollowUp } from '@atlas/server/contracts';
import type { ReactElement } from 'react';
import { useTrainings } from '../api.ts';
import { formatDay, formatNumber, formatPercent, formatYear } from '../cartography/format.ts';
import { useLanguage, useText } from '../i18n/index.ts';
import { today, usePicture } from '../picture.ts';
import { Bar } from './Bar.tsx';
import { Loaded } from './Loaded.tsx';
import { TrainedCommunes } from './TrainedCommunes.tsx';
import { toTrainingLists } from './training-lists.ts';
import { YearSelect } from './YearSelect.tsx';
import '../i18n/later.ts';
import './panels.css';

/** Did a network follow the trainings of trainers of the two years that end with the period? */
export function Trainings(): ReactElement {
  const text = useText();
  const language = useLanguage();
  const { edition, indicators, period } = usePicture();
  const from = String(Number(period) - 1);
  const trainings = useTrainings(edition === undefined || indicators === undefined ? undefined : { edition: edition.id, from, to: period });
  return (
    <section className="panel-part">
      <header>
        <h2 className="panel-title">{text('programme.trainings')}</h2>
        <p className="fine">{text('programme.trainingsSpan', { from: formatYear(language, from), to: formatYear(language, period) })}</p>
      </header>
      <YearSelect />
      <Loaded query={trainings}>{(followUp) => <FollowUp followUp={followUp} />}</Loaded>
    </section>
  );
}

function FollowUp({ followUp }: { followUp: TrainingFollowUp }): ReactElement {
  const text = useText();
  const language = useLanguage();
  const { trained, followed, pending } = followUp;
  const number = (count: number) => formatNumber(language, count);
  if (trained === 0) {
    return <p>{text('programme.trainingsEmpty', { from: formatYear(language, followUp.from), to: formatYear(language, followUp.to) })}</p>;
  }
  const lists = toTrainingLists(followUp.communes, today());
  const decided = trained - pending;
  return (
    <>
      <p className="big-figure">{formatPercent(language, followed / trained)}</p>
      <p>{text('programme.shareOf', { followed: number(followed), trained: number(trained) })}</p>
      {pending > 0 && (
        <p className="fine">
          {text('programme.pendingNote', { count: number(pending) })}{' '}
          {decided > 0 && text('programme.shareDecided', { decided: number(decided), share: formatPercent(language, followed / decided) })}
        </p>
      )}
      <dl className="bar-list">
        <Part label={text('programme.followed')} share={followed / trained} count={number(followed)} />
        <Part label={text('programme.without')} share={lists.without.length / trained} count={number(lists.without.length)} tone="need" />
        <Part label={text('programme.pending')} share={lists.pending.length / trained} count={number(lists.pending.length)} tone="quiet" />
      </dl>
      <h3 className="panel-heading">{text('programme.without')}</h3>
      {lists.without.length === 0 && <p>{text('programme.noneWithout')}</p>}
      <TrainedCommunes communes={lists.without} />
      {lists.pending.length > 0 && <h3 className="panel-heading">{text('programme.pending')}</h3>}
      <TrainedCommunes communes={lists.pending} isOpen />
      <p className="fine">{text('programme.countsOnce')}</p>
      <p className="fine">{text('programme.trainingsSource', { day: formatDay(language, today()) })}</p>
    </>
  );
}

type PartProps = { label: string; share: number; count: string; tone?: 'accent' | 'need' | 'quiet' };

function Part({ label, share, count, tone = 'accent' }: PartProps): ReactElement {
  return (
    <div className="bar-row">
      <dt>{label}</dt>
      <dd className="bar-number">{count}</dd>
      <dd className="bar-cell">
        <Bar share={share} tone={tone} />
      </dd>
    </div>
  );
}
