import type { Server, Socket } from 'node:net';
import type { Log } from '../log.ts';
import type { PeerAddress } from './client-address.ts';
import { openClientBudget } from './client-budget.ts';
import { CONNECTIONS, CONNECTIONS_OF_CLIENT } from './request-limits.ts';
import { openTurnedAway } from './turned-away.ts';

/**
 * Closes at once what one address (IPv6: one /64, four times as much of a /48) opens beyond its number of connections,
 * and what all open beyond theirs; both are counted in the log, not written one by one. A proxy of ours and this machine
 * have the number of all: whom they serve they judge themselves.
 */
export function limitConnections(server: Server, peerAddress: PeerAddress, log: Log): void {
  const turnedAway = openTurnedAway(log);
  const budget = openClientBudget(CONNECTIONS, CONNECTIONS_OF_CLIENT);
  server.maxConnections = CONNECTIONS;
  server.on('drop', () => turnedAway('connections'));
  server.on('connection', (socket: Socket) => {
    const share = budget(peerAddress(socket));
    try {
      share.grow(1);
      socket.once('close', share.giveBack);
    } catch {
      turnedAway('connections');
      socket.destroy();
    }
  });
}
