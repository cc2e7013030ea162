import { toBrief } from './brief.ts';
import { drawBriefPage } from './brief-page.ts';
import type { PrintJob } from './job.ts';
import { drawMapPage } from './map-page.ts';
import { sizeOf } from './paper.ts';
import { createPdf } from './pdf.ts';
import { toPicture } from './picture.ts';
import { createPng } from './png.ts';

/** Draws a print and returns its file. Throws when what the server said does not belong together. */
export async function drawPrint(job: PrintJob): Promise<Uint8Array> {
  const { language, format } = job.asked;
  const create = format === 'pdf' ? createPdf : createPng;
  if (job.kind === 'map') {
    const { paper: name, orientation } = job.asked;
    const picture = toPicture(job.answers, job.asked);
    const paper = create({ size: sizeOf(name, orientation), title: picture.indicator.name[language], language });
    drawMapPage(paper, picture, { paper: name, orientation });
    return paper.toBytes();
  }
  const brief = toBrief(job.answers, job.asked);
  const paper = create({ size: sizeOf('a4', 'portrait'), title: brief.title, language });
  drawBriefPage(paper, brief);
  return paper.toBytes();
}
