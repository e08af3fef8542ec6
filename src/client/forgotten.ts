// The interface knows storage only through the client.
export { isForgotten, onForgotten } from "../storage/forgotten";
