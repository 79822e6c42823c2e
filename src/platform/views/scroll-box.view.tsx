import type { ComponentChildren } from 'preact';

/** Holds a wide table; it scrolls by itself, also by keyboard, so that the page does not. */
export function ScrollBox(props: { readonly label: string; readonly children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it with the arrow keys (WCAG 2.1.1)
    <section class="tg-scroll" tabIndex={0} aria-label={props.label}>
      {props.children}
    </section>
  );
}
