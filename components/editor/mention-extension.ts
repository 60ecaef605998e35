import type { Node } from '@tiptap/core'
import { PluginKey, type EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { exitSuggestion, type SuggestionProps } from '@tiptap/suggestion'
import { mention } from '@/content/comment-extensions'
import type { Person } from '@/domain/people/person'
import type { FindPeople, MentionStore } from './mention-store'

const KEY = new PluginKey('mention')

/** Takes back what is offered; the letters stay. */
export const dismissMention = (view: EditorView): void => exitSuggestion(view, KEY)

/** Whether someone can be named there: not in code. */
function fits({ doc, schema }: EditorState, at: number): boolean {
  const type = schema.nodes[mention.name]
  return type !== undefined && doc.resolve(at).parent.type.contentMatch.matchType(type) !== null
}

type Props = SuggestionProps<Person, { id: string; label: string }>

/** Names people after an @. What is offered goes to the store; nothing opens while an input method composes. */
export function mentioning(find: FindPeople, store: MentionStore): Node {
  const offer = ({ items, command, clientRect }: Props) =>
    store.show({
      people: items,
      at: 0,
      take: ({ id, name }) => command({ id, label: name }),
      rect: () => clientRect?.() ?? null,
    })
  return mention.configure({
    suggestion: {
      pluginKey: KEY,
      allow: ({ editor, state, range, isActive }) =>
        (isActive === true || !editor.view.composing) && fits(state, range.from),
      items: ({ query }) => find(query).then((people) => [...people]).catch(() => []), // prettier-ignore
      render: () => ({
        onUpdate: (props: Props) => {
          if (!props.loading) offer(props)
        },
        onExit: () => store.show(null),
        onKeyDown: ({ event }) => !event.isComposing && store.onKey(event.key),
      }),
    },
  })
}
