/** Discord won't take the connection again as it is. The message is for whoever runs the program. */
export class ConnectionRefused extends Error {
  readonly code = 'connection-refused';
  override name = 'ConnectionRefused';
}
