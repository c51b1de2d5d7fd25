import type { DirectChannels } from '../direct-channels.js';
import type { Endpoint } from '../endpoint.js';
import type { Faults } from '../faults.js';
import type { Interactions } from '../interactions.js';
import type { Messages } from '../messages.js';
import type { CommandRegistry } from '../registry.js';
import type { World } from '../world.js';

/** What the REST interface is an interface to. */
export interface RestParts {
  world: World;
  /** The bot's. */
  token: string;
  gatewayUrl: () => string;
  endpoint: Pick<Endpoint, 'url'>;
  registry: CommandRegistry;
  interactions: Interactions;
  messages: Messages;
  directChannels: DirectChannels;
  /** Milliseconds since 1970. */
  now: () => number;
  /** How many times as fast as Discord's the windows of its rate limits go by. */
  speed: number;
  faults: Pick<Faults, 'oldEdits'>;
}
