import assert from 'node:assert/strict';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { feed, WatchRefusal } from '../../src/watching/index.js';
import type { Feed, FeedCommand } from '../../src/watching/index.js';

const thorin = '11111111-1111-4111-8111-111111111111';
const lia = '22222222-2222-4222-8222-222222222222';
const channel = '1300000000000000002';
const mara = '1300000000000000011';
const chosen = '1300000000000000090';

const open = (after: Record<string, number> = {}, by = chosen): FeedCommand => ({
  type: 'open',
  details: { channel, chosen: by, by: mara, after },
});
const claim = (
  character: string,
  from: number,
  to: number,
  nonce = `${character.slice(0, 4)}-${from}`,
): FeedCommand => ({
  type: 'claim',
  details: { batch: [{ character, from, to }], nonce },
});
const confirm = (nonce: string): FeedCommand => ({
  type: 'confirm',
  details: { nonce, message: '1300000000000000777' },
});

function given(...commands: FeedCommand[]) {
  const before = commands.reduce<Feed | undefined>(
    (state, command) => feed.evolve(state, feed.decide(state, command)),
    undefined,
  );
  return {
    when: (command: FeedCommand) => ({
      then: (expected: Partial<Feed>) =>
        expect(feed.evolve(before, feed.decide(before, command))).toMatchObject(expected),
      isRefused: (code: string) => expect(() => feed.decide(before, command)).toThrow(code),
    }),
  };
}

describe('a feed', () => {
  test('begins after what is there', () => {
    given()
      .when(open({ [thorin]: 5 }))
      .then({ choice: { channel, by: mara, chosen }, closed: null, posted: { [thorin]: 5 }, claim: null });
  });

  test('goes on where it was, wherever it is opened anew', () => {
    given(open({ [thorin]: 5 }), claim(thorin, 6, 8), confirm('1111-6'), {
      type: 'close',
      details: { reason: 'gone' },
    })
      .when(open({ [thorin]: 20, [lia]: 3 }, '1300000000000000091'))
      .then({ closed: null, posted: { [thorin]: 8, [lia]: 3 } });
  });

  test('that was turned off begins anew with what happens from then on', () => {
    given(open({ [thorin]: 5 }), { type: 'close', details: { reason: 'turned-off' } })
      .when(open({ [thorin]: 20 }, '1300000000000000091'))
      .then({ closed: null, posted: { [thorin]: 20 } });
  });

  test('that is closed posts nothing, and what was claimed is left for the next channel', () => {
    const closed: FeedCommand = { type: 'close', details: { reason: 'gone' } };
    given(open(), claim(thorin, 1, 3))
      .when(closed)
      .then({ closed: 'gone', posted: {}, claim: null });
    given(open(), closed)
      .when(claim(thorin, 1, 1))
      .isRefused('not-open');
    given(open(), closed).when(closed).isRefused('not-open');
  });

  test('posts what is claimed, and has come so far once that is confirmed', () => {
    given(open())
      .when(claim(thorin, 1, 3))
      .then({ posted: {}, claim: { batch: [{ character: thorin, from: 1, to: 3 }], nonce: '1111-1' } });
    given(open(), claim(thorin, 1, 3))
      .when(confirm('1111-1'))
      .then({ posted: { [thorin]: 3 }, claim: null });
  });

  test('forgets those who left and of whom all is posted, once and for all', () => {
    const done = { settled: 3, forgotten: [thorin] };
    const claimed: FeedCommand = {
      type: 'claim',
      details: { batch: [{ character: lia, from: 1, to: 1 }], nonce: 'lia', ...done },
    };
    given(open({ [thorin]: 5 }), claimed)
      .when(confirm('lia'))
      .then({ posted: { [lia]: 1 }, settled: 3, claim: null });
    // who does not know yet that it is forgotten would post it from its beginning
    given(open({ [thorin]: 5 }), claimed, confirm('lia'))
      .when(claim(thorin, 1, 5))
      .isRefused('not-next');
    given(open())
      .when({
        type: 'claim',
        details: { batch: [{ character: lia, from: 1, to: 1 }], nonce: 'lia', settled: 3, forgotten: [lia] },
      })
      .isRefused('not-next');
  });

  test('a new one has nothing to do with those who left before; one that goes on is not told otherwise', () => {
    const gone: FeedCommand = { type: 'close', details: { reason: 'gone' } };
    const off: FeedCommand = { type: 'close', details: { reason: 'turned-off' } };
    const opening = (settled: number, chosen: string): FeedCommand => ({
      type: 'open',
      details: { channel, chosen, by: mara, after: {}, settled },
    });
    const first = opening(3, chosen);
    const again = opening(9, '1300000000000000091');
    given().when(first).then({ settled: 3 });
    given(first, gone).when(again).then({ settled: 3 });
    given(first, off).when(again).then({ settled: 9 });
  });

  test('refuses what is not next, or another has', () => {
    given()
      .when(claim(thorin, 1, 1))
      .isRefused('not-open');
    given(open())
      .when(claim(thorin, 2, 3))
      .isRefused('not-next');
    given(open({ [thorin]: 5 }))
      .when(claim(thorin, 5, 6))
      .isRefused('not-next');
    given(open(), claim(thorin, 1, 3))
      .when(claim(lia, 1, 1))
      .isRefused('claimed');
    given(open(), claim(thorin, 1, 3), confirm('1111-1'))
      .when(confirm('1111-1'))
      .isRefused('not-claimed');
    given(open()).when(open()).isRefused('opened-already');
  });
});

