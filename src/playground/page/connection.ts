import type { FromPage, ToPage } from '../protocol.js';

/** What the page hears. */
export interface Listener {
  heard(message: ToPage): void;
  /** The program can't be reached; it is tried again. */
  lost(): void;
}

/** The page's line to the program, which mends itself. */
export interface Connection {
  /** @returns whether it could be sent. */
  say(message: FromPage): boolean;
  /** Speaks as another person from now on. */
  speakAs(person: string): void;
}

const longestPause = 5_000;

/** @param person whom to speak as; left out: whoever the program names. */
export function connect(person: string | null, listener: Listener): Connection {
  let socket: WebSocket;
  let pause = 250;
  const open = () => {
    const url = new URL('page', location.href.replace(/^http/, 'ws'));
    url.search = person === null ? '' : `?as=${encodeURIComponent(person)}`;
    url.hash = '';
    const mine = new WebSocket(url);
    socket = mine;
    mine.addEventListener('open', () => {
      pause = 250;
    });
    mine.addEventListener('message', ({ data }) => {
      if (mine === socket) listener.heard(JSON.parse(String(data)) as ToPage);
    });
    mine.addEventListener('close', () => {
      if (mine !== socket) return;
      listener.lost();
      setTimeout(open, pause);
      pause = Math.min(2 * pause, longestPause);
    });
  };
  open();
  return {
    say(message) {
      if (socket.readyState !== WebSocket.OPEN) return false;
      socket.send(JSON.stringify(message));
      return true;
    },
    speakAs(other) {
      person = other;
      const old = socket;
      open();
      old.close();
    },
  };
}
