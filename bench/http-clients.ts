import { Agent, request } from 'node:http';

export type Posted = { readonly perSecond: number; readonly times: readonly number[] };
export type Post = {
  readonly port: number;
  readonly path: string;
  readonly headers: (run: number) => Readonly<Record<string, string>>;
  readonly body: (run: number) => string;
};

/** Posts one after the other on each of `clients` kept connections for some seconds; anything but 201 is a fault. */
export async function postFor(post: Post, clients: number, seconds: number): Promise<Posted> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const until = performance.now() + seconds * 1000;
  const started = performance.now();
  const times: number[] = [];
  let run = 0;
  const client = async (): Promise<void> => {
    while (performance.now() < until) {
      const began = performance.now();
      run += 1;
      await send(agent, post, run);
      times.push(performance.now() - began);
    }
  };
  try {
    await Promise.all(Array.from({ length: clients }, client));
  } finally {
    agent.destroy();
  }
  return { perSecond: times.length / ((performance.now() - started) / 1000), times };
}

function send(agent: Agent, { port, path, headers, body }: Post, run: number): Promise<void> {
  const text = body(run);
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        ...{ agent, port, path, host: '127.0.0.1', method: 'POST' },
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(text),
          ...headers(run),
        },
      },
      (answer) => {
        let read = '';
        answer.on('data', (chunk) => (read += chunk));
        answer.on('end', () =>
          answer.statusCode === 201
            ? resolve()
            : reject(new Error(`${answer.statusCode}: ${read.slice(0, 500)}`)),
        );
        answer.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end(text);
  });
}
