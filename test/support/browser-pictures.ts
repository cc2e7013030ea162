import type { Page } from 'playwright-core';

type Pixel = { x: number; y: number };

/** A square of the screen around a point, as it is drawn; `radius` in pixels. */
export function pictureAround(page: Page, { x, y }: Pixel, radius: number): Promise<Buffer> {
  return page.screenshot({ clip: { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius } });
}

/** How many pixels of a square around a point have exactly this colour, `#rrggbb`, on the screen. */
export async function countColour(page: Page, center: Pixel, { colour, radius }: { colour: string; radius: number }): Promise<number> {
  const picture = await pictureAround(page, center, radius);
  return onBlankPage(page, (blank) => blank.evaluate(countInPicture, { url: urlOf(picture), colour }));
}

/**
 * The colours, `#rrggbb`, that fill most of the small squares around these points of the screen; empty where none does: a
 * pattern, a name or a border lies there, or the square is not on the screen.
 */
export async function coloursAt(page: Page, centers: readonly Pixel[], radius: number): Promise<string[]> {
  const [colours = []] = await coloursIn(page, [await page.screenshot()], { centers, radius });
  return colours;
}

/** The same for pictures taken before, PNG; a list of colours for each. */
export function coloursIn(
  page: Page,
  pictures: readonly Buffer[],
  { centers, radius }: { centers: readonly Pixel[]; radius: number },
): Promise<string[][]> {
  return onBlankPage(page, (blank) =>
    Promise.all(pictures.map((picture) => blank.evaluate(readColours, { url: urlOf(picture), centers, radius }))),
  );
}

/** Pictures, PNG, of every frame the page puts on the screen until `meanwhile` is done. */
export async function framesOf(page: Page, meanwhile: () => Promise<void>): Promise<Buffer[]> {
  const session = await page.context().newCDPSession(page);
  const frames: Buffer[] = [];
  session.on('Page.screencastFrame', ({ data, sessionId }) => {
    frames.push(Buffer.from(data, 'base64'));
    void session.send('Page.screencastFrameAck', { sessionId });
  });
  await session.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 });
  await meanwhile();
  await session.send('Page.stopScreencast');
  return frames;
}

/**
 * How far two pictures of one size are apart, 0 to 255: the mean difference of the colours of their coarse forms, so
 * that a shift of less than a pixel, which turns every line of a hatch, counts for little.
 */
export async function picturesApart(page: Page, first: Buffer, second: Buffer): Promise<number> {
  const [one, other] = await onBlankPage(page, (blank) =>
    Promise.all([first, second].map((picture) => blank.evaluate(readCoarsely, urlOf(picture)))),
  );
  if (one === undefined || other === undefined || one.length !== other.length) throw new Error('two pictures of one size are compared');
  return one.reduce((sum, value, index) => sum + Math.abs(value - (other[index] ?? 0)), 0) / one.length;
}

/** Pictures are read by the browser itself, on a page that nothing forbids. */
async function onBlankPage<Answer>(page: Page, read: (blank: Page) => Promise<Answer>): Promise<Answer> {
  const blank = await page.context().newPage();
  return read(blank).finally(() => blank.close());
}

function urlOf(picture: Buffer): string {
  return `data:image/png;base64,${picture.toString('base64')}`;
}

/** Runs inside a page. */
async function countInPicture({ url, colour }: { url: string; colour: string }): Promise<number> {
  const image = new Image();
  image.src = url;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.width, image.height];
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas to read the picture with');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const wanted = [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
  let count = 0;
  for (let index = 0; index < data.length; index += 4) {
    if (wanted.every((value, channel) => data[index + channel] === value)) count += 1;
  }
  return count;
}

/** Runs inside a page. */
async function readColours({ url, centers, radius }: { url: string; centers: readonly Pixel[]; radius: number }): Promise<string[]> {
  const image = new Image();
  image.src = url;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.width, image.height];
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no canvas to read the picture with');
  context.drawImage(image, 0, 0);
  const side = 2 * radius;
  return centers.map(({ x, y }) => {
    const [left, top] = [Math.round(x - radius), Math.round(y - radius)];
    if (left < 0 || top < 0 || left + side > image.width || top + side > image.height) return '';
    const { data } = context.getImageData(left, top, side, side);
    const counts = new Map<string, number>();
    for (let at = 0; at < data.length; at += 4) {
      const colour = `#${[...data.subarray(at, at + 3)].map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
    return [...counts].find(([, count]) => count > 0.8 * side ** 2)?.[0] ?? '';
  });
}

/** Runs inside a page: the picture at a tenth of its size. */
async function readCoarsely(url: string): Promise<number[]> {
  const image = new Image();
  image.src = url;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [Math.floor(image.width / 10), Math.floor(image.height / 10)];
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas to read the picture with');
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return [...context.getImageData(0, 0, canvas.width, canvas.height).data];
}
