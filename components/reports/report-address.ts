/** The address of the report of these claims of a project. */
export const reportAddress = (projectId: string, claims: readonly { id: string }[]): string =>
  `/p/${projectId}/report?claims=${claims.map(({ id }) => id).join(',')}`
