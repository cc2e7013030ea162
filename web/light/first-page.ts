import { chooseEdition, chooseIndicator, type Edition, type FirstAnswers, toPlaceValues, unpackPlaces } from '@atlas/server/contracts';
import type { Topology } from 'topojson-specification';
import { COUNTRY, cameraOfBounds, NEAREST_ZOOM, paddingOf, type Size } from '../cartography/mercator.ts';
import { THEMES } from '../cartography/palettes.ts';
import { rowsOfPlaces } from '../cartography/rows.ts';
import { toScale } from '../cartography/scale.ts';
import { first as texts } from '../i18n/first.ts';
import { NARROW, PHONE } from '../screen.ts';
import { markTheme, themeNameOf } from '../theme.ts';
import { LANGUAGES, type View } from '../view.ts';
import { CANVAS, drawMap } from './draw.ts';
import { element, makeLegend } from './legend.ts';
import { toShapes } from './shapes.ts';

/**
 * Puts on the page, while the geometry still travels, the frame of the page to come, the legend and the mark of its data;
 * what follows takes the same places. Returns what draws the map.
 */
export function showFirstPage(root: HTMLElement, view: View, answers: FirstAnswers): (topology: Topology) => void {
  const { values: columns, places } = answers;
  const edition = chooseEdition(answers.editions.editions, columns.edition);
  const indicator = chooseIndicator(answers.indicators.indicators, columns.indicator);
  if (edition === undefined || indicator === undefined) throw new Error('the page carries values of an edition it does not name');
  const themeName = themeNameOf(view);
  const theme = THEMES[themeName];
  const isPhone = window.matchMedia(PHONE).matches;
  document.documentElement.lang = view.language;
  document.documentElement.toggleAttribute('data-projector', view.projector && !isPhone);
  markTheme(themeName);

  const scale = toScale(indicator, theme);
  const values = toPlaceValues(columns);
  const canvas = document.createElement('canvas');
  const legend = makeLegend({ edition, indicator, scale, columns, values, theme, language: view.language });
  root.replaceChildren(makePage({ canvas, legend, mark: makeMark(edition, view), view, isPhone }));

  const level = unpackPlaces(places, columns.level, indicator.kind);
  const isWanted = view.layers.includes('indicator');
  const radii = isWanted ? values.map((value) => scale.radiusOf(value)) : [];
  const stage = canvas.parentElement ?? canvas;
  const size: Size = { width: stage.clientWidth, height: stage.clientHeight };
  const pixelRatio = window.devicePixelRatio;
  Object.assign(canvas, { width: Math.round(size.width * pixelRatio), height: Math.round(size.height * pixelRatio) });
  Object.assign(canvas.style, { display: 'block', width: '100%', height: '100%', background: theme.sea });
  const camera = view.camera ?? cameraOfBounds(edition.bbox ?? COUNTRY, size, paddingOf(size), NEAREST_ZOOM);
  const scene = {
    theme,
    surroundings: undefined,
    rows: rowsOfPlaces({ scale, count: level.pcodes.length, values, isWanted, isFailed: false }),
    points: { level, radii, circle: scale.circle },
    chosen: undefined,
    lineScale: view.projector ? 1.5 : 1,
  };
  return (topology) => {
    const context = canvas.getContext('2d', CANVAS);
    if (context === null) throw new Error('this browser draws no pictures');
    drawMap({ context, size, camera, pixelRatio }, { ...scene, shapes: toShapes(topology, columns.level, level.pcodes) });
  };
}

type Parts = { canvas: HTMLCanvasElement; legend: HTMLElement; mark: HTMLElement; view: View; isPhone: boolean };

function makePage({ canvas, legend, mark, view, isPhone }: Parts): HTMLElement {
  const title = element('h1', 'title', [texts[view.language].title]);
  const stage = element('div', 'map-stage', [canvas]);
  if (isPhone) {
    const sheet = element('section', 'sheet', [element('div', 'first-legend', [legend])]);
    return screen('phone', [element('header', 'phone-head', [title, mark]), element('main', 'map-area', [stage]), sheet]);
  }
  if (view.projector) {
    const card = element('div', 'stage-card', [mark, legend]);
    return screen('wide', [element('main', 'map-area', [card, stage, element('div', 'summary', [])])]);
  }
  const isFolded = window.matchMedia(NARROW).matches && view.panel === undefined;
  return screen('wide', [
    element('header', 'head', [title, mark]),
    element('main', 'map-area', [stage, element('div', 'summary', [])]),
    element('aside', 'layers-side', [legend]),
    ...(isFolded ? [] : [element('aside', 'side', [])]),
  ]);
}

function screen(name: string, content: readonly Node[]): HTMLElement {
  const page = element('div', 'page', content);
  page.dataset['screen'] = name;
  return page;
}

/** Says what kind of numbers these are; of invented ones in both languages, the reader's first. */
function makeMark({ isDemonstration }: Edition, { language }: View): HTMLElement {
  if (!isDemonstration) return element('p', 'mark mark-real', [texts[language].realNumbers]);
  const words = LANGUAGES.toSorted((a, b) => Number(b === language) - Number(a === language)).map((tongue) => {
    const said = element('span', '', [texts[tongue].demonstrationData]);
    said.lang = tongue;
    return said;
  });
  return element('p', 'mark mark-demonstration', words);
}
