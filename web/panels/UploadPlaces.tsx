import type { Choices, PlaceQuestion } from '@atlas/server/contracts';
import { type ReactElement, useMemo, useState } from 'react';
import { formatNumber } from '../cartography/format.ts';
import { indexOfPlace, nameOfPlace } from '../cartography/place-names.ts';
import { useLanguage, useText } from '../i18n/index.ts';
import { CandidateMap } from '../map/CandidateMap.tsx';
import { usePicture } from '../picture.ts';

type Props = { questions: readonly PlaceQuestion[]; onMeant: (places: Choices['places']) => void };

/** Asks which commune is meant by a name that several bear, each with what lies around it and its place on the map. */
export function UploadPlaces({ questions, onMeant }: Props): ReactElement | null {
  const text = useText();
  const language = useLanguage();
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  if (questions.length === 0) return null;
  const open = questions.filter(({ meant }) => meant === null).length;
  const places = questions.flatMap(({ among }) => {
    const meant = answers[among.join(' ')];
    return meant === undefined ? [] : [{ among, meant }];
  });
  return (
    <section className="data-places">
      <h3>{text('uploads.whichPlace', { count: formatNumber(language, open) })}</h3>
      {questions.map((question) => (
        <Question
          key={question.among.join(' ')}
          question={question}
          answer={answers[question.among.join(' ')] ?? question.meant ?? undefined}
          onAnswer={(pcode) => setAnswers((known) => ({ ...known, [question.among.join(' ')]: pcode }))}
        />
      ))}
      <div className="data-actions">
        <button type="button" className="button" disabled={places.length === 0} onClick={() => onMeant(places)}>
          {text('uploads.readAgain')}
        </button>
      </div>
    </section>
  );
}

type QuestionProps = { question: PlaceQuestion; answer: string | undefined; onAnswer: (pcode: string) => void };

function Question({ question: { among, rows }, answer, onAnswer }: QuestionProps): ReactElement {
  const text = useText();
  const language = useLanguage();
  const { places } = usePicture();
  const level = places?.levels.commune;
  const pins = useMemo(
    () =>
      among.flatMap((pcode, index) => {
        const id = level === undefined ? undefined : indexOfPlace(level, pcode);
        if (id === undefined || level === undefined || level.shapes[id] === 'x') return [];
        const name = [pcode, pcode.slice(0, 4), pcode.slice(0, 2)].map((code) => nameOfPlace(places, code, language)).join(', ');
        return [{ pcode, name, sign: formatNumber(language, index + 1), lng: level.lngs[id] ?? 0, lat: level.lats[id] ?? 0 }];
      }),
    [among, level, places, language],
  );
  const [first = ''] = among;
  const legend = text('uploads.whichOf', { name: nameOfPlace(places, first, language), rows: formatNumber(language, rows) });
  return (
    <fieldset className="data-question">
      <legend>{legend}</legend>
      <div className="data-candidates">
        {among.map((pcode, index) => (
          <label key={pcode}>
            <input type="radio" name={among.join(' ')} value={pcode} checked={answer === pcode} onChange={() => onAnswer(pcode)} />
            <span className="candidate-sign">{formatNumber(language, index + 1)}</span>
            <span>
              {nameOfPlace(places, pcode.slice(0, 4), language)}, {nameOfPlace(places, pcode.slice(0, 2), language)}{' '}
              <span className="data-code">{pcode}</span>
            </span>
          </label>
        ))}
      </div>
      <CandidateMap pins={pins} chosen={answer} onChoose={onAnswer} label={legend} />
    </fieldset>
  );
}
