/** A ladder whose stopped rung is marked: the app's sign. */
export function BrandMark({ size = 26 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="9" fill="#0f7480" />
      <path d="M10.5 6v20M21.5 6v20" stroke="#fff" strokeWidth="2.6" strokeLinecap="round" />
      <path d="M10.5 23h11M10.5 17.6h11" stroke="#fff" strokeWidth="2.6" />
      <path d="M10.5 12.2h11" stroke="#ffd27a" strokeWidth="3.4" />
    </svg>
  );
}
