/** A few strokes each, so that no icon package is loaded. They take the colour of the text. */
const PATHS = {
  copy: "M7 3.5h7a1.5 1.5 0 0 1 1.5 1.5v8.5M4.5 6.5h7A1.5 1.5 0 0 1 13 8v7a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 3 15V8a1.5 1.5 0 0 1 1.5-1.5Z",
  done: "m4 10.5 4 4 8-9",
  chevron: "m5 7.5 5 5 5-5",
  refresh: "M15.5 10a5.5 5.5 0 1 1-1.7-4M15.5 3v3.5H12",
} as const;

export function Icon({ name, turned }: { name: keyof typeof PATHS; turned?: boolean }) {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      style={{ flexShrink: 0, ...(turned && { transform: "rotate(180deg)" }) }}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
