using System.CommandLine;
using NewsMonitor.Benchmarks.LanguageDetection;
using NewsMonitor.Benchmarks.Lexicon;

// Figures that anyone can rerun: each command takes the path of its data and writes a dated file to results/.
var root = new RootCommand("NewsMonitor's measurements.")
{
    CorpusCommand.Create(),
    LettersCommand.Create(),
    CalibrateCommand.Create(),
    GoldenCommand.Create(),
    LangidCommand.Create(),
    Sib200Command.Create(),
    LexiconLintCommand.Create(),
    LexiconLoadCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