/** Discord's channel: a nonce that it knows brings no second message. */
class Channel {
  readonly messages = new Map<string, string[]>();
  post(nonce: string, lines: string[]) {
    if (!this.messages.has(nonce)) this.messages.set(nonce, lines);
  }
}

test('posters that end wherever they are post each version once, and in order', () => {
  const characters = [thorin, lia];
  // each step: which poster goes on by one, or ends and begins anew
  const steps = fc.array(fc.record({ poster: fc.nat(2), ends: fc.boolean(), grows: fc.nat(1) }), {
    maxLength: 120,
  });
  fc.assert(
    fc.property(steps, (steps) => {
      let now: Feed | undefined = feed.evolve(undefined, feed.decide(undefined, open()));
      const written = new Map(characters.map((one) => [one, 1]));
      const channelHolds = new Channel();
      const attempt = (command: FeedCommand) => {
        try {
          now = feed.evolve(now, feed.decide(now, command));
        } catch (error) {
          assert(error instanceof WatchRefusal);
        }
      };
      /** What a poster does next; it knows nothing of what it did before it ended. */
      function* poster(): Generator<void> {
        for (;;) {
          if (now?.claim == null) {
            const batch = characters.flatMap((character) => {
              const from = (now?.posted[character] ?? 0) + 1;
              const to = Math.min(written.get(character) ?? 0, from + 2);
              return to >= from ? [{ character, from, to }] : [];
            });
            yield;
            const nonce = batch.map(({ from, to }) => `${from}-${to}`).join('+');
            if (batch.length > 0) attempt({ type: 'claim', details: { batch, nonce } });
          }
          yield;
          // one's own claim, or one that another left behind
          const claimed = now?.claim;
          if (claimed == null) continue;
          yield;
          const lines = claimed.batch.flatMap(({ character, from, to }) =>
            Array.from({ length: to - from + 1 }, (_, index) => `${character} v${from + index}`),
          );
          channelHolds.post(claimed.nonce, lines);
          yield;
          attempt(confirm(claimed.nonce));
          yield;
        }
      }
      const posters = [poster(), poster(), poster()];
      for (const { poster: which, ends, grows } of steps) {
        if (ends) posters[which] = poster();
        posters[which]?.next();
        const grown = characters[grows] ?? thorin;
        written.set(grown, (written.get(grown) ?? 0) + 1);
      }
      // in the end one is left, and goes on until nothing is new
      const last = poster();
      for (let i = 0; i < 2_000; i++) last.next();
      assertAllPosted(characters, written, channelHolds);
    }),
    { numRuns: 500 },
  );
});

/** Each character's entries are in the channel once and in order, up to the last that was written. */
function assertAllPosted(
  characters: readonly string[],
  written: ReadonlyMap<string, number>,
  { messages }: Channel,
): void {
  const lines = [...messages.values()].flat();
  for (const character of characters) {
    const length = written.get(character) ?? 0;
    assert.deepEqual(
      lines.filter((line) => line.startsWith(character)),
      Array.from({ length }, (_, index) => `${character} v${index + 1}`),
    );
  }
}

