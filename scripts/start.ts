import { setFlagsFromString } from 'node:v8';
import { buildDemonstration } from '../server/demonstration/build.ts';
import { parseEnv } from '../server/env.ts';
import { closeHome, listen, openHome, probePort, refuseRealDataAbroad } from '../server/main.ts';
import { buildWebClient } from './build-web.ts';
import { failPlainly } from './fail-plainly.ts';

/** `pnpm dev` serves the client itself. */
const isApiOnly = process.argv.includes('--api-only');
const say = (step: string) => console.log(`  ${step} …`);

/** What must be closed when the program is asked to end, whatever it is doing. */
let close: () => Promise<void> = async () => {};
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, async () => {
    if (stopping.signal.aborted) return;
    stopping.abort();
    console.log('Closing …');
    await close();
    process.exit(0);
  });
}

try {
  const env = parseEnv(process.env);
  console.log('Safety Net Atlas');
  await probePort(env);
  const home = await openHome(env, say);
  close = () => closeHome(home);
  await refuseRealDataAbroad(env, home);
  await buildDemonstration(home.database, say, stopping.signal);
  // From here on the server mostly waits: 150 MB instead of 330, for about a fifth more time an answer.
  setFlagsFromString('--optimize-for-size');
  const webFolder = isApiOnly ? undefined : await buildWebClient(say);
  const server = await listen(env, home, webFolder);
  close = server.close;
  console.log(`Ready: ${server.url}`);
} catch (error) {
  // What the signal interrupted is not a failure; its handler closes and ends the program.
  if (!stopping.signal.aborted) {
    await close();
    failPlainly(error);
  }
}
