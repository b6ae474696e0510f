/** The five steps as a page for somebody else, with this case's own ids and the drawings. It prints well and holds no secret. */
import type { Language } from '../base/settings';
import type { CaseView } from '../case/views';
import { knownList } from '../diagnosis/known-list';
import { type Say, sayIn } from '../messages/say';
import { LABELS_SEEN, type LinkId, linkUrl } from '../remedies/links';
import { isProjectId } from '../wizard/console-address';
import {
  editDrawing,
  type ListChange,
  limitsDrawing,
  logInDrawing,
  projectDrawing,
  type Scene,
} from '../wizard/drawings';
import type { Block, Document } from './document';
import { redacted } from './redacted';
import type { ReportContext } from './report';
import { requestCode, requestOf } from './request-code';
import { utc } from './time';
import { toHtml } from './to-html';

export interface GuideContext extends Pick<ReportContext, 'at' | 'version' | 'mode'> {
  readonly consoleOrigin: string;
  /** Where the case's key is used. */
  readonly baseUrl: string;
  /** The project whose list matters; null where none is known. */
  readonly project: string | null;
}

export type GuideCase = Pick<CaseView, 'verdict' | 'reading' | 'evidence' | 'model' | 'keyId'>;

export function guide(view: GuideCase, context: GuideContext, language: Language): string {
  return toHtml(redacted(documentOf(new Guide(view, context, sayIn(language)))), language);
}

/** What all five steps are written from. */
class Guide {
  readonly view: GuideCase;
  readonly context: GuideContext;
  readonly say: Say;
  readonly model: string;
  readonly project: string | null;
  readonly scene: Scene;

  constructor(view: GuideCase, context: GuideContext, say: Say) {
    this.view = view;
    this.context = context;
    this.say = say;
    this.model = view.verdict.model ?? say('wizard.yourModel');
    const { project } = context;
    this.project = project !== null && isProjectId(project) ? project : null;
    this.scene = {
      words: (name) => say(`wizard.picture.${name}`),
      host: context.consoleOrigin.replace(/^https?:\/\//, ''),
      project: this.project,
    };
  }

  link(id: LinkId, text: string): readonly Block[] {
    const url = linkUrl(id, this.project, this.context.consoleOrigin);
    return url.ok ? [{ kind: 'link', text, url: url.value }] : [];
  }
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

function documentOf(guide: Guide): Document {
  const { say, context } = guide;
  const { at, version, mode } = context;
  const steps = [logIn, chooseProject, openLimits, editList, proveIt];
  return {
    title: say('report.guide.title', { model: guide.model }),
    lead: [
      say('report.diagnosis.made', { at: utc(at), version }),
      ...(mode === 'practice' ? [say('report.diagnosis.practice')] : []),
      say('wizard.seen', { month: LABELS_SEEN }),
    ],
    sections: [
      { heading: say('report.guide.about'), blocks: [{ kind: 'list', items: factsOf(guide) }] },
      ...steps.map((step, index) => {
        const { name, blocks } = step(guide);
        return { heading: `${index + 1}. ${name}`, blocks };
      }),
      { heading: say('wizard.after.checks.title'), blocks: [{ kind: 'list', items: laterChecks(guide) }] },
    ],
  };
}

function factsOf({ say, view, model, project }: Guide): readonly string[] {
  const { organization, requestId } = view.verdict;
  return [
    say('report.owner.model', { model }),
    ...(project === null ? [] : [say('report.owner.project', { project })]),
    ...(organization === null ? [] : [say('report.owner.organization', { organization })]),
    ...(requestId === null ? [] : [say('report.owner.requestUntimed', { requestId })]),
    say('report.guide.who'),
  ];
}

interface Step {
  readonly name: string;
  readonly blocks: readonly Block[];
}

function logIn(guide: Guide): Step {
  const { say, scene } = guide;
  return {
    name: say('wizard.step.log_in.name'),
    blocks: [
      paragraph(say('wizard.step.log_in.todo')),
      ...guide.link('login', say('wizard.step.log_in.open')),
      {
        kind: 'drawing',
        drawing: logInDrawing(scene),
        description: say('wizard.step.log_in.picture'),
      },
    ],
  };
}

function chooseProject({ say, scene, project }: Guide): Step {
  const todo =
    project === null
      ? say('wizard.step.choose_project.todoUnknown')
      : say('wizard.step.choose_project.todo', { project });
  return {
    name: say('wizard.step.choose_project.name'),
    blocks: [
      paragraph(todo),
      paragraph(say('wizard.step.choose_project.why')),
      {
        kind: 'drawing',
        drawing: projectDrawing(scene),
        description: say('wizard.step.choose_project.picture'),
      },
      paragraph(say('wizard.step.choose_project.different')),
    ],
  };
}

function openLimits(guide: Guide): Step {
  const { say, scene, project } = guide;
  return {
    name: say('wizard.step.open_limits.name'),
    blocks: [
      paragraph(say('wizard.step.open_limits.todo')),
      paragraph(say('wizard.step.open_limits.why')),
      ...guide.link(
        project === null ? 'project_limits_current' : 'project_limits',
        say('wizard.step.open_limits.open'),
      ),
      {
        kind: 'drawing',
        drawing: limitsDrawing(scene),
        description: say('wizard.step.open_limits.picture'),
      },
    ],
  };
}

/** Both lists, unless it is known which is set: the page shows one of them. */
function editList(guide: Guide): Step {
  const { say, view } = guide;
  const known = knownList(view.verdict);
  const lists = known === null ? (['allowed', 'blocked'] as const) : [known];
  return {
    name: say('wizard.step.edit_list.name'),
    blocks: [
      ...(known === null ? [paragraph(say('report.guide.either'))] : []),
      ...lists.flatMap((list) => change(guide, list)),
      paragraph(say('report.guide.remove')),
      paragraph(say('report.owner.caution.spend')),
      paragraph(say('report.owner.caution.newList')),
      paragraph(say('wizard.step.edit_list.different')),
    ],
  };
}

function change(guide: Guide, list: 'allowed' | 'blocked'): readonly Block[] {
  const { say, scene, model, view } = guide;
  const edit: ListChange = { change: list, list, model: view.verdict.model };
  const further = (view.reading?.facts.furtherModels ?? []).filter((name) => name !== model);
  const more =
    list === 'allowed' && further.length > 0
      ? [say('wizard.caution.furtherModels', { models: further.join(', ') })]
      : [];
  return [
    paragraph(say(list === 'allowed' ? 'report.guide.allowed' : 'report.guide.blocked')),
    {
      kind: 'steps',
      items: [
        say(`wizard.branch.${list}.step1`),
        say(`wizard.branch.${list}.step2`, { model }),
        ...more,
        say(`wizard.branch.${list}.step3`),
      ],
    },
    {
      kind: 'drawing',
      drawing: editDrawing(scene, edit),
      description: say(`wizard.step.edit_list.picture.${list}`),
    },
  ];
}

function proveIt({ say, view, context }: Guide): Step {
  const request = requestOf(view, context.baseUrl);
  return {
    name: say('wizard.step.re_verify.name'),
    blocks: [
      paragraph(say('report.guide.prove')),
      ...(request === null ? [] : [{ kind: 'code', text: requestCode(request, 'curl') } as const]),
      paragraph(say('report.owner.time')),
    ],
  };
}

function laterChecks({ say }: Guide): readonly string[] {
  return [say('wizard.after.checks.billing'), say('wizard.after.checks.policies')];
}
