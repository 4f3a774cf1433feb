import type { AddressInfo } from 'node:net'
import { createSocket } from 'node:dgram'
import { createServer } from 'node:net'

/** A place on this machine that writes down whoever knocks, over TCP (HTTP, WebSocket, TURN) and UDP (STUN). */
export type Listener = {
  tcpPort: number
  udpPort: number
  /** One entry for each connection or packet that arrived. */
  seen: string[]
  close: () => void
}

/** Opens the ear. Answers HTTP so that a request that slips through also succeeds. */
export async function listen(): Promise<Listener> {
  const seen: string[] = []
  const tcp = createServer((socket) => {
    seen.push('tcp')
    socket.on('error', () => {})
    socket.end('HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nContent-Length: 2\r\n\r\nok')
  })
  const udp = createSocket('udp4')
  udp.on('message', () => seen.push('udp'))
  await new Promise<void>(done => tcp.listen(0, '127.0.0.1', done))
  await new Promise<void>(done => udp.bind(0, '127.0.0.1', done))
  return {
    tcpPort: (tcp.address() as AddressInfo).port,
    udpPort: udp.address().port,
    seen,
    close() {
      tcp.close()
      udp.close()
    },
  }
}
