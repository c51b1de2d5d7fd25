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
      const lines = [...channelHolds.messages.values()].flat();
      for (const character of characters) {
        const expected = Array.from(
          { length: written.get(character) ?? 0 },
          (_, index) => `${character} v${index + 1}`,
        );
        assert.deepEqual(
          lines.filter((line) => line.startsWith(character)),
          expected,
        );
      }
    }),
    { numRuns: 500 },
  );
});
