import type { FromPage, ToPage } from '../protocol.js';

/** What the page hears. */
export interface Listener {
  heard(message: ToPage): void;
  /** The program can't be reached; it is tried again. */
  lost(): void;
}

/** Who speaks through a window; `null`: whoever the program names, in that person's language. */
export interface Speaker {
  person: string | null;
  locale: string | null;
}

/** The page's line to the program, which mends itself. */
export interface Connection {
  /** @returns whether it could be sent. */
  say(message: FromPage): boolean;
  /** Speaks as another person, or in another language, from now on. */
  speakAs(speaker: Speaker): void;
}

const longestPause = 5_000;

export function connect(speaker: Speaker, listener: Listener): Connection {
  let socket: WebSocket;
  let pause = 250;
  const open = () => {
    const url = new URL('page', location.href.replace(/^http/, 'ws'));
    url.search = '';
    if (speaker.person !== null) url.searchParams.set('as', speaker.person);
    if (speaker.locale !== null) url.searchParams.set('locale', speaker.locale);
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
      speaker = other;
      const old = socket;
      open();
      old.close();
    },
  };
}
