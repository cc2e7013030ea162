import frame from './frame.css?inline';
import { first as texts } from './i18n/first.ts';
import { showFirstPage } from './light/first-page.ts';
import { type FirstPicture, readFirstPicture } from './light/first-picture.ts';
import legend from './map/legend.css?inline';
import tokens from './tokens.css?inline';
import { parseView, type View } from './view.ts';

/**
 * The first step of the page: the coloured map from what the page itself carries, drawn before the rest of the program
 * is asked for. Without it, or where it fails, the program starts as it is.
 */
async function open(root: HTMLElement): Promise<void> {
  const view = parseView(window.location.search);
  const picture = await readFirstPicture();
  if (picture !== undefined) showMap(root, view, picture);
  loadNext();
  try {
    const { start } = await import('./main.tsx');
    start(root, picture);
  } catch (error) {
    console.error('the page could not be started:', error);
    sayFailed(view);
  }
}

/** Asks for the files that the build names as the next ones; in development there are none. */
function loadNext(): void {
  const next = document.getElementById('next-files');
  if (next instanceof HTMLTemplateElement) document.head.append(next.content);
}

function showMap(root: HTMLElement, view: View, picture: FirstPicture): void {
  const style = document.createElement('style');
  style.textContent = tokens + frame + legend;
  document.head.append(style);
  try {
    showFirstPage(root, view, picture);
    performance.mark('first-map');
  } catch (error) {
    console.error('the first map could not be drawn:', error);
  }
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

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root element');
void open(root);
