import { parseEnv } from '../server/env.ts';
import { closeHome, listen, openHome, probePort } from '../server/main.ts';
import { buildWebClient } from './build-web.ts';
import { failPlainly } from './fail-plainly.ts';

const say = (step: string) => console.log(`  ${step} …`);

/** What must be closed when the program is asked to end, whatever it is doing. */
let close: () => Promise<void> = async () => {};
let isStopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, async () => {
    if (isStopping) return;
    isStopping = true;
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
  const webFolder = await buildWebClient(say);
  const server = await listen(env, home, webFolder);
  close = server.close;
  console.log(`Ready: ${server.url}`);
} catch (error) {
  await close();
  failPlainly(error);
}
