/**
 * Why something from outside is no receipt: by its code, what is wrong and what to do. The page, the command line and a
 * bundle's reproduce.mjs say the same.
 */
export const refusals = {
  'too-deep': 'This is nested deeper than any receipt: choose the receipt.json or the bundle itself.',
  'repeated-name': '{name} is there twice in one object: ask for the receipt as it was made.',
  'cut-off': 'The receipt breaks off before its end: copy or download it again, as a whole.',
  'no-json':
    'This is not JSON, which a receipt is: choose a receipt.json, a bundle or a link made by Retrace.',
  'utf-16': 'This is text in UTF-16, and a receipt is in UTF-8: save it again as UTF-8.',
  'no-text':
    'This is neither text in UTF-8 nor a bundle: choose a receipt.json, a bundle or a link made by Retrace.',
  empty: 'There is nothing in it: choose a receipt.json, a bundle or a link made by Retrace.',
  'no-link': 'This address has no receipt in it: copy the whole link, which goes on with # and “r1.…”.',
  'link-too-long': 'This is longer than any link to a receipt: copy the link by itself.',
  'links-differ': 'This has links to different receipts in it: copy the one that you want to open.',
  'link-format': 'This link is of format r{format}, and only r1 is known here: open it with a newer Retrace.',
  'link-unfolds': 'This link unfolds to more than 256 KB, and no receipt does: ask for the link again.',
  'link-damaged': 'This link was damaged or cut off on its way: copy it again, as a whole.',
  'zip-damaged': 'This zip is damaged or cut off: download the bundle again.',
  'zip-entries': 'This zip has {n} entries, and no bundle has as many: choose the bundle itself.',
  'zip-leads-out': 'This zip has an entry named {name}, which leads out of its folder: do not unpack it.',
  'zip-twice': 'This zip has {name} twice: ask for the bundle as it was made.',
  'zip-link': 'This zip has {name} as a link or device, which no bundle has: do not unpack it.',
  'zip-encrypted': 'This zip has {name} encrypted: ask for the bundle without a password.',
  'zip-unfolds': 'This zip would unfold to more than 16 MB, and no bundle does: do not unpack it.',
  'zip-overlaps': 'This zip has entries that lie over each other, as zip bombs have: do not unpack it.',
  'file-too-large': '{name} in this zip would have {bytes} bytes, far more than it needs: do not unpack it.',
  'loose-file-too-large': '{name} has {bytes} bytes, far more than it needs: unpack the bundle again.',
  'file-method': '{name} in this zip is compressed in a way that is not known here: zip it again plainly.',
  'file-unfolds': '{name} in this zip unfolds to more than the zip says, as bombs do: do not unpack it.',
  'file-damaged': '{name} in this zip was damaged on its way: download the bundle again.',
  'no-receipt': 'There is no receipt.json in this, so it is no bundle: choose one made by Retrace.',
  'two-receipts': 'There are {one} and {other} in this: choose the bundle of one run.',
  'zip-no-data': 'This bundle lacks penguins.csv, the data whose SHA-256 is {sha256}: download it again.',
  'bundle-too-large': 'This is larger than 4 MB, and no bundle is: choose the bundle itself.',
  'data-line-ends':
    'penguins.csv has the data of this run, but its line ends were changed, as Git and editors do on Windows: unpack the bundle again.',
  'data-other':
    'penguins.csv is not the data of this run: its SHA-256 is {actual}, and the receipt names {sha256}.',
  'not-a-field':
    '{path} is not a field of a receipt, and nothing may hide in one: ask for the receipt as it was made.',
  'more-right-than-tested':
    'result.accuracy says that more penguins were right than were tested: ask for the receipt as it was made.',
  'engine-and-version':
    'engine is not in a receipt of version 2, or is in one of version 1: ask for the receipt as it was made.',
  'other-total':
    'result.accuracy.total is not the number of penguins that data.testSize of the manifest asks to test: ask for the receipt as it was made.',
  manifest: 'The manifest is none that can be trained: {reason}',
  field: '{path} got {got}, but takes {takes}: ask for the receipt as it was made.',
  'version-text':
    'version is the text "{version}", and must be the number {version}: ask for the receipt as it was made.',
  'trainer-number':
    'trainer is the number {version}, and must be the text "{version}": ask for the receipt as it was made.',
  'no-version':
    'This JSON has no version, so it is no receipt: choose a receipt.json, a bundle or a link made by Retrace.',
  'other-version':
    'This receipt is of version {version}, and only versions 1 and 2 are known here: open it with a newer Retrace.',
  'other-trainer':
    'This run was trained by version {version} of the trainer, and the one here is version "{here}", whose bits differ: open it with the Retrace that made it.',
  'other-data':
    'The run used data whose SHA-256 is {sha256}, and the data here has "{here}": it can be re-run only where that data is.',
  'no-object': 'A receipt is a JSON object, and this is {got}: ask for the receipt as it was made.',
  'receipt-too-large':
    'This is larger than 256 KB, and no receipt is: choose the receipt.json or the bundle itself.'
};
