const LATEST = 100; // milliseconds

/** Calls just before the next picture is drawn, which shows all that came until then; soon, where none is, as of a hidden tab. */
export function withNextPicture(act: () => void): void {
  const once = () => {
    cancelAnimationFrame(picture);
    clearTimeout(timer);
    act();
  };
  const picture = requestAnimationFrame(once);
  const timer = setTimeout(once, LATEST);
}
