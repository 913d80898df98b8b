import { type HostInput, withoutInput } from "./windows-host-input";
import { notFound } from "./windows-host-programs";

interface ProgramRun {
  readonly errors: "apart" | "merged" | "dropped";
  readonly input: HostInput;
}

/** Where a command line of a test host prints, what it reads and how it runs programs. */
export interface Console {
  /** What was sent to the command line itself. */
  readonly input: HostInput;
  /** Resolves to the exit code. */
  runProgram(words: readonly string[], run: ProgramRun): Promise<number>;
  print(line: string): void;
  printError(line: string): void;
}

/** Runs a line as cmd.exe does with `/c`: `&`, `&&`, `||`, parentheses, `for %i in (…) do`, `rem`. */
export async function runCmd(line: string, console: Console): Promise<number> {
  let at = 0;

  const skipBlanks = () => {
    while (line[at] === " ") at += 1;
  };
  const takes = (operator: string) => {
    skipBlanks();
    if (!line.startsWith(operator, at)) return false;
    if (operator === "&" && line[at + 1] === "&") return false;
    at += operator.length;
    return true;
  };

  type Step = (variable: Readonly<Record<string, string>>) => Promise<number>;

  function readSequence(): Step {
    const steps = [readAlternatives()];
    while (takes("&")) steps.push(readAlternatives());
    return async (variables) => {
      let code = 0;
      for (const step of steps) code = await step(variables);
      return code;
    };
  }

  function readAlternatives(): Step {
    let step = readConjunction();
    while (takes("||")) {
      const [first, second] = [step, readConjunction()];
      step = async (variables) => (await first(variables)) && second(variables);
    }
    return step;
  }

  function readConjunction(): Step {
    let step = readUnit();
    while (takes("&&")) {
      const [first, second] = [step, readUnit()];
      step = async (variables) => (await first(variables)) || second(variables);
    }
    return step;
  }

  function readUnit(): Step {
    takes("@");
    if (takes("(")) {
      const inner = readSequence();
      if (!takes(")")) throw new Error(`cmd: ) was expected: ${line}`);
      return inner;
    }
    const loop = /^for %(\w) in \(([^)]*)\) do /.exec(line.slice(at));
    if (loop) {
      const [whole, name = "", list = ""] = loop;
      at += whole.length;
      // As in cmd, everything up to the closing parenthesis belongs to the loop.
      const body = readSequence();
      return async (variables) => {
        let code = 0;
        for (const value of list.split(/[ ,;]+/).filter(Boolean)) {
          code = await body({ ...variables, [name]: value });
        }
        return code;
      };
    }
    return readSimple();
  }

  function readSimple(): Step {
    const text = /^(?:rem .*|(?:\d?>&\d|[^&|)])*)/.exec(line.slice(at))?.[0] ?? "";
    at += text.length;
    return (variables) => {
      const expanded = text.replace(/%(\w)/g, (asIs, name: string) => variables[name] ?? asIs);
      return runSimple(expanded, console);
    };
  }

  const step = readSequence();
  skipBlanks();
  if (at < line.length) throw new Error(`cmd: ${line.slice(at)} was unexpected at this time.`);
  return step({});
}

async function runSimple(text: string, console: Console): Promise<number> {
  const [echoed] = text.match(/(?<=^echo ).*/) ?? [];
  if (echoed !== undefined) {
    console.print(echoed);
    return 0;
  }
  if (text.startsWith("rem ")) return 0;
  const [, redirected] = /2>(&1|nul)/.exec(text) ?? [];
  const errors = redirected === undefined ? "apart" : redirected === "&1" ? "merged" : "dropped";
  const input = text.includes("<nul") ? withoutInput(console.input) : console.input;
  const bare = text.replace(/2>(?:&1|nul)/, "").replace("<nul", "");
  const words = bare.trim().split(/ +/);
  const code = await console.runProgram(words, { errors, input });
  if (code === notFound) {
    console.printError(`'${words[0]}' is not recognized as an internal or external command,`);
    console.printError("operable program or batch file.");
  }
  return code;
}
