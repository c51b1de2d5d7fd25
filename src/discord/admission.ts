/** Lets so much be served at once, so that nobody waits for ever and memory stays bounded. */
export interface Admission {
  /** @returns what is called at the end; `undefined` where there is no room now. */
  enter(server: string): (() => void) | undefined;
}

/** Interactions at once, on all servers. */
const mostAtOnce = 2_000;
/** Of these, so many may be of one server: what goes on there leaves room for the others. */
const mostOfOne = 500;

export function admission(most = mostAtOnce, mostOfOneServer = mostOfOne): Admission {
  const inside = new Map<string, number>();
  let all = 0;
  return {
    enter(server) {
      const ofThis = inside.get(server) ?? 0;
      if (all >= most || ofThis >= mostOfOneServer) return undefined;
      all++;
      inside.set(server, ofThis + 1);
      return () => {
        all--;
        const left = (inside.get(server) ?? 1) - 1;
        if (left === 0) inside.delete(server);
        else inside.set(server, left);
      };
    },
  };
}
