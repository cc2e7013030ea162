import { connect, type Socket } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';

/** What to ask, how many ask at once, and for how long. */
export type Load = { port: number; path: string; readers: number; milliseconds: number };

/**
 * Asks a server on this machine again and again, in a thread of its own, and tells how many whole answers came. Written
 * on bare sockets, so that asking costs less than answering.
 */
async function ask({ port, path, readers, milliseconds }: Load): Promise<number> {
  const request = `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAccept-Encoding: br\r\n\r\n`;
  const end = performance.now() + milliseconds;
  const counts = await Promise.all(Array.from({ length: readers }, () => askOn(connect(port, '127.0.0.1'), request, end)));
  return counts.reduce((sum, count) => sum + count, 0);
}

function askOn(socket: Socket, request: string, end: number): Promise<number> {
  let answers = 0;
  let missing = 0;
  socket.setNoDelay(true);
  socket.write(request);
  return new Promise((settle, fail) => {
    socket.on('error', fail);
    socket.on('close', () => settle(answers));
    socket.on('data', (chunk) => {
      if (missing === 0) missing = lengthOf(chunk);
      missing -= chunk.byteLength;
      if (missing > 0) return;
      if (missing < 0) return void socket.destroy(new Error('an answer was longer than it said'));
      answers += 1;
      if (performance.now() < end) socket.write(request);
      else socket.end();
    });
  });
}

/** Bytes of a whole answer, from its head. */
function lengthOf(chunk: Buffer): number {
  const headEnd = chunk.indexOf('\r\n\r\n');
  const head = chunk.subarray(0, headEnd).toString('latin1');
  const body = Number(/content-length: (\d+)/i.exec(head)?.[1]);
  if (headEnd < 0 || !head.startsWith('HTTP/1.1 200') || !Number.isFinite(body)) throw new Error(`not an answer to count:\n${head}`);
  return headEnd + 4 + body;
}

parentPort?.postMessage(await ask(workerData as Load));
