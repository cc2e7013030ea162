import type { FirstAnswers } from '@atlas/server/contracts';
import frame from './frame.css?inline';
import { first as texts } from './i18n/first.ts';
import { showFirstPage } from './light/first-page.ts';
import { type FirstPicture, readFirstAnswers, readFirstTopology } from './light/first-picture.ts';
import legend from './map/legend.css?inline';
import tokens from './tokens.css?inline';
import { parseView, type View } from './view.ts';

/**
 * The first step of the page: the coloured map from what the page itself carries, drawn before the rest of the program
 * is asked for. Without it, or where it fails, the program starts as it is.
 */
async function open(): Promise<void> {
  const view = parseView(window.location.search);
  addStyle();
  const answers = await readFirstAnswers();
  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no root element');
  const picture = answers === undefined ? undefined : await showMap(root, view, answers);
  loadNext();
  try {
    const { start } = await import('./main.tsx');
    start(root, picture);
  } catch (error) {
    console.error('the page could not be started:', error);
    sayFailed(view);
  }
}

/** The style of the frame and the legend, for the first map and for all that follows. */
function addStyle(): void {
  const style = document.createElement('style');
  style.textContent = tokens + frame + legend;
  document.head.append(style);
}

/** Shows frame and legend while the geometry travels, then the map; returns what it was drawn from. */
async function showMap(root: HTMLElement, view: View, answers: FirstAnswers): Promise<FirstPicture | undefined> {
  try {
    const draw = showFirstPage(root, view, answers);
    const topology = await readFirstTopology(answers.geometryUrl);
    if (topology === undefined) return undefined;
    draw(topology);
    await shown();
    performance.mark('first-map');
    return { ...answers, topology };
  } catch (error) {
    console.error('the first map could not be drawn:', error);
    return undefined;
  }
}

/** Waits until what was drawn is on the screen: the frame after the next begins then. A page that nobody looks at has no frames. */
function shown(): Promise<unknown> {
  const frame = new Promise((settle) => requestAnimationFrame(() => requestAnimationFrame(settle)));
  return Promise.race([frame, new Promise((settle) => setTimeout(settle, LONGEST_FRAME_MILLISECONDS))]);
}

const LONGEST_FRAME_MILLISECONDS = 500;

/** Asks for the files that the build names as the next ones; in development there are none. */
function loadNext(): void {
  const next = document.getElementById('next-files');
  if (next instanceof HTMLTemplateElement) document.head.append(next.content);
}

/** Says below the map that the rest has not arrived, with a way to try again. */
function sayFailed({ language }: View): void {
  const notice = document.createElement('p');
  const button = document.createElement('button');
  button.textContent = texts[language].reload;
  button.addEventListener('click', () => window.location.reload());
  notice.setAttribute('role', 'alert');
  notice.className = 'first-failed';
  notice.append(texts[language].appFailed, ' ', button);
  document.body.append(notice);
}

void open();
