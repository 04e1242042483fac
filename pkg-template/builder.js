// A builder of the module: target and options, parsed once. It is opened again in each new instance.
import { call, generation } from "./engine.js";
import { InternalError } from "./errors.js";
import { Frame } from "./read.js";

export class Builder {
  #frame;
  #builder;
  /** The instance to which the builder belongs. */
  #owner;
  #hasBegun = false;

  /** `opening` has the draft of a request, and the warnings about target and options. If they are faulty, it is a
   *  failed result. */
  constructor(optionsFrame, targetFrame) {
    this.#frame = Frame.join(optionsFrame, targetFrame);
    this.opening = call((buffers) => this.#open(buffers));
  }

  /** Builds an event, and returns what `Buffers.build` returns. */
  build(frame, now, isHostStale) {
    return this.#use((buffers) => buffers.build(this.#builder, frame, now, isHostStale));
  }

  /** Builds a piece of lines, and returns what `Buffers.lines` returns. */
  lines(piece, isLast) {
    return this.#use((buffers) => {
      const answer = buffers.lines(this.#builder, piece, isLast, Date.now());
      // It keeps much memory that the garbage collector cannot see.
      if (isLast) this.#builder.free();
      return answer;
    }, true);
  }

  #open(buffers) {
    const { builder, opening } = buffers.open(this.#frame, Date.now());
    this.#builder = builder;
    this.#owner = generation;
    return opening;
  }

  /** Uses the builder. If its instance was replaced, opens it again first. */
  #use(action, isReading = false) {
    return call((buffers) => {
      if (this.#owner !== generation) {
        // Half a line may have been lost with the old builder.
        if (this.#hasBegun) throw new InternalError(new Error("the module was replaced between two pieces"));
        this.#open(buffers);
      }
      this.#hasBegun = isReading;
      return action(buffers);
    });
  }
}
