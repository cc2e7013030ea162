import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { LoadFailed } from '../api.ts';
import { usePicture } from '../picture.ts';
import { Missing } from './Missing.tsx';
import { Waiting } from './Waiting.tsx';

type Props<Answer> = { query: UseQueryResult<Answer, LoadFailed>; children: (answer: Answer) => ReactElement };

/** Shows an answer once it is there; until then quiet bars, and when it fails, why and a retry. */
export function Loaded<Answer>({ query, children }: Props<Answer>): ReactElement {
  const { failure } = usePicture();
  if (query.data !== undefined) return children(query.data);
  if (query.error !== null) return <Missing error={query.error} retry={query.refetch} />;
  if (failure !== undefined && query.fetchStatus === 'idle') return <Missing error={failure.error} retry={failure.retry} />;
  return <Waiting />;
}
