/** An id short enough for a line, its end kept, since ends are what people compare. */
export function shortenId(id: string, longest = 22): string {
  if (id.length <= longest) return id;
  const tail = 6;
  return `${id.slice(0, longest - tail - 1)}…${id.slice(-tail)}`;
}
