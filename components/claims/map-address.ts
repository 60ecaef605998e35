/** The address of a project's map, of all claims or of those of a document. */
export const mapAddress = (projectId: string, document: string | undefined): string =>
  `/p/${projectId}/claims/map${document === undefined ? '' : `?${new URLSearchParams({ document })}`}`
