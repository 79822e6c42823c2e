import type { Duplex } from 'node:stream';
import type { ClientBase, Connection } from 'pg';

/** What the server sends while it copies out, as it comes: messages of its protocol, cut anywhere. */
export type CopyOut = {
  /** Resolves with what has come; rejects with what the database refused. Nothing is fetched far ahead of it. */
  readonly read: () => Promise<Buffer>;
  /** Gives the connection back with what came behind the rows; resolves when it is free again. */
  readonly leave: (rest: Buffer) => Promise<void>;
};

/**
 * Runs a COPY to the client and takes its bytes past the driver, which makes an object for each row and copies all of
 * them once more. The connection is the reader's own until he leaves it, or ends it.
 */
export function openCopyOut(client: ClientBase, copy: string): CopyOut {
  let stream: Duplex | null = null;
  let parsers: readonly Parser[] = [];
  let failed: Error | null = null;
  let over = false;
  let news = Promise.withResolvers<void>();
  const tell = (): void => news.resolve();
  const heard = async (): Promise<void> => {
    await news.promise;
    news = Promise.withResolvers();
    if (failed !== null) throw failed;
  };

  client.query({
    submit: (connection: Connection) => {
      stream = connection.stream;
      parsers = stream.listeners('data').filter(isParser);
      for (const parser of parsers) stream.off('data', parser);
      stream.pause();
      stream.on('readable', tell);
      connection.query(copy);
    },
    handleError: (error: Error) => {
      failed = error;
      tell();
    },
    handleCommandComplete: () => undefined,
    handleReadyForQuery: () => {
      over = true;
      tell();
    },
  });

  async function read(): Promise<Buffer> {
    for (;;) {
      if (failed !== null) throw failed;
      const bytes: unknown = stream?.read();
      if (Buffer.isBuffer(bytes)) return bytes;
      await heard();
    }
  }
  async function leave(rest: Buffer): Promise<void> {
    stream?.off('readable', tell);
    for (const parser of parsers) {
      stream?.on('data', parser);
      parser(rest);
    }
    stream?.resume();
    while (!over) await heard();
  }
  return { read, leave };
}

type Parser = (bytes: Buffer) => void;

function isParser(listener: unknown): listener is Parser {
  return typeof listener === 'function';
}
