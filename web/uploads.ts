import {
  type Choices,
  type DatasetList,
  type DatasetReport,
  type ErrorAnswer,
  type ImportStep,
  REQUEST_HEADER,
  type Refusal,
  type RememberedAnswer,
  type RememberedList,
  type UndoReport,
  type UploadList,
} from '@atlas/server/contracts';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { LoadFailed, queryClient } from './api.ts';

/** What came of it, or why it was not done. */
export type Answer<Done> = Done | Refusal;

const PATH = '/api/uploads';

/** Every upload, newest first. */
export function useUploads(): UseQueryResult<UploadList, LoadFailed> {
  return useQuery<UploadList, LoadFailed>({ queryKey: [PATH], queryFn: () => ask<UploadList>(PATH), staleTime: 0 });
}

/** The datasets that come in from files. */
export function useDatasets(): UseQueryResult<DatasetList, LoadFailed> {
  return useQuery<DatasetList, LoadFailed>({ queryKey: ['/api/datasets'], queryFn: () => ask<DatasetList>('/api/datasets') });
}

const REMEMBERED = '/api/remembered';

/** The answers that are kept for later files. */
export function useRemembered(): UseQueryResult<RememberedList, LoadFailed> {
  return useQuery<RememberedList, LoadFailed>({ queryKey: [REMEMBERED], queryFn: () => ask<RememberedList>(REMEMBERED), staleTime: 0 });
}

/** Forgets one of them: a head of a dataset, or the communes that bear a name. */
export async function forgetAnswer(answer: RememberedAnswer): Promise<void> {
  const path = `${REMEMBERED}/${'head' in answer ? 'columns' : 'places'}?${new URLSearchParams(answer)}`;
  await ask(path, { method: 'DELETE', headers: { [REQUEST_HEADER]: '1' } });
  await queryClient.invalidateQueries({ queryKey: [REMEMBERED] });
}

/** A file, what it holds, and what was said beside it. */
export type Delivery = {
  dataset: string;
  file: File;
  /** Of a statistic: the indicator it feeds, and the year of all its rows where it has no column for it. */
  indicator: string | undefined;
  period: string | undefined;
  choices: Choices;
  isRemembered: boolean;
  isAllOrNothing: boolean;
};

/** Who waits for a file to be read: is told how far it is, and may end it. */
export type Waiting = { onStep: (step: ImportStep) => void; signal: AbortSignal };

/** Says what a file of numbers would change, and meanwhile how far it is. Throws `LoadFailed`. */
export async function tryUpload(delivery: Delivery, { onStep, signal }: Waiting): Promise<Answer<{ report: DatasetReport }>> {
  const headers = { [REQUEST_HEADER]: '1' };
  const response = await fetch(`${PATH}/try`, { method: 'POST', headers, body: toForm(delivery, true), signal }).catch(() => undefined);
  if (response === undefined) throw new LoadFailed('no-answer');
  if (!response.ok || response.body === null) return readAnswer(response);
  for await (const line of linesOf(response.body)) {
    if ('step' in line) onStep(line);
    else if ('failed' in line) throw new LoadFailed('internal', line.failed);
    else return line;
  }
  throw new LoadFailed('no-answer');
}

type Line = ImportStep | Answer<{ report: DatasetReport }> | { failed: string };

async function* linesOf(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<Line> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read().catch(() => ({ value: undefined, done: true }));
    if (done || value === undefined) return;
    const lines = `${rest}${value}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line) as Line;
  }
}

/** Stores a file of numbers. */
export function storeUpload(delivery: Delivery): Promise<Answer<{ report: DatasetReport }>> {
  return change(PATH, toForm(delivery, false), false);
}

function toForm(delivery: Delivery, isDryRun: boolean): FormData {
  const { dataset, file, indicator, period, choices, isRemembered, isAllOrNothing } = delivery;
  const form = new FormData();
  form.append('dataset', dataset);
  if (indicator !== undefined) form.append('indicator', indicator);
  if (period !== undefined) form.append('period', period);
  form.append('choices', JSON.stringify(choices));
  form.append('remember', isRemembered ? 'yes' : 'no');
  form.append('allOrNothing', isAllOrNothing ? 'yes' : 'no');
  form.append('dryRun', isDryRun ? 'yes' : 'no');
  form.append('file', file);
  return form;
}

/** Takes an upload back; a dry run only says what would change. */
export function takeBack(upload: number, { isDryRun }: { isDryRun: boolean }): Promise<Answer<{ undone: UndoReport }>> {
  return change(`${PATH}/${upload}/undo${isDryRun ? '?dryRun=yes' : ''}`, undefined, isDryRun);
}

/** Sends what changes numbers; afterwards everything on the screen is asked for anew. */
async function change<Done>(path: string, body: FormData | undefined, isDryRun: boolean): Promise<Answer<Done>> {
  const answer = await ask<Answer<Done>>(path, {
    method: 'POST',
    headers: { [REQUEST_HEADER]: '1' },
    ...(body === undefined ? {} : { body }),
  });
  if (!isDryRun) await queryClient.invalidateQueries();
  return answer;
}

async function ask<Body>(path: string, init?: RequestInit): Promise<Body> {
  const response = await fetch(path, init).catch(() => undefined);
  if (response === undefined) throw new LoadFailed('no-answer');
  return readAnswer<Body>(response);
}

async function readAnswer<Body>(response: Response): Promise<Body> {
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok && body !== undefined) return body as Body;
  const error = (body as ErrorAnswer | undefined)?.error;
  throw new LoadFailed(error?.code ?? 'no-answer', error?.requestId);
}
