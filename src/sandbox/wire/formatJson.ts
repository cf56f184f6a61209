/**
 * JSON as the service writes it: indented by two blanks, a blank after the colon of the root key, `}` the very last byte.
 * The official Go SDK cuts the payload out by position and only understands this form.
 */
export function formatJson(document: object): string {
  return JSON.stringify(document, null, 2);
}
