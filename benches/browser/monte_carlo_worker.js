// The peer in a worker of its own, as the engine has one.
import { SEED, simulate } from './peer.js';

onmessage = ({ data }) => postMessage(simulate(1000000, SEED, data));
