import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import ipaddr from 'ipaddr.js'

/** What each name stands for. Several lists are answered one after the other, the last of them from then on. */
export type Zone = Record<string, string[] | string[][]>

/** A name server on this machine that knows the names of a test and no others. `asked` are the names, as they came. */
export async function nameServer(zone: Zone) {
  const socket = createSocket('udp4')
  const asked: string[] = []
  const rounds = new Map<string, number>()
  socket.on('message', (query, { port, address }) => {
    const { name, type, end } = question(query)
    const known = zone[name]
    // Both families are asked for at once: they belong to one look-up.
    const round = rounds.get(`${name} ${type}`) ?? 0
    rounds.set(`${name} ${type}`, round + 1)
    if (type === A) asked.push(name)
    const all = (Array.isArray(known?.[0]) ? (known[Math.min(round, known.length - 1)] as string[]) : known) as string[]
    const records = (all ?? []).map((text) => Buffer.from(ipaddr.parse(text).toByteArray()))
    const fitting = records.filter(({ length }) => length === (type === A ? 4 : 16))
    const header = Buffer.from(query.subarray(0, 12))
    header.writeUInt16BE(known ? 0x8180 : 0x8183, 2) // an answer, or: no such name
    header.writeUInt16BE(fitting.length, 6)
    header.fill(0, 8, 12)
    socket.send(
      Buffer.concat([header, query.subarray(12, end), ...fitting.map((data) => record(type, data))]),
      port,
      address,
    )
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  const { port } = socket.address() as AddressInfo
  return { address: `127.0.0.1:${port}`, asked, stop: () => socket.close() }
}

const A = 1

function question(query: Buffer): { name: string; type: number; end: number } {
  const labels: string[] = []
  let at = 12
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(
      query
        .subarray(at + 1, at + 1 + length)
        .toString('latin1')
        .toLowerCase(),
    )
    at += 1 + length
  }
  return { name: labels.join('.'), type: query.readUInt16BE(at + 1), end: at + 5 }
}

/** A record about the name in the question, which nobody may keep. */
function record(type: number, data: Buffer): Buffer {
  const head = Buffer.alloc(12)
  head.writeUInt16BE(0xc00c, 0)
  head.writeUInt16BE(type, 2)
  head.writeUInt16BE(1, 4)
  head.writeUInt16BE(data.length, 10)
  return Buffer.concat([head, data])
}
