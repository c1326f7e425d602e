// Loaded into a process and all its threads (`--import`): writes a line for every way out of the PC that is
// tried, before anything is sent. Loopback is no way out.
import dgram from 'node:dgram'
import dns from 'node:dns'
import { appendFileSync } from 'node:fs'
import net from 'node:net'

const file = process.env.COUNT_SOCKETS
const note = (what) => appendFileSync(file, `${what}\n`)
const isLoopback = (host) => host === undefined || host === '127.0.0.1' || host === '::1'

const { connect } = net.Socket.prototype
net.Socket.prototype.connect = function (...parameters) {
  const first = Array.isArray(parameters[0]) ? parameters[0][0] : parameters[0]
  if (typeof first === 'object' && first !== null && !isLoopback(first.host)) note(`connect ${first.host}`)
  return connect.apply(this, parameters)
}
const { lookup } = dns
dns.lookup = (...parameters) => {
  if (!isLoopback(parameters[0])) note(`lookup ${parameters[0]}`)
  return lookup(...parameters)
}
const { createSocket } = dgram
dgram.createSocket = (...parameters) => {
  note('datagram')
  return createSocket(...parameters)
}
