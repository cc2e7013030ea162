import { first } from '../web/i18n/first.ts';
import { toBrief } from './brief.ts';
import { drawBriefPage } from './brief-page.ts';
import type { PrintJob } from './job.ts';
import { drawMapPage, subjectOf } from './map-page.ts';
import { toOverlays } from './overlays.ts';
import { sizeOf } from './paper.ts';
import { createPdf } from './pdf.ts';
import { toPicture } from './picture.ts';
import { createPng } from './png.ts';

/** Draws a print and returns its file. Throws when what the server said does not belong together. */
export async function drawPrint(job: PrintJob): Promise<Uint8Array> {
  switch (job.kind) {
    case 'map':
      return drawMap(job);
    case 'brief':
      return drawBrief(job);
    case 'briefs':
      return drawBriefs(job);
  }
}

type Job<Kind extends PrintJob['kind']> = Extract<PrintJob, { kind: Kind }>;

const CREATE = { pdf: createPdf, png: createPng } as const;
const BRIEF_SIZE = sizeOf('a4', 'portrait');

function drawMap({ answers, overlays, asked }: Job<'map'>): Promise<Uint8Array> {
  const { language, format, paper: name, orientation } = asked;
  const picture = toPicture(answers, asked);
  const paper = CREATE[format]({ size: sizeOf(name, orientation), title: subjectOf(picture), language });
  drawMapPage(paper, { picture, overlays: toOverlays(overlays, asked, picture) }, { paper: name, orientation });
  return paper.toBytes();
}

function drawBrief({ answers, asked }: Job<'brief'>): Promise<Uint8Array> {
  const brief = toBrief(answers, asked);
  const paper = CREATE[asked.format]({ size: BRIEF_SIZE, title: brief.title, language: asked.language });
  drawBriefPage(paper, brief);
  return paper.toBytes();
}

function drawBriefs({ answers, asked, provinces }: Job<'briefs'>): Promise<Uint8Array> {
  const paper = createPdf({ size: BRIEF_SIZE, title: first[asked.language].title, language: asked.language });
  for (const [index, { province, profile, gaps }] of provinces.entries()) {
    if (index > 0) paper.nextPage();
    drawBriefPage(paper, toBrief({ ...answers, profile, gaps }, { ...asked, province }));
  }
  return paper.toBytes();
}
