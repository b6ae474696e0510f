/** The window's one Trusted Types rule: style text passes, anything that could open an element is refused. */
export function plainTextOnly(input: string): string {
  if (input.includes('<')) throw new TypeError('Markup may not be written into the page.');
  return input;
}
