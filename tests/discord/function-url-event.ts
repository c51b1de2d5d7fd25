/** What AWS gives to a function whose URL was posted to. https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html */
export function functionUrlEvent(body: string, headers: Record<string, string>) {
  const http = { method: 'POST', path: '/interactions', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1' };
  return {
    version: '2.0',
    rawPath: '/interactions',
    rawQueryString: '',
    headers: { ...headers, host: 'function.example' },
    requestContext: { domainName: 'function.example', http, stage: '$default' },
    body: Buffer.from(body).toString('base64'),
    isBase64Encoded: true,
  };
}