test('characters who come and go are posted to their last entry, each once, and then forgotten', () => {
  const all = Array.from({ length: 8 }, (_, nth) => `${nth}${thorin.slice(1)}`);
  const step = fc.record({
    does: fc.constantFrom('posts', 'posts', 'posts', 'grows', 'leaves', 'is long gone', 'moves'),
    poster: fc.nat(2),
    ends: fc.boolean(),
    nth: fc.nat(all.length - 1),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 250 }), (steps) => {
      let now: Feed | undefined = feed.evolve(undefined, feed.decide(undefined, open()));
      let opened = 0;
      const written = new Map<string, number>();
      /** In the order in which they left. */
      const left: string[] = [];
      /** So many of those can grow no more. */
      let longGone = 0;
      const channelHolds = new Channel();
      const attempt = (command: FeedCommand) => {
        try {
          now = feed.evolve(now, feed.decide(now, command));
        } catch (error) {
          assert(error instanceof WatchRefusal);
        }
      };
      /** What a poster does next; all that it knows may be out of date by the time that it acts. */
      function* poster(): Generator<void> {
        for (;;) {
          if (now?.claim == null && now?.closed === null) {
            const { posted, settled }: Feed = now;
            // on a roster that knows of fewer than the feed is done with it would not go on
            const gone = left.slice(settled);
            const watched = [...all.filter((one) => !left.includes(one)), ...gone];
            const ripe = longGone;
            yield;
            const done = gone.slice(0, Math.max(0, ripe - settled));
            const open = done.findIndex((one) => (written.get(one) ?? 0) > (posted[one] ?? 0));
            const forgotten = open < 0 ? done : done.slice(0, open);
            yield;
            const batch = watched.flatMap((character) => {
              const from = (posted[character] ?? 0) + 1;
              const to = Math.min(written.get(character) ?? 0, from + 1);
              return to >= from && !forgotten.includes(character) ? [{ character, from, to }] : [];
            });
            yield;
            const nonce = batch.map(({ character, from, to }) => `${character[0]}:${from}-${to}`).join('+');
            const details = { batch, nonce, settled: settled + forgotten.length, forgotten };
            if (batch.length > 0) attempt({ type: 'claim', details });
          }
          yield;
          const claimed = now?.claim;
          if (claimed == null) continue;
          yield;
          const lines = claimed.batch.flatMap(({ character, from, to }) =>
            Array.from({ length: to - from + 1 }, (_, index) => `${character} v${from + index}`),
          );
          channelHolds.post(claimed.nonce, lines);
          attempt(confirm(claimed.nonce));
          yield;
        }
      }
      const posters = [poster(), poster(), poster()];
      for (const { does, poster: which, ends, nth } of steps) {
        const one = all[nth] ?? thorin;
        if (does === 'posts') {
          if (ends) posters[which] = poster();
          posters[which]?.next();
        } else if (does === 'grows') {
          const isLongGone = left.slice(0, longGone).includes(one);
          if (!isLongGone) written.set(one, (written.get(one) ?? 0) + 1);
        } else if (does === 'leaves') {
          if (!left.includes(one)) left.push(one);
        } else if (does === 'is long gone') longGone = left.length;
        else {
          // a channel that is gone, and another in its place: who left meanwhile is told of there
          if (now.claim == null) attempt({ type: 'close', details: { reason: 'gone' } });
          const details = { channel, by: mara, after: {}, settled: left.length };
          attempt({
            type: 'open',
            details: { ...details, chosen: `13000000000000001${10 + (opened++ % 90)}` },
          });
        }
      }
      longGone = left.length;
      const last = poster();
      for (let i = 0; i < 300; i++) last.next();
      // one more entry of someone who is here takes along what is left to be done with
      const here = all.find((one) => !left.includes(one));
      if (here !== undefined) {
        written.set(here, (written.get(here) ?? 0) + 1);
        for (let i = 0; i < 30; i++) last.next();
        assert.deepEqual(
          Object.keys(now.posted).filter((one) => left.includes(one)),
          [],
        );
        assert.equal(now.settled, left.length);
      }
      assertAllPosted(all, written, channelHolds);
    }),
    { numRuns: 500 },
  );
});
