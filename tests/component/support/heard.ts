/** What a screen reader reads of an element: everything that is neither hidden from it nor a tooltip. */
export function heard(element: Element | null): string {
  const copy = element?.cloneNode(true) as Element;
  for (const hidden of copy.querySelectorAll('[aria-hidden="true"], [role="tooltip"]')) hidden.remove();
  return copy.textContent.replace(/\s+/g, ' ').replace(/ ,/g, ',').trim();
}
