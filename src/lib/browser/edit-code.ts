import { indented, newLine, type FieldText, type Replacement } from '../views/try/indent';

const textOf = ({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): FieldText => ({
  value,
  start: selectionStart,
  end: selectionEnd
});

/** Replaces a piece as if it were typed, so that the browser's own undo takes it back. */
function type(field: HTMLTextAreaElement, { from, to, text, select }: Replacement): void {
  field.setSelectionRange(from, to);
  const typed = text === '' ? 'delete' : 'insertText';
  // Deprecated, and still the one way to write into a field so that it can be undone.
  if (from !== to || text !== '') {
    if (!document.execCommand(typed, false, text)) {
      field.setRangeText(text, from, to, 'end');
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }
  field.setSelectionRange(...select);
}

/**
 * Has a text field indent as code is: Tab and Shift+Tab move lines, Enter keeps the column. After Escape, Tab goes on
 * through the page, so that nobody is caught in the field.
 */
export function editCode(field: HTMLTextAreaElement): () => void {
  let leaving = false;
  const onkeydown = (event: KeyboardEvent): void => {
    const { key, shiftKey, ctrlKey, altKey, metaKey, isComposing } = event;
    if (key === 'Escape') {
      leaving = true;
      return;
    }
    const plain = !ctrlKey && !altKey && !metaKey && !isComposing;
    if (plain && key === 'Tab' && !leaving) {
      event.preventDefault();
      type(field, indented(textOf(field), shiftKey));
    } else if (plain && key === 'Enter' && !shiftKey) {
      event.preventDefault();
      type(field, newLine(textOf(field)));
    }
    if (key !== 'Shift') leaving = false;
  };
  field.addEventListener('keydown', onkeydown);
  return () => field.removeEventListener('keydown', onkeydown);
}
