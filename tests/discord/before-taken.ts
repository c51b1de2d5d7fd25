import type { StandIn } from '../../src/playground/index.js';

/** Hears each first answer that the bot gives over HTTP, before Discord knows of it. @returns what ends that. */
export function beforeTaken(
  { endpoint, interactions }: StandIn,
  hear: (answer: unknown) => void | Promise<void>,
): () => void {
  endpoint.deliver = async (url, interaction) => {
    const body = JSON.stringify(interaction);
    const response = await fetch(url, { method: 'POST', headers: endpoint.headersFor(body), body });
    const answer: unknown = await response.json();
    await hear(answer);
    interactions.answer(interaction.id, interaction.token, answer, []);
  };
  // what the class does is in its way no more
  return () => void Reflect.deleteProperty(endpoint, 'deliver');
}
