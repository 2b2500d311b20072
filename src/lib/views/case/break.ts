import { PARTS, type Part } from '../../experiment';
import { brokenBy, canBeCase, MOST_DIFFERENCES } from '../../experiment/case';
import { CATALOGUE, conflicting, type CatalogueId } from '../../experiment/lab';
import { fill } from '../../lesson';
import { caseWords } from '../../lesson/case';
import { catalogueWords } from '../../lesson/catalogue';
import { labWords } from '../../lesson/lab';
import { reasonText } from '../../lesson/reason';
import { manifestWords } from '../../lesson/manifest';
import { caseAt } from '../../machine/case';
import type { Work } from '../../machine/work';
import type { RunRecord } from '../../experiment';
import { percentText } from '../percent';
import { caseAddressOf } from './address';

/** A case that is made for somebody else. */
export interface BreakView {
  readonly parts: readonly {
    readonly part: Part;
    readonly title: string;
    readonly note: string | null;
    readonly drifts: readonly {
      readonly id: CatalogueId;
      readonly name: string;
      readonly chosen: boolean;
      /** Why it cannot be chosen beside the others; empty where it can. */
      readonly why: string;
    }[];
  }[];
  readonly labels: Readonly<Record<Part, string>>;
  /** What the choice does. */
  readonly said: string;
  /** The address of the case, from its `?`; empty where it is none. */
  readonly query: string;
}

const words = caseWords.broken;

/** Why a drift cannot be added to those that are chosen. */
function obstacle(id: CatalogueId, chosen: readonly CatalogueId[]): string {
  if (chosen.includes(id) || canBeCase([...chosen, id])) return '';
  const drift = CATALOGUE.find((entry) => entry.id === id)!;
  const other = CATALOGUE.find((entry) => chosen.includes(entry.id) && conflicting(entry, drift));
  return other
    ? fill(words.clash, { name: catalogueWords[other.id].name })
    : fill(words.most, { n: MOST_DIFFERENCES });
}

type Runs = { readonly then: RunRecord; readonly later: RunRecord };

/** What the choice does, measured; and whether it breaks anything. */
function effect(work: Work<Runs>): { said: string; breaks: boolean } {
  if (work.at === 'failed')
    return { said: fill(words.failed, { message: reasonText(work.reason) }), breaks: false };
  if (work.at !== 'done') return { said: words.training, breaks: false };
  const { then, later } = work.result;
  const criterion = brokenBy(then, later);
  const said = criterion === null ? words.whole : words.breaks[criterion];
  return {
    said: fill(said, { then: percentText(then), later: percentText(later) }),
    breaks: criterion !== null
  };
}

/** @param drifts what is chosen @param work the training of it */
export function breakView(drifts: readonly CatalogueId[], work: Work<Runs>): BreakView {
  const { said, breaks } = drifts.length === 0 ? { said: words.none, breaks: false } : effect(work);
  return {
    parts: PARTS.map((part) => {
      const entries = CATALOGUE.filter((entry) => entry.part === part);
      const n = entries.filter(({ id }) => drifts.includes(id)).length;
      return {
        part,
        title: manifestWords.parts[part],
        note: n > 0 ? fill(labWords.setup.chosen, { n }) : null,
        drifts: entries.map(({ id }) => ({
          id,
          name: catalogueWords[id].name,
          chosen: drifts.includes(id),
          why: obstacle(id, drifts)
        }))
      };
    }),
    labels: {
      code: fill(words.label, { part: manifestWords.parts.code }),
      data: fill(words.label, { part: manifestWords.parts.data }),
      environment: fill(words.label, { part: manifestWords.parts.environment })
    },
    said,
    query: breaks ? caseAddressOf(caseAt({ kind: 'chosen', drifts })) : ''
  };
}
