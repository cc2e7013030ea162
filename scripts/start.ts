import { parseEnv } from '../server/env.ts';
import { listen, openHome } from '../server/main.ts';
import { buildWebClient } from './build-web.ts';
import { failPlainly } from './fail-plainly.ts';

const say = (step: string) => console.log(`  ${step} …`);

let isStopping = false;
let stop: () => Promise<void> = async () => {};
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, async () => {
    if (isStopping) return;
    isStopping = true;
    console.log('Closing …');
    await stop();
    process.exit(0);
  });
}

try {
  const env = parseEnv(process.env);
  console.log('Safety Net Atlas');
  const home = await openHome(env, say);
  const webFolder = await buildWebClient(say);
  const server = await listen(env, home, webFolder);
  stop = server.close;
  console.log(`Ready: ${server.url}`);
} catch (error) {
  failPlainly(error);
}
