import { Stop } from './say.mjs'

/** Listens, or says in a sentence why that can't be. */
export function listen(server, port, host) {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(new Stop(portProblem(error, port, host))))
    server.listen(port, host, resolve)
  })
}

function portProblem({ code, message }, port, host) {
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken by another program. Stop it, or choose another port: PORT=${port + 1} npm start`
  if (code === 'EACCES') return `This user may not open port ${port}. Choose one above 1023: PORT=3000 npm start`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `This machine has no address ${host}. Leave HOST out, or set it to one of its addresses.`
  return `Assay can't listen on ${host}:${port}: ${message}`
}
