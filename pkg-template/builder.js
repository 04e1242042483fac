// A builder of the module: target and options, parsed once. It is opened anew in each instance.
import { call, generation } from "./engine.js";
import { InternalError } from "./errors.js";
import { Frame } from "./read.js";

export class Builder {
  #frame;
  #builder;
  /** The instance that the builder is of. */
  #owner;
  #hasBegun = false;

  /** The opening is the draft of a request, and what was odd about target and options; a failed result where they are faulty. */
  constructor(optionsFrame, targetFrame) {
    this.#frame = Frame.join(optionsFrame, targetFrame);
    this.opening = call((buffers) => this.#open(buffers));
  }

  /** The answer to an event, as the buffers give it. */
  build(frame, now, isHostStale) {
    return this.#use((buffers) => buffers.build(this.#builder, frame, now, isHostStale));
  }

  /** The answer to a piece of lines. */
  lines(piece, isLast) {
    return this.#use((buffers) => {
      const answer = buffers.lines(this.#builder, piece, isLast, Date.now());
      // What it keeps is large, and the collector does not know.
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

  /** Uses the builder; where its instance was replaced, a new one is opened first. */
  #use(action, isReading = false) {
    return call((buffers) => {
      if (this.#owner !== generation) {
        // Half a line may have gone with the builder.
        if (this.#hasBegun) throw new InternalError(new Error("the module was replaced between two pieces"));
        this.#open(buffers);
      }
      this.#hasBegun = isReading;
      return action(buffers);
    });
  }
}
