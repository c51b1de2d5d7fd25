/** Something that Discord's client would not do, and why. */
export abstract class ClientError extends Error {
  abstract readonly code: string;
}
