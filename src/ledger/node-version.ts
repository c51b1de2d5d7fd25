/** The oldest version of Node that the AWS SDK goes on with. */
const wanted = 22;

/** Keeps the AWS SDK from warning of an old Node in seven lines, when its first client is made. Other warnings stay. */
export function silenceNodeWarning(): void {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
}

/** The same in one line, for whoever starts a program; `undefined` where there is nothing to say. @param version as `process.version`. */
export function nodeNotice(version = process.version): string | undefined {
  const major = Number(/^v(\d+)/.exec(version)?.[1]);
  if (!(major < wanted)) return undefined;
  return `Node ${major} works; from January 2027 on, updates of the AWS SDK need Node ${wanted} or newer.`;
}
