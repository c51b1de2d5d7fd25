declare module 'dynalite' {
  import type { Server } from 'node:http';

  /** A server that speaks DynamoDB's language, with its files under `path`. */
  export default function dynalite(options: {
    path?: string;
    createTableMs?: number;
    deleteTableMs?: number;
    updateTableMs?: number;
  }): Server;
}
