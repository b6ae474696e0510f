/** For buttons whose label names a page or a test in full: in a narrow place it wraps rather than run out of it. */
export const WRAPPING = {
  inner: { overflow: 'visible' },
  label: { whiteSpace: 'normal', textAlign: 'left', lineHeight: 1.35, height: 'auto', overflow: 'visible' },
} as const;
