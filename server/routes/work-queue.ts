/** How much may be drawn at once, and how much may wait for it. */
export type QueueLimits = { atOnce: number; mostWaiting: number };

/** Does work a few pieces at a time, first come first served; a piece that finds the queue full is not taken. */
export function createQueue({ atOnce, mostWaiting }: QueueLimits) {
  const waiting: (() => void)[] = [];
  let running = 0;
  const isFull = () => running >= atOnce && waiting.length >= mostWaiting;
  const turn = (): Promise<void> => {
    if (running < atOnce) {
      running += 1;
      return Promise.resolve();
    }
    return new Promise((begin) => waiting.push(begin));
  };
  const leave = () => {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  };
  return async <Result>(work: () => Promise<Result>): Promise<Result | 'full'> => {
    if (isFull()) return 'full';
    await turn();
    try {
      return await work();
    } finally {
      leave();
    }
  };
}
