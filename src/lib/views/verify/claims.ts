import { BASELINE, diff, PARTS, type Part } from '../../experiment';
import type { Receipt } from '../../experiment/receipt';
import { count, fill } from '../../lesson';
import { manifestWords } from '../../lesson/manifest';
import { receipt as receiptWords } from '../../lesson/receipt';
import { verify } from '../../lesson/verify';
import { labFieldName, labValueText } from '../field-text';
import { judgedRun, type JudgedRun } from '../pair-verdict';

/** One field of a manifest, in words. */
export interface ManifestFieldView {
  readonly path: string;
  readonly name: string;
  readonly value: string;
  /** What the lesson's first run has there, where it is another value. */
  readonly lesson: string | null;
}

export interface ManifestPartView {
  readonly part: Part;
  readonly title: string;
  readonly fields: readonly ManifestFieldView[];
}

/** What a receipt claims, before anything is run. */
export interface ClaimsView {
  readonly run: JudgedRun;
  readonly digest: string;
  readonly predictionsDigest: string;
  /** What its maker had expected, in a sentence; null if that is not told. */
  readonly prediction: string | null;
  /** What to know of the claim before it is tried; null if there is nothing. */
  readonly note: string | null;
  readonly parts: readonly ManifestPartView[];
  /** How far the manifest is the lesson's, in a sentence. */
  readonly differing: string;
}

const { claims, manifest: words } = verify;

function partsView({ manifest }: Receipt): ManifestPartView[] {
  const before = new Map(diff(BASELINE, manifest).map(({ path, before }) => [path, labValueText(before)]));
  return PARTS.map((part) => ({
    part,
    title: manifestWords.parts[part],
    // In the order of the lesson's manifest; whatever a receipt has been through, its own is that of the alphabet.
    fields: Object.entries({ ...BASELINE[part], ...manifest[part] }).map(([field, value]) => {
      const path = `${part}.${field}`;
      const lesson = before.get(path);
      return {
        path,
        name: labFieldName(path),
        value: labValueText(value),
        lesson: lesson === undefined ? null : fill(words.lesson, { value: lesson })
      };
    })
  }));
}

/** What a receipt claims to have come of its run. */
export const claimedRun = ({ result }: Pick<Receipt, 'result'>): JudgedRun =>
  judgedRun('then', claims.label, result);

/** Which engine made a receipt, as far as it says. */
export const makerText = ({ engine }: Receipt): string =>
  engine === undefined ? claims.unnamed : fill(claims.engine, { engine });

/** What a receipt claims. */
export function claimsView(receipt: Receipt): ClaimsView {
  const { manifest, result, prediction } = receipt;
  const differing = diff(BASELINE, manifest).length;
  return {
    run: claimedRun(receipt),
    digest: result.digest,
    predictionsDigest: result.predictionsDigest,
    prediction:
      prediction === undefined ? null : fill(claims.prediction, { answer: receiptWords.answers[prediction] }),
    note: manifest.environment.math === 'platform' ? `${claims.platform} ${makerText(receipt)}` : null,
    parts: partsView(receipt),
    differing: differing > 0 ? count(words.differing, differing) : words.same
  };
}
