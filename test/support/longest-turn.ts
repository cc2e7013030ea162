import { setTimeout } from 'node:timers/promises';

/** Measures how long, in milliseconds of the processor, this thread was ever busy without a pause. */
export function longestTurn(): { end: () => Promise<number> } {
  let [longest, isMeasuring] = [0, true];
  const turns = async () => {
    let last = process.threadCpuUsage();
    while (isMeasuring) {
      await setTimeout(1);
      const now = process.threadCpuUsage();
      longest = Math.max(longest, (now.user + now.system - last.user - last.system) / 1000);
      last = now;
    }
  };
  const measured = turns();
  return {
    end: async () => {
      isMeasuring = false;
      await measured;
      return longest;
    },
  };
}
