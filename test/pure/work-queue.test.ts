import { describe, expect, it } from 'vitest';
import { createQueue } from '../../server/routes/work-queue.ts';

describe('the queue of prints', () => {
  it('draws one at a time in the order they came, and turns away who finds it full', async () => {
    const queue = createQueue({ atOnce: 1, mostWaiting: 2 });
    const drawn: string[] = [];
    const ends = new Map<string, () => void>();
    const draw = (name: string) =>
      queue(() => new Promise<string>((end) => ends.set(name, () => end(name)))).then((result) => drawn.push(result));
    const all = [draw('first'), draw('second'), draw('third'), draw('fourth')];
    await all[3];
    expect(drawn).toEqual(['full']);
    for (const name of ['first', 'second', 'third']) {
      await expect.poll(() => [...ends.keys()].at(-1)).toBe(name);
      ends.get(name)?.();
    }
    await Promise.all(all);
    expect(drawn).toEqual(['full', 'first', 'second', 'third']);
  });

  it('goes on after a print that failed', async () => {
    const queue = createQueue({ atOnce: 1, mostWaiting: 0 });
    await expect(queue(() => Promise.reject(new Error('no ink')))).rejects.toThrow('no ink');
    expect(await queue(async () => 'drawn')).toBe('drawn');
  });
});
