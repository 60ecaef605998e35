import { z } from 'zod'
import { endpoint, Id, NewId, page, Paging, Seq, Version } from '../endpoint'
import { Event } from '../event'
import { Color, Label, LabelDescription, LabelName, LabelUse, Shortcut } from './label'
import { Project, ProjectDescription, ProjectName, SignOffs } from './project'

const workspace = z.strictObject({ workspaceId: Id })
const project = z.strictObject({ projectId: Id })
const label = z.strictObject({ labelId: Id })

export const projectEndpoints = {
  'GET /workspaces/{workspaceId}/projects': endpoint({
    summary: 'The projects of a workspace, newest first.',
    permission: 'workspace:read',
    params: workspace,
    query: z.strictObject(Paging),
    answer: page(Project),
  }),
  'POST /workspaces/{workspaceId}/projects': endpoint({
    summary: 'Make a project; it starts with the default labels.',
    permission: 'project:create',
    params: workspace,
    body: z.strictObject({ id: NewId, name: ProjectName, description: ProjectDescription.default('') }),
    answer: Project,
  }),
  'GET /projects/{projectId}': endpoint({
    summary: 'One project.',
    permission: 'project:read',
    params: project,
    answer: Project,
  }),
  'PATCH /projects/{projectId}': endpoint({
    summary: 'Change the name or description of a project, or by what rule its findings are published.',
    permission: 'project:update',
    params: project,
    body: z.strictObject({
      version: Version,
      name: ProjectName,
      description: ProjectDescription,
      /** Left out, the rule stays as it is. */
      signOffs: SignOffs.optional(),
      adjudicates: z.boolean().optional(),
    }),
    answer: Project,
  }),
  'GET /projects/{projectId}/labels': endpoint({
    summary: 'The labels of a project in their order, retired ones included.',
    permission: 'project:read',
    params: project,
    query: z.strictObject(Paging),
    answer: page(Label),
  }),
  'GET /projects/{projectId}/label-uses': endpoint({
    summary: 'How many annotations that you can see have each label, in the order of the labels.',
    permission: 'project:read',
    params: project,
    query: z.strictObject(Paging),
    answer: page(LabelUse),
  }),
  'POST /projects/{projectId}/labels': endpoint({
    summary: 'Add a label.',
    permission: 'label:manage',
    params: project,
    body: z.strictObject({
      id: NewId,
      name: LabelName,
      description: LabelDescription.default(''),
      color: Color,
      shortcut: Shortcut.nullable(),
    }),
    answer: Label,
  }),
  'PATCH /labels/{labelId}': endpoint({
    summary: 'Change a label, retire it or offer it again.',
    permission: 'label:manage',
    params: label,
    body: z.strictObject({
      version: Version,
      name: LabelName,
      description: LabelDescription,
      color: Color,
      shortcut: Shortcut.nullable(),
      retired: z.boolean(),
    }),
    answer: Label,
  }),
  'GET /projects/{projectId}/tags': endpoint({
    summary: 'Tags in use on annotations that you can see, for completion.',
    permission: 'project:read',
    params: project,
    query: z.strictObject({ ...Paging, prefix: z.string().max(60).default('') }),
    answer: page(z.string()),
  }),
  'GET /projects/{projectId}/events': endpoint({
    summary: 'What happened to the documents and labels of a project.',
    permission: 'project:read',
    params: project,
    query: z.strictObject({ ...Paging, after: Seq.default(0) }),
    answer: page(Event),
  }),
}
