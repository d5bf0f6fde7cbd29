import { Search } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";

const PAUSE = 250; // milliseconds without a key before it is looked for

/** Looks while one types, and at once on Enter. */
export function SearchBox({
  label,
  value,
  onSearch,
}: {
  label: string;
  value: string;
  onSearch: (text: string) => void;
}) {
  const id = useId();
  const [text, setText] = useState(value);
  const search = useRef(onSearch);
  search.current = onSearch;
  // What the address says counts when somebody goes back.
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text.trim() === value) return;
    const timer = setTimeout(() => search.current(text.trim()), PAUSE);
    return () => clearTimeout(timer);
  }, [text, value]);
  return (
    <search className="min-w-56 grow sm:max-w-sm">
      <form
        className="relative"
        onSubmit={(event) => {
          event.preventDefault();
          onSearch(text.trim());
        }}
      >
        <label htmlFor={id} className="sr-only">
          {label}
        </label>
        <Search aria-hidden size={16} className="absolute left-3 top-3 text-faded" />
        <input
          id={id}
          type="search"
          value={text}
          placeholder={label}
          maxLength={100}
          onChange={(event) => setText(event.target.value)}
          className="min-h-10 w-full rounded-full border border-rule bg-leaf pl-9 pr-4 text-sm text-ink placeholder:text-faded"
        />
      </form>
    </search>
  );
}
